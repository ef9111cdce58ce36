// One file after the other as raw deflate, by the loop of deflate.as.ts: a quarter of a megabyte at a time, in the same memory for
// all. Runs in the engine's process and its threads.
import { addressIn, type LoopExports, startLoop } from '../wasm-loop.ts';
import { DEFLATE_CODE } from './deflate/deflate-code.ts';

interface DeflateExports extends LoopExports {
  begin(): void;
  deflate(bytes: number, isLast: boolean): number;
}

export class Deflater {
  readonly #loop: DeflateExports;
  readonly #memory: Buffer;
  readonly #textAt: number;
  readonly #textBytes: number;
  readonly #packedAt: number;
  #gathered = 0;

  constructor() {
    this.#loop = startLoop(DEFLATE_CODE);
    this.#memory = Buffer.from(this.#loop.memory.buffer);
    this.#textAt = addressIn(this.#loop, 'TEXT');
    this.#textBytes = addressIn(this.#loop, 'TEXT_BYTES');
    this.#packedAt = addressIn(this.#loop, 'PACKED');
  }

  /** Begins a file; what was not ended is forgotten. */
  begin(): void {
    this.#gathered = 0;
    this.#loop.begin();
  }

  /** Takes the next bytes. @returns what is ready; the same in sum, however the file comes in chunks. */
  write(bytes: Buffer): Buffer[] {
    const ready: Buffer[] = [];
    for (let at = 0; at < bytes.length; ) {
      // Not before more comes: the last piece is told so.
      if (this.#gathered === this.#textBytes) ready.push(this.#deflate(false));
      const taken = Math.min(bytes.length - at, this.#textBytes - this.#gathered);
      bytes.copy(this.#memory, this.#textAt + this.#gathered, at, at + taken);
      this.#gathered += taken;
      at += taken;
    }
    return ready;
  }

  /** Ends the file. @returns what was not ready before. */
  end(): Buffer {
    return this.#deflate(true);
  }

  #deflate(isLast: boolean): Buffer {
    const end = this.#loop.deflate(this.#gathered, isLast);
    this.#gathered = 0;
    return Buffer.from(this.#memory.subarray(this.#packedAt, end));
  }
}
