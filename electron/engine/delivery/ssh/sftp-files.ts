// Files of an SFTP server. Runs in the engine's process.
import type { OpenMode, SFTPWrapper, Stats } from 'ssh2';
import type { DeliveryFailure } from '#shared/schema/delivery.ts';
import type { RemoteFiles } from '../remote-files.ts';
import { SendFailure } from '../send-failure.ts';
import type { SshConnection } from './ssh-connection.ts';

/** What every server takes in one message, and how many are on the way at once: a slow line must stay full. */
const BLOCK_BYTES = 32 * 1024;
const BLOCKS_ON_THE_WAY = 64;

const NO_SUCH_FILE = 2;
const REASON_OF_STATUS: Readonly<Record<number, DeliveryFailure>> = {
  [NO_SUCH_FILE]: 'not-found',
  3: 'forbidden',
  6: 'connection-lost',
  7: 'connection-lost',
  14: 'no-space',
  15: 'no-space',
};

type Callback<Value> = (error: Error | null | undefined, value: Value) => void;

export function sftpFiles({ sftp, broken, moved }: SshConnection): RemoteFiles {
  const waiting = new Set<(error: unknown) => void>();
  let brokenBy: { readonly error: unknown } | undefined;
  broken.catch((error) => {
    brokenBy = { error };
    for (const reject of waiting) reject(error);
  });
  /** One request, unless the connection breaks first. */
  const ask = <Value = void>(call: (answered: Callback<Value>) => void): Promise<Value> =>
    new Promise<Value>((resolve, reject) => {
      if (brokenBy !== undefined) throw brokenBy.error;
      waiting.add(reject);
      call((error, value) => {
        waiting.delete(reject);
        moved();
        if (error) reject(statusFailure(error));
        else resolve(value);
      });
    });
  const withFile = async <Value>(path: string, flags: OpenMode, work: (handle: Buffer) => Promise<Value>) => {
    const handle = await ask<Buffer>((answered) => sftp.open(path, flags, answered));
    const value = await work(handle);
    await ask((answered) => sftp.close(handle, answered));
    return value;
  };
  return {
    async sizeOf(path) {
      const stats = await ask<Stats | undefined>((answered) =>
        sftp.stat(path, (error, found) =>
          (error as { code?: number } | undefined)?.code === NO_SUCH_FILE
            ? answered(undefined, undefined)
            : answered(error, found),
        ),
      );
      return stats?.size;
    },
    read: (path, from, take) =>
      withFile(path, 'r', async (handle) => {
        const size = (await ask<Stats>((answered) => sftp.fstat(handle, answered))).size;
        const readBlock = (position: number) => {
          const block = Buffer.alloc(Math.min(BLOCK_BYTES, size - position));
          return ask<Buffer>((answered) =>
            sftp.read(handle, block, 0, block.length, position, (error, bytes) =>
              answered(error, block.subarray(0, bytes)),
            ),
          );
        };
        const coming: Promise<Buffer>[] = [];
        for (let position = from; position < size; position += BLOCK_BYTES) {
          const block = readBlock(position);
          block.catch(() => {});
          coming.push(block);
          if (coming.length >= BLOCKS_ON_THE_WAY) take(await (coming.shift() as Promise<Buffer>));
        }
        for (const block of coming) take(await block);
      }),
    write: (path, from, chunks) =>
      withFile(path, from === 0 ? 'w' : 'r+', async (handle) => {
        const going: Promise<void>[] = [];
        let position = from;
        for await (const chunk of chunks) {
          for (let start = 0; start < chunk.length; start += BLOCK_BYTES) {
            const block = Buffer.from(chunk.subarray(start, start + BLOCK_BYTES));
            const at = position;
            const write = (answered: Callback<void>) =>
              sftp.write(handle, block, 0, block.length, at, answered);
            const written = ask(write).catch(refuseWrite);
            written.catch(() => {});
            going.push(written);
            position += block.length;
            if (going.length >= BLOCKS_ON_THE_WAY) await going.shift();
          }
        }
        await Promise.all(going);
        await flushed(sftp, handle, ask);
      }),
    async rename(path, newPath, replace) {
      // The plain request refuses names that are taken.
      if (replace && (await this.sizeOf(newPath)) !== undefined) await this.remove(newPath);
      await ask((answered) => sftp.rename(path, newPath, answered));
    },
    remove: (path) => ask((answered) => sftp.unlink(path, answered)),
    async freeBytes(folder) {
      try {
        // biome-ignore lint/suspicious/noExplicitAny: the typings leave out what statvfs answers
        const volume = await ask<any>((answered) => sftp.ext_openssh_statvfs(folder, answered));
        return Number(volume.f_bavail) * Number(volume.f_frsize);
      } catch (error) {
        if (error instanceof SendFailure && error.reason === 'connection-lost') throw error;
        return undefined; // an extension that not every server has
      }
    },
  };
}

/** On the server's disk, where it has the extension. */
async function flushed(
  sftp: SFTPWrapper,
  handle: Buffer,
  ask: (call: (answered: Callback<void>) => void) => Promise<void>,
): Promise<void> {
  try {
    await ask((answered) => sftp.ext_openssh_fsync(handle, answered));
  } catch (error) {
    if (error instanceof SendFailure && error.reason === 'connection-lost') throw error;
  }
}

/** Most servers have no word for a full disk or quota: a file that could be opened cannot be written, that is all. */
function refuseWrite(error: unknown): never {
  if (!(error instanceof SendFailure) || error.reason !== 'server-error') throw error;
  throw new SendFailure('no-space', error.detail);
}

function statusFailure(error: Error): Error {
  const { code, message } = error as Error & { code?: unknown };
  if (typeof code !== 'number') return new SendFailure('connection-lost', message);
  return new SendFailure(REASON_OF_STATUS[code] ?? 'server-error', message);
}
