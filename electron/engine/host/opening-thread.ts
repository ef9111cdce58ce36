// The other end of threaded-files.ts: opens and reads what it is sent. Runs in a thread of the engine's process.
import type { MessagePort } from 'node:worker_threads';
import type { FilePlace } from './host.ts';
import { type ReadFile, readWholeFiles, WHOLE_FILE_BYTES } from './read-whole-files.ts';

/** What an opening thread is started with. */
export interface OpeningWork {
  readonly part: 'opening';
}

/** From the thread: that it runs, and what became of the files of each message in their order. */
export type FromOpening =
  | { readonly type: 'ready' }
  | {
      readonly type: 'read';
      readonly files: readonly ReadFile[];
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly tookMs: number;
    };

/** For what the files of one message grew since they were listed. */
const SPARE_BYTES = WHOLE_FILE_BYTES;

/** Reads until the thread is ended from outside. */
export function openInThread(port: MessagePort): void {
  const tell = (message: FromOpening, memory: ArrayBuffer[]) => port.postMessage(message, memory);
  port.on('message', (places: readonly FilePlace[]) => {
    const listedBytes = places.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const bytes = Buffer.allocUnsafeSlow(listedBytes + SPARE_BYTES);
    const startedMs = performance.now();
    const files = readWholeFiles(places, bytes);
    tell({ type: 'read', files, bytes, tookMs: performance.now() - startedMs }, [bytes.buffer]);
  });
  tell({ type: 'ready' }, []);
}
