// Files of a folder on a disk, a USB medium or a network share. A share that hangs must not hang the program: nothing is
// waited for longer than the watch allows. Runs in the engine's process.
import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SAFELY } from '../../host/open-safely.ts';
import type { RemoteFiles } from '../remote-files.ts';
import { SendFailure } from '../send-failure.ts';
import { StallWatch } from '../stall-watch.ts';
import type { Attempt } from '../target.ts';
import { folderFailure } from './folder-failure.ts';

const CHUNK_BYTES = 1024 ** 2;
/** On the medium before more is written: otherwise the system takes everything at once and the last step lasts minutes. */
const FLUSH_BYTES = 32 * 1024 ** 2;

// Names in a folder that others share can be guessed.
const ANEW = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | SAFELY;
const GO_ON = constants.O_RDWR | SAFELY;

/** A share that hangs never closes anything. */
const CLOSE_MS = 2000;

const FAT32 = 0x4d44;
const FAT32_MAX_BYTES = 2 ** 32 - 1;

export interface FolderFiles extends RemoteFiles {
  /** Rejects with SendFailure where there is no such folder, or its file system takes no file of that size. */
  refuse(folder: string, bytes: number): Promise<void>;
  /** Removes what was begun, if that can be done soon; also after cancelling. */
  abandon(path: string): Promise<void>;
  /** Writes a small text. */
  writeText(path: string, text: string): Promise<void>;
  end(): void;
}

export function folderFiles({ patience, signal }: Pick<Attempt, 'patience' | 'signal'>): FolderFiles {
  let breakOff: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    breakOff = reject;
  });
  broken.catch(() => {}); // whoever waits hears of it
  const watch = new StallWatch(patience.stallMs, () =>
    breakOff(new SendFailure('folder-stalled', `${patience.stallMs / 1000} s`)),
  );
  const cancel = () => breakOff(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });

  const ask = async <Value>(
    path: string,
    work: Promise<Value>,
    missing?: 'folder-missing',
  ): Promise<Value> => {
    work.catch(() => {});
    try {
      const value = await Promise.race([work, broken]);
      watch.moved();
      return value;
    } catch (error) {
      signal.throwIfAborted();
      throw folderFailure(error, path, missing);
    }
  };
  const withFile = async <Value>(
    path: string,
    flags: string | number,
    work: (file: FileHandle, ask: <Part>(part: Promise<Part>) => Promise<Part>) => Promise<Value>,
  ): Promise<Value> => {
    const file = await ask(path, open(path, flags));
    try {
      return await work(file, (part) => ask(path, part));
    } finally {
      await atMost(CLOSE_MS, file.close());
    }
  };

  return {
    inFolder: true,
    async refuse(folder, bytes) {
      const found = await ask(folder, stat(folder), 'folder-missing');
      if (!found.isDirectory()) throw new SendFailure('folder-missing', folder);
      const { type } = await ask(folder, statfs(folder));
      if (type === FAT32 && bytes > FAT32_MAX_BYTES) throw new SendFailure('folder-file-limit', 'FAT32');
    },
    async sizeOf(path) {
      const found = await ask(
        path,
        stat(path).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return undefined;
          throw error;
        }),
      );
      return found?.size;
    },
    read: (path, from, take) =>
      withFile(path, 'r', async (file, waited) => {
        const block = Buffer.allocUnsafe(CHUNK_BYTES);
        for (let position = from; ; ) {
          const { bytesRead } = await waited(file.read(block, 0, CHUNK_BYTES, position));
          if (bytesRead === 0) return;
          take(block.subarray(0, bytesRead));
          position += bytesRead;
        }
      }),
    write: (path, from, chunks) =>
      withFile(path, from === 0 ? ANEW : GO_ON, async (file, waited) => {
        let position = from;
        let unflushed = 0;
        for await (const chunk of chunks) {
          for (let done = 0; done < chunk.length; ) {
            const { bytesWritten } = await waited(
              file.write(chunk, done, chunk.length - done, position + done),
            );
            done += bytesWritten;
          }
          position += chunk.length;
          unflushed += chunk.length;
          if (unflushed < FLUSH_BYTES) continue;
          await waited(file.datasync());
          unflushed = 0;
        }
        // What an earlier attempt wrote beyond this packet's end.
        await waited(file.truncate(position));
        await waited(file.sync());
      }),
    writeText: (path, text) =>
      withFile(path, ANEW, async (file, waited) => {
        await waited(file.writeFile(text));
        await waited(file.sync());
      }),
    async rename(path, newPath) {
      await ask(path, rename(path, newPath));
      await flushFolder(dirname(newPath));
    },
    remove: (path) => ask(path, rm(path, { force: true })),
    // Also after a break, which ends all else.
    abandon: (path) => atMost(CLOSE_MS, rm(path, { force: true })),
    async freeBytes(folder) {
      const { bavail, bsize } = await ask(folder, statfs(folder));
      return bavail * bsize;
    },
    end() {
      watch.stop();
      signal.removeEventListener('abort', cancel);
    },
  };
}

/** Resolves when the work is done or has failed, or the time is up. */
async function atMost(limitMs: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(limitMs, undefined, { ref: false })]).catch(() => {});
}

/** So that a new name survives the medium's being pulled out; systems that cannot do it write names at once. */
async function flushFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
}
