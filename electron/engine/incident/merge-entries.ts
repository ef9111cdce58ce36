// Merges the entries of many logs into one sequence by time, holding one piece of each log in memory.
// Runs in the engine's process.
import type { IncidentEntry } from './log-entries.ts';

/** Where one log stands. Its entries keep the log's order even where threads printed them out of time. */
class Lane {
  readonly #batches: AsyncGenerator<IncidentEntry[]>;
  readonly position: number;
  #batch: readonly IncidentEntry[] = [];
  #at = 0;
  /** The latest time so far. */
  moment = 0;

  constructor(batches: AsyncGenerator<IncidentEntry[]>, position: number) {
    this.#batches = batches;
    this.position = position;
  }

  get entry(): IncidentEntry | undefined {
    return this.#batch[this.#at];
  }

  /** Goes on within what is in memory. @returns false where more must be read first. */
  step(): boolean {
    this.#at += 1;
    return this.#settle();
  }

  /** @returns false at the end of the log. */
  async read(): Promise<boolean> {
    const next = await this.#batches.next();
    this.#batch = next.done ? [] : next.value;
    this.#at = 0;
    return this.#settle();
  }

  close(): Promise<unknown> {
    return this.#batches.return(undefined);
  }

  #settle(): boolean {
    const { entry } = this;
    if (entry === undefined) return false;
    this.moment = Math.max(this.moment, entry.moment);
    return true;
  }
}

/** @param logs in the order in which entries of the same moment appear. */
export async function* mergeEntries(
  logs: readonly AsyncGenerator<IncidentEntry[]>[],
): AsyncGenerator<IncidentEntry> {
  const lanes = logs.map((batches, position) => new Lane(batches, position));
  const heap: Lane[] = [];
  try {
    for (const lane of lanes) {
      if (await lane.read()) push(heap, lane);
    }
    for (let first = heap[0]; first !== undefined; first = heap[0]) {
      if (first.entry !== undefined) yield first.entry;
      if (!first.step() && !(await first.read())) {
        const last = heap.pop();
        if (last === undefined || last === first) continue;
        heap[0] = last;
      }
      sink(heap);
    }
  } finally {
    for (const lane of lanes) await lane.close();
  }
}

function isBefore(a: Lane, b: Lane): boolean {
  return a.moment < b.moment || (a.moment === b.moment && a.position < b.position);
}

function push(heap: Lane[], lane: Lane): void {
  let at = heap.length;
  for (;;) {
    const above = Math.floor((at - 1) / 2);
    const parent = heap[above];
    if (at === 0 || parent === undefined || !isBefore(lane, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = lane;
}

/** Puts the first lane where it belongs now. */
function sink(heap: Lane[]): void {
  const lane = heap[0];
  if (lane === undefined) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) break;
    const goesRight = right !== undefined && isBefore(right, left);
    const child = goesRight ? right : left;
    if (!isBefore(child, lane)) break;
    heap[at] = child;
    at = 2 * at + (goesRight ? 2 : 1);
  }
  heap[at] = lane;
}
