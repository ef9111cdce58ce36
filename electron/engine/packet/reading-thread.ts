// The other end of threaded-reader.ts: reads entries of a packet by itself, hashes and searches them. Runs in a thread of the
// engine's process.
import { closeSync, openSync, readSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';
import { letGo } from '../own-memory.ts';
import { type Leak, SealCheck, type SealOptions } from '../seal/seal-check.ts';
import { hashOfItem } from './entry-reader.ts';
import { readAhead, WINDOW_BYTES } from './packet-bytes.ts';
import { CHUNK_BYTES, entryChunks, type PackedRange } from './read-entry.ts';

/** What a reading thread is started with. */
export interface ReadingWork {
  readonly part: 'reading';
  /** The packet's file, plain. */
  readonly path: string;
  /** Absent where nothing is searched. */
  readonly seal?: Omit<SealOptions, 'signal'>;
}

export interface ThreadEntry {
  readonly path: string;
  readonly bytes: number;
  readonly packed: PackedRange;
}

/** To a thread: entries to read, one message at a time or several; numbered. */
export interface Batch {
  readonly batch: number;
  readonly entries: readonly ThreadEntry[];
}

/** From a thread: that it runs, how far it is in a batch, or what came of one. */
export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly batch: number; readonly entry: number; readonly bytes: number }
  | {
      readonly type: 'done';
      readonly batch: number;
      readonly hashes: readonly (string | undefined)[];
      readonly leaks: readonly Leak[];
    };

/** Larger reads go into a few buffers in turn: inflating holds on to two of them, and nobody keeps one. */
const BUFFERS = 4;

/** So many bytes of a large entry are told together. */
const TELL_BYTES = 4 * 1024 ** 2;

/** Reads until the thread is ended from outside. */
export function readInThread(port: MessagePort, { path, seal }: ReadingWork): void {
  // The thread is ended as a whole.
  const { signal } = new AbortController();
  const file = openSync(path, 'r');
  const inTurn = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(CHUNK_BYTES));
  let turn = 0;
  const near = readAhead({
    read: async (at, length) => {
      if (length <= WINDOW_BYTES || length > CHUNK_BYTES) return readAt(file, at, Buffer.allocUnsafe(length));
      turn = (turn + 1) % BUFFERS;
      return readAt(file, at, (inTurn[turn] as Buffer).subarray(0, length));
    },
  });
  const packet = { read: near };
  const tell = (message: FromThread) => port.postMessage(message);
  let before: Promise<void> = Promise.resolve();

  async function read({ batch, entries }: Batch): Promise<void> {
    const check = seal && new SealCheck({ ...seal, signal });
    const hashes: (string | undefined)[] = [];
    for (const [entry, { path: name, bytes, packed }] of entries.entries()) {
      let untold = 0;
      const onChunk = (length: number) => {
        untold += length;
        if (untold < TELL_BYTES) return;
        tell({ type: 'read', batch, entry, bytes: untold });
        untold = 0;
      };
      const item = { bytes, chunks: () => entryChunks(packet, packed, bytes, signal, letGo) };
      hashes.push(await hashOfItem(item, bytes, onChunk, signal, check?.reader(name)));
    }
    tell({ type: 'done', batch, hashes, leaks: check?.leaks ?? [] });
  }

  port.on('message', (batch: Batch) => {
    before = before.then(() => read(batch));
  });
  port.once('close', () => closeSync(file));
  tell({ type: 'ready' });
}

/** In a thread of its own waiting for the disk disturbs nobody, and takes a third of the work. */
function readAt(file: number, at: number, target: Buffer): Buffer {
  let done = 0;
  while (done < target.length) {
    const read = readSync(file, target, done, target.length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return target.subarray(0, done);
}
