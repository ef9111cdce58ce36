// A tus server over TLS that keeps uploads in a folder. Runs in vitest.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import type { PrivateAuthority } from './private-authority.ts';
import { sha256Of } from './sending.ts';

export interface RunningTus {
  /** Connections are cut. */
  stop(): Promise<void>;
}

/**
 * @param uploads an existing folder, kept for the next start
 * @param idleMs after which a connection on which nothing moves is closed; 0: never
 */
export async function startTus(
  uploads: string,
  authority: PrivateAuthority,
  port: number,
  idleMs = 0,
): Promise<RunningTus> {
  const tus = new TusServer({ path: '/files', datastore: new FileStore({ directory: uploads }) });
  const files = { key: readFileSync(authority.keyFile), cert: readFileSync(authority.certificateFile) };
  const server = createServer(files, (request, response) => void tus.handle(request, response));
  server.setTimeout(idleMs);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @returns SHA-256 of every upload in the folder, whole or not. */
export function uploadsIn(uploads: string): string[] {
  return readdirSync(uploads)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => sha256Of(join(uploads, name)));
}
