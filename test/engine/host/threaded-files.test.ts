// Tests of electron/engine/host/threaded-files.ts with a real thread, bundled as it ships. Runs in vitest.
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WholeFileReader } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { builtThreadFile } from '#test/fixtures/built-thread-file.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

let built: string;
let threadFile: URL;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'casepack-threads-'));
  threadFile = await builtThreadFile(built);
});
afterAll(() => rm(built, { recursive: true, force: true }));

/** On a machine whose files lie below a folder. */
async function startReader(rootFolder: string, file = threadFile): Promise<WholeFileReader | undefined> {
  const host = await createLocalHost({ rootFolder });
  return host.startWholeFileReader?.(file);
}

test('many files come in their order, each as the thread found it', async () => {
  const folder = await temporaryFolder();
  const names = Array.from({ length: 50 }, (_, at) => `${at}.log`);
  await plantFiles(folder, Object.fromEntries(names.map((name) => [`logs/${name}`, `this is ${name}\n`])));
  await symlink('0.log', join(folder, 'logs/link.log'));
  const reader = await startReader(folder);
  const places = [...names, 'link.log', 'none.log'].map((name) => ({ path: `/logs/${name}`, sizeBytes: 14 }));
  const answers = await Promise.all([reader?.read(places), reader?.read(places.slice(-3))]);
  reader?.close();
  const [all = [], again = []] = answers.map((answer) => answer?.files);
  expect(all.map((file) => file && 'bytes' in file && file.bytes.toString())).toEqual([
    ...names.map((name) => `this is ${name}\n`),
    ...[false, false],
  ]);
  expect(all.slice(-2)).toEqual([{ trouble: 'ELOOP' }, { trouble: 'ENOENT' }]);
  expect(again).toEqual(all.slice(-3));
});

test('what was asked of a thread that ends is told, and what is asked later', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'a.log': 'x' });
  const reader = await startReader(folder);
  const asked = reader?.read([{ path: '/a.log', sizeBytes: 1 }]);
  reader?.close();
  await expect(asked).rejects.toThrow('ended');
  await expect(reader?.read([{ path: '/a.log', sizeBytes: 1 }])).rejects.toThrow('ended');
});

test('where no thread comes to life there is no reader', async () => {
  expect(await startReader(await temporaryFolder(), new URL('lost.mjs', threadFile))).toBeUndefined();
});
