// Files of an FTP server. Runs in the engine's process.
import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, FTPError } from 'basic-ftp';
import type { RemoteFiles } from '../remote-files.ts';
import { SendFailure } from '../send-failure.ts';
import { type FtpConnection, LAST_WORD_MS } from './ftp-connection.ts';

export function ftpFiles({ client, ask }: FtpConnection): RemoteFiles {
  return {
    async sizeOf(path) {
      try {
        return await ask(() => client.size(path));
      } catch (error) {
        // The answer to SIZE for what is not there; whether one may write shows when writing.
        if (error instanceof SendFailure && (error.reason === 'not-found' || error.reason === 'forbidden'))
          return undefined;
        throw error;
      }
    },
    async read(path, from, take) {
      const sink = new Writable({
        write(chunk: Buffer, _encoding, done) {
          take(chunk);
          done();
        },
      });
      await ask(() => client.downloadTo(sink, path, from));
    },
    async write(path, from, chunks) {
      const source = Readable.from(chunks, { objectMode: false });
      const upload = () => (from === 0 ? client.uploadFrom(source, path) : client.appendFrom(source, path));
      await ask(() => upload().catch((error) => lastWord(client, error)));
    },
    // FTP replaces what has the new name; the caller has looked.
    rename: async (path, newPath) => {
      await ask(() => client.rename(path, newPath));
    },
    remove: async (path) => {
      await ask(() => client.remove(path));
    },
    freeBytes: async () => undefined,
  };
}

/** A server that refuses in the midst of a file closes the data connection; why, it says on the other one. */
async function lastWord(client: Client, error: unknown): Promise<never> {
  if (error instanceof FTPError || client.closed) throw error;
  const word = client.ftp.handle(undefined, (response, task) =>
    response instanceof Error ? task.reject(response) : task.resolve(response),
  );
  const heard = await Promise.race([word.catch((refusal) => refusal), sleep(LAST_WORD_MS)]);
  throw heard instanceof FTPError ? heard : error;
}
