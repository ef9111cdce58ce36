// A small random generator with a seed, so that the demo is the same every time. Runs in the command line's process.

export interface Random {
  /** @returns a whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** @returns one of the list. */
  pick<Item>(list: readonly [Item, ...Item[]]): Item;
}

/** Mulberry32: 32 bits of state are plenty for invented log lines. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { between, pick: (list) => list[between(0, list.length - 1)] ?? list[0] };
}
