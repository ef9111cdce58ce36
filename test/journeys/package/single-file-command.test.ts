// The command line as one file, alone in a folder, on plain Node: what a server without a desktop gets.
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { workplace } from '#test/journeys/cli/workplace.ts';
import { readPacket } from '#test/journeys/window/read-packet.ts';
import { BUILT_COMMAND } from '../cli/casepack-process.ts';
import { ensurePackages, MAKING_TIMEOUT_MS, packages } from './made-packages.ts';

beforeAll(ensurePackages, MAKING_TIMEOUT_MS);

it('builds a packet and verifies it', async () => {
  const command = join(await temporaryFolder(), 'casepack.mjs');
  await copyFile(packages.singleFile, command);
  const { run, out } = await workplace();
  const built = await run(['demo', '--out', out], { command });
  expect(built).toMatchObject({ exitCode: 0 });
  const path = join(out, (await readdir(out)).find((file) => file.endsWith('.zip')) ?? '');
  const packet = await readPacket(path);
  expect(packet.names).toContain('manifest.json');
  await expect(run(['verify', path], { command })).resolves.toMatchObject({ exitCode: 0 });
  // Sending loads packages that look for compiled helpers and for their own folder.
  await expect(
    run(['deliver', path, '--to', 'sftp://nobody@127.0.0.1:1/in/'], { command }),
  ).resolves.toMatchObject({
    exitCode: 4,
  });
  await expect(run(['verify', 'no-such.zip'], { command })).resolves.toMatchObject({ exitCode: 2 });
});

// Where threads cannot be started everything is done on one, so nothing else would tell.
it.each([
  ['the single file', () => packages.singleFile],
  ['the file beside the built command', () => BUILT_COMMAND.replace(/cli\.js$/, 'engine-thread.js')],
])('%s is what a thread of the engine can begin with', async (_, file) => {
  const thread = new Worker(file(), { workerData: { part: 'reading', path: BUILT_COMMAND } });
  try {
    const first = await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => resolve('ended without a word'));
    });
    expect(first).toEqual({ type: 'ready' });
  } finally {
    await thread.terminate();
  }
});
