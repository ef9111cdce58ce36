// The other end of threaded-files.ts: opens and reads what it is sent. Runs in a thread of the engine's process.
import type { MessagePort } from 'node:worker_threads';
import type { FilePlace } from './host.ts';
import { type ReadFile, readWholeFiles } from './read-whole-files.ts';

/** What an opening thread is started with. */
export interface OpeningWork {
  readonly part: 'opening';
}

/** From the thread: that it runs, and what became of the files of each message in their order. */
export type FromOpening =
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly files: readonly ReadFile[]; readonly bytes: Uint8Array<ArrayBuffer> };

/** Room for the files of one message, and for what they grew since they were listed. */
const ROOM_BYTES = 4 * 1024 ** 2;

/** Reads until the thread is ended from outside. */
export function openInThread(port: MessagePort): void {
  const room = Buffer.allocUnsafeSlow(ROOM_BYTES);
  const tell = (message: FromOpening, memory: ArrayBuffer[]) => port.postMessage(message, memory);
  port.on('message', (places: readonly FilePlace[]) => {
    const files = readWholeFiles(places, room);
    const lengthBytes = files.reduce((sum, file) => sum + (file && 'from' in file ? file.lengthBytes : 0), 0);
    const bytes = new Uint8Array(room.buffer.slice(0, lengthBytes));
    tell({ type: 'read', files, bytes }, [bytes.buffer]);
  });
  tell({ type: 'ready' }, []);
}
