// What is kept of a program's output: its beginning, or its end where the newest lines come last.
// Runs in the engine's process.

export class KeptOutput {
  readonly #maxBytes: number;
  readonly #newest: boolean;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #dropped = false;

  constructor(maxBytes: number, newest: boolean) {
    this.#maxBytes = maxBytes;
    this.#newest = newest;
  }

  /** @returns whether more would be kept. */
  add(chunk: Buffer): boolean {
    if (!this.#newest && this.#bytes > this.#maxBytes) return false;
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#newest) this.#forgetOldest();
    return this.#newest || this.#bytes <= this.#maxBytes;
  }

  #forgetOldest(): void {
    for (let oldest = this.#chunks[0]; oldest !== undefined; oldest = this.#chunks[0]) {
      if (this.#bytes - oldest.length < this.#maxBytes) return;
      this.#bytes -= oldest.length;
      this.#dropped = true;
      this.#chunks.shift();
    }
  }

  get truncated(): boolean {
    return this.#dropped || this.#bytes > this.#maxBytes;
  }

  bytes(): Buffer {
    const all = Buffer.concat(this.#chunks);
    if (!this.#newest) return all.subarray(0, this.#maxBytes);
    return all.subarray(Math.max(0, all.length - this.#maxBytes));
  }
}
