// A stretch of a line that was searched and does not hold what was sought: the next search passes over it, so that a line of
// nothing but field names takes no longer than any other. Runs in the engine's process.

/** Bytes before the end of what may be looked at whose verdict may still change. */
const UNSURE = 64;

export class ClearStretch {
  #from = 0;
  #to = 0;

  /** Where a search that begins at `from` goes on. */
  past(from: number): number {
    return from >= this.#from && from < this.#to ? this.#to : from;
  }

  /** Remembers a search in vain, or up to what it found. @param seen up to where the line can be looked at. */
  add(from: number, to: number, seen: number): void {
    const end = Math.min(to, seen - UNSURE);
    if (from < this.#from || from > this.#to) this.#from = from;
    if (this.#from === from || end > this.#to) this.#to = end;
  }

  /** Positions have got another meaning. */
  forget(): void {
    this.#from = 0;
    this.#to = 0;
  }
}
