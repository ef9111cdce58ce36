// The lines that incident.json shows: those nearest to the incident, in bounded memory. Runs in the engine's process.
import type { IncidentEntry } from './log-entries.ts';

const MAX_LINES = 5_000;
const MAX_BYTES = 2 * 1024 ** 2;
/** What JSON puts around a message. */
const FIELDS_BYTES = 260;
export const MAX_MESSAGE_CHARACTERS = 2_000;

/** One side of the focus. */
interface Side {
  readonly entries: IncidentEntry[];
  bytes: number;
  dropped: boolean;
}

export class NearFocus {
  readonly #focus: number;
  readonly #before: Side = { entries: [], bytes: 0, dropped: false };
  readonly #after: Side = { entries: [], bytes: 0, dropped: false };

  /** @param focus milliseconds since 1970; Infinity keeps the last lines. */
  constructor(focus: number) {
    this.#focus = focus;
  }

  /** In the order of time. Half of the room is before the focus, half after it. */
  add(entry: IncidentEntry): void {
    if (entry.moment < this.#focus) {
      grow(this.#before, entry);
      while (isFull(this.#before)) {
        const oldest = this.#before.entries.shift();
        if (oldest === undefined) break;
        this.#before.bytes -= bytesOf(oldest);
        this.#before.dropped = true;
      }
      return;
    }
    if (this.#after.dropped) return;
    grow(this.#after, entry);
    if (!isFull(this.#after)) return;
    this.#after.entries.pop();
    this.#after.dropped = true;
  }

  get dropped(): boolean {
    return this.#before.dropped || this.#after.dropped;
  }

  entries(): IncidentEntry[] {
    return [...this.#before.entries, ...this.#after.entries];
  }
}

function grow(side: Side, entry: IncidentEntry): void {
  side.entries.push(entry);
  side.bytes += bytesOf(entry);
}

function isFull({ entries, bytes }: Side): boolean {
  return entries.length > MAX_LINES / 2 || bytes > MAX_BYTES / 2;
}

function bytesOf({ message, log }: IncidentEntry): number {
  const text = message.slice(0, MAX_MESSAGE_CHARACTERS);
  return Buffer.byteLength(JSON.stringify(text)) + log.file.length + FIELDS_BYTES;
}
