// Servers that answer and close while a large packet is still on its way: their word counts, not the broken connection.
// nginx in front of a service that reads a part, or nothing; it closes at once or lingers.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { createSender, problemOf } from './sending.ts';

const MEGABYTE = 1024 ** 2;
/** A race has many outcomes. */
const ROUNDS = 6;

let folder: string;
let authority: PrivateAuthority;
let nginx: Nginx;
let service: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-early-'));
  authority = createAuthority(folder);
  // /403/4000000: answers 403 when it has read that much.
  service = createServer((request, response) => {
    const [, status = '', after = ''] = /^\/[a-z]+\/(\d+)\/(\d+)/.exec(request.url ?? '') ?? [];
    let read = 0;
    const answer = () => response.writeHead(Number(status)).end('no\n');
    request.on('data', (chunk: Buffer) => {
      const before = read;
      read += chunk.length;
      if (before < Number(after) && read >= Number(after)) answer();
    });
    if (Number(after) === 0) answer();
    request.on('error', () => {}); // nginx closes this side as well
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const address = service.address();
  nginx = await startNginx(folder, authority, {
    servicePort: typeof address === 'object' ? address?.port : undefined,
  });
});
afterAll(async () => {
  await nginx.stop();
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function refused(way: string, status: number, after: number) {
  const sender = await createSender(24 * MEGABYTE);
  const to = `https://localhost:${nginx.port}/${way}/${status}/${after}/`;
  const problem = problemOf(await sender.send(to, { access: { ca: authority.ca }, retries: 2 }));
  const [entry] = await readHistory(sender.dataFolder);
  return { problem, entry };
}

test.each([
  ['abrupt', 403, 'forbidden'],
  ['abrupt', 413, 'too-large'],
  ['lingering', 401, 'login-refused'],
] as const)('%s %d once the request is read: %s, heard at the first attempt', async (way, status, reason) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { problem, entry } = await refused(way, status, 0);
    expect(problem).toMatchObject({ reason, detail: expect.stringContaining(String(status)) });
    expect(entry).toMatchObject({ outcome: 'failed', attempts: 1 });
  }
});

// In the midst of writing a closed connection may still be met before the answer is read, once in a while; what is said in
// the end is the server's word.
test.each([
  ['abrupt', 401, 8_000_000, 'login-refused'],
  ['abrupt', 507, 12_000_000, 'no-space'],
  ['lingering', 507, 3_000_000, 'no-space'],
] as const)('%s %d after %d bytes: %s', async (way, status, after, reason) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { problem } = await refused(way, status, after);
    expect(problem).toMatchObject({ reason, detail: expect.stringContaining(String(status)) });
  }
});
