// The other end of threaded-packing.ts: hashes, deflates and writes what it is sent. Runs in a thread of the engine's process.
import { open } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { markOwn } from '../own-memory.ts';
import type { FilesTogether } from './gathered-files.ts';
import { type Packed, PackedFiles } from './packed-files.ts';
import { SpoolWriter } from './spool-writer.ts';

/** What a packing thread is started with. */
export interface PackingWork {
  readonly part: 'packing';
  /** The spool's file, empty. */
  readonly path: string;
}

/** To the thread, in the order of the files. */
export type ToPacking =
  | ({ readonly type: 'files' } & FilesTogether)
  /** The last one of a file may be empty. */
  | { readonly type: 'block'; readonly parts: readonly Uint8Array<ArrayBuffer>[]; readonly last: boolean }
  | { readonly type: 'give-up' }
  /** Removes the file that ended last. */
  | { readonly type: 'drop' }
  | { readonly type: 'finish' }
  /** The thread lets go of the file and ends, whatever it was at. */
  | { readonly type: 'close' };

/** From the thread; drop and finish are answered in their order, files in theirs. */
export type FromPacking =
  | { readonly type: 'ready' }
  /** A block that is not the last one of its file. */
  | { readonly type: 'taken'; readonly bytes: number }
  /** Each file of a message, or the one whose last block came. */
  | { readonly type: 'packed'; readonly packed: readonly Packed[] }
  | { readonly type: 'done'; readonly sizeBytes: number }
  /** Nothing more comes. */
  | { readonly type: 'failed'; readonly error: FailedWrite };

/** What of the system's error outlives the way between threads. */
export type FailedWrite = Pick<NodeJS.ErrnoException, 'message' | 'code' | 'syscall'>;

/** Packs until it is told to close, or cannot write. */
export async function packInThread(port: MessagePort, { path }: PackingWork): Promise<void> {
  const tell = (message: FromPacking) => port.postMessage(message);
  const next = messagesOf(port);
  const file = await open(path, 'r+');
  const packing = new PackedFiles(new SpoolWriter(file));
  let last: Packed | undefined;
  tell({ type: 'ready' });
  try {
    for (let message = await next(); message.type !== 'close'; message = await next()) {
      if (message.type === 'drop' || message.type === 'finish') {
        if (message.type === 'drop' && last !== undefined) await packing.drop(last);
        tell({ type: 'done', sizeBytes: await packing.finish() });
        continue;
      }
      const packed =
        message.type === 'files'
          ? await takeFiles(message, packing)
          : await takeSent(new SentFile(message, next), packing, tell);
      last = packed.at(-1);
      tell({ type: 'packed', packed });
    }
  } catch (error) {
    tell(failed(error));
  } finally {
    await packing.close();
    await file.close();
    port.close();
  }
}

async function takeFiles(
  { bytes: { buffer, byteOffset }, lengths }: FilesTogether,
  packing: PackedFiles,
): Promise<Packed[]> {
  const packed: Packed[] = [];
  let at = byteOffset;
  for (const length of lengths) {
    packed.push(await packing.takeWhole(Buffer.from(buffer, at, length)));
    at += length;
  }
  return packed;
}

/** @returns the file, or nothing where it was given up. */
async function takeSent(
  sent: SentFile,
  packing: PackedFiles,
  tell: (message: FromPacking) => void,
): Promise<Packed[]> {
  const never = new AbortController().signal;
  try {
    const { packed } = await packing.take(sent.blocks(tell), () => undefined, never);
    return [await packed];
  } catch (error) {
    // The next file comes.
    if (sent.isGivenUp) return [];
    throw error;
  }
}

function failed(error: unknown): FromPacking {
  const { message, code, syscall } = error as NodeJS.ErrnoException;
  return { type: 'failed', error: { message, ...(code && { code }), ...(syscall && { syscall }) } };
}

/** One file as its messages bring it. */
class SentFile {
  readonly #first: ToPacking;
  readonly #next: () => Promise<ToPacking>;
  isGivenUp = false;

  constructor(first: ToPacking, next: () => Promise<ToPacking>) {
    this.#first = first;
    this.#next = next;
  }

  async *blocks(tell: (message: FromPacking) => void): AsyncGenerator<Buffer> {
    let message = this.#first;
    for (; message.type === 'block'; message = await this.#next()) {
      let bytes = 0;
      for (const { buffer, byteOffset, byteLength } of message.parts) {
        bytes += byteLength;
        yield markOwn(Buffer.from(buffer, byteOffset, byteLength));
      }
      if (message.last) return;
      tell({ type: 'taken', bytes });
    }
    this.isGivenUp = message.type === 'give-up';
    throw new Error(message.type);
  }
}

/** @returns what hands out the messages one by one, in their order. */
function messagesOf(port: MessagePort): () => Promise<ToPacking> {
  const waiting: ToPacking[] = [];
  let wake: (message: ToPacking) => void = (message) => waiting.push(message);
  const gather = wake;
  port.on('message', (message: ToPacking) => wake(message));
  return () => {
    const message = waiting.shift();
    if (message !== undefined) return Promise.resolve(message);
    return new Promise((resolve) => {
      wake = (one) => {
        wake = gather;
        resolve(one);
      };
    });
  };
}
