// Random access to a zip file on disk for zip.js, which reads packets back independently of how they were written.
// Runs in the engine's process.
import { type FileHandle, open } from 'node:fs/promises';
import { Reader } from '@zip.js/zip.js';

export class ZipFileReader extends Reader<string> {
  readonly #path: string;
  #file: FileHandle | undefined;

  constructor(path: string) {
    super(path);
    this.#path = path;
  }

  override async init(): Promise<void> {
    await super.init?.();
    this.#file = await open(this.#path, 'r');
    this.size = (await this.#file.stat()).size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.size - index));
    const target = new Uint8Array(wanted);
    let read = 0;
    while (read < wanted) {
      const answer = await this.#file?.read(target, read, wanted - read, index + read);
      if (!answer || answer.bytesRead === 0) break;
      read += answer.bytesRead;
    }
    return target.subarray(0, read);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
