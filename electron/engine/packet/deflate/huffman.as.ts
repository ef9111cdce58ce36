// Huffman codes of limited length: AssemblyScript, a part of deflate.as.ts. Runs in the engine's process.
import { NEXT_CODES, OF_SIZE, PARENTS, SORTED, WEIGHTS } from './places.as.ts';

/** No code is longer (RFC 1951). */
const LONGEST: i32 = 15;

/**
 * Codes for symbols that come as often as `counts` says.
 * @param sizes,codes take them: 0 for what does not come.
 */
export function makeCodes(counts: i32, symbols: i32, longest: i32, sizes: i32, codes: i32): void {
  memory.fill(sizes, 0, symbols);
  memory.fill(OF_SIZE, 0, (LONGEST + 1) << 2);
  const used = sortSymbols(counts, symbols);
  if (used === 1) add(OF_SIZE + 4, 1);
  else if (used > 1) {
    countSizes(used, longest);
    shorten(longest);
  }
  // The most frequent ones get the shortest codes.
  let next = used - 1;
  for (let size = 1; size <= longest; size += 1) {
    for (let left = get(OF_SIZE, size); left > 0; left -= 1) {
      store<u8>(sizes + (get(SORTED, next) & 0x1ff), <u8>size);
      next -= 1;
    }
  }
  numberCodes(symbols, sizes, codes);
}

/** @returns how many symbols come; in SORTED are their counts with the symbol below, rising. */
function sortSymbols(counts: i32, symbols: i32): i32 {
  let used: i32 = 0;
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    const count = get(counts, symbol);
    if (count === 0) continue;
    put(SORTED, used, (count << 9) | symbol);
    used += 1;
  }
  for (let gap = used >> 1; gap > 0; gap >>= 1) {
    for (let from = gap; from < used; from += 1) {
      const value = get(SORTED, from);
      let to = from;
      for (; to >= gap && get(SORTED, to - gap) > value; to -= gap) put(SORTED, to, get(SORTED, to - gap));
      put(SORTED, to, value);
    }
  }
  return used;
}

/** Builds the tree, and counts in OF_SIZE how many symbols lie how deep in it. */
function countSizes(used: i32, longest: i32): void {
  const root = 2 * used - 2;
  let leaf: i32 = 0;
  let inner = used;
  for (let node = used; node <= root; node += 1) {
    let weight: i32 = 0;
    for (let child = 0; child < 2; child += 1) {
      const isLeaf = leaf < used && (inner === node || get(SORTED, leaf) >>> 9 <= get(WEIGHTS, inner));
      weight += isLeaf ? get(SORTED, leaf) >>> 9 : get(WEIGHTS, inner);
      put(PARENTS, isLeaf ? leaf : inner, node);
      if (isLeaf) leaf += 1;
      else inner += 1;
    }
    put(WEIGHTS, node, weight);
  }
  // From here on WEIGHTS has how deep each lies.
  put(WEIGHTS, root, 0);
  for (let node = root - 1; node >= 0; node -= 1) {
    const depth = get(WEIGHTS, get(PARENTS, node)) + 1;
    put(WEIGHTS, node, depth);
    if (node < used) add(OF_SIZE + (min(depth, longest) << 2), 1);
  }
}

/** Makes codes longer until those that were cut to the limit have room. */
function shorten(longest: i32): void {
  let taken: i32 = 0;
  for (let size = 1; size <= longest; size += 1) taken += get(OF_SIZE, size) << (longest - size);
  for (; taken > 1 << longest; taken -= 1) {
    let size = longest - 1;
    while (get(OF_SIZE, size) === 0) size -= 1;
    add(OF_SIZE + (size << 2), -1);
    add(OF_SIZE + ((size + 1) << 2), 2);
    add(OF_SIZE + (longest << 2), -1);
  }
}

/** The codes that follow from their sizes, in the order in which their bits are written. */
function numberCodes(symbols: i32, sizes: i32, codes: i32): void {
  let code: i32 = 0;
  for (let size = 1; size <= LONGEST; size += 1) {
    put(NEXT_CODES, size, code);
    code = (code + get(OF_SIZE, size)) << 1;
  }
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    const size: i32 = load<u8>(sizes + symbol);
    if (size === 0) {
      put(codes, symbol, 0);
      continue;
    }
    let left = get(NEXT_CODES, size);
    put(NEXT_CODES, size, left + 1);
    let turned: i32 = 0;
    for (let bit = 0; bit < size; bit += 1) {
      turned = (turned << 1) | (left & 1);
      left >>= 1;
    }
    put(codes, symbol, turned | (size << 24));
  }
}

function get(table: i32, index: i32): i32 {
  return load<i32>(table + (index << 2));
}

function put(table: i32, index: i32, value: i32): void {
  store<i32>(table + (index << 2), value);
}

function add(place: i32, value: i32): void {
  store<i32>(place, load<i32>(place) + value);
}
