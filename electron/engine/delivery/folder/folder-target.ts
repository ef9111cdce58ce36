// file:///folder/, \\server\share\ and plain paths: copied under a temporary name, read back, then given its name, with the
// checksum file beside it. A folder that is missing is not made: where a medium is not plugged in, its place would be filled
// instead. Runs in the engine's process.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RemoteFiles } from '../remote-files.ts';
import { SendFailure } from '../send-failure.ts';
import type { Target } from '../target.ts';
import { asidePath, uploadAside } from '../upload-aside.ts';
import { folderFiles } from './folder-files.ts';

export const folderTarget: Target = {
  schemes: ['file'],
  looksFirst: true,
  repeatable: () => true,
  async send(attempt) {
    const { packet, url, signal } = attempt;
    const folder = fileURLToPath(url);
    const path = join(folder, packet.name);
    const checksum = `${path}.sha256`;
    const files = folderFiles(attempt);
    let named = true;
    const withChecksum: RemoteFiles = {
      ...files,
      // First: a packet under its final name has its checksum beside it.
      async rename(aside, final, replace) {
        named = false;
        await files.writeText(checksum, `${packet.sha256}  ${packet.name}\n`);
        await files.rename(aside, final, replace);
        named = true;
      },
    };
    try {
      await files.refuse(folder, packet.bytes);
      return await uploadAside(path, withChecksum, attempt);
    } catch (error) {
      // Nothing half-written remains of what was cancelled, and a full disk gets its space back.
      const isFull = error instanceof SendFailure && error.reason === 'folder-full';
      if (signal.aborted || isFull) await files.abandon(asidePath(path, packet));
      if (!named) await files.abandon(checksum);
      throw error;
    } finally {
      files.end();
    }
  },
};
