// Tests of electron/engine/packet/exported-file.ts with real programs. Runs in vitest.
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Source } from '#engine/collectors/collector.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { openSource } from '#engine/packet/source-chunks.ts';
import { readSource } from '#test/fixtures/read-source.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;

/** A Node that does this with the path it is given. */
function exporting(script: string, maxBytes = 1_000_000, timeoutMs = 10_000): Source {
  return {
    ...{ kind: 'export', name: 'System.evtx', maxBytes },
    command: (path) => ({
      ...{ program: process.execPath, args: ['-e', script, path], timeoutMs, maxOutputBytes: 1_000 },
    }),
  };
}

const WRITE = 'require("fs").writeFileSync(process.argv[1], "x".repeat(600000))';

test('what the program wrote is read and removed, wherever the host has its root', async () => {
  const folder = await temporaryFolder();
  const host = await createLocalHost({ rootFolder: await temporaryFolder() });
  const { bytes, outcome } = await readSource(exporting(WRITE), host, never, folder);
  expect(bytes.toString()).toBe('x'.repeat(600_000));
  expect(outcome).toEqual({});
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  [
    'fails after it wrote',
    `${WRITE}; console.error("Access is denied."); process.exit(5)`,
    'permission-denied',
  ],
  ['fails', 'process.exit(1)', 'command-failed'],
  ['succeeds and writes nothing', '', 'not-found'],
])(
  'a program that %s leaves a note that names no private path, and nothing behind',
  async (_, script, reason) => {
    const folder = await temporaryFolder();
    const opened = await openSource(exporting(script), await createLocalHost(), never, folder);
    expect(opened).toMatchObject({ note: { reason } });
    expect(JSON.stringify(opened)).not.toContain(folder);
    expect(await readdir(folder)).toEqual([]);
  },
);

test('a file that is too large, and one that takes too long, are dropped', async () => {
  const folder = await temporaryFolder();
  const host = await createLocalHost();
  expect(await openSource(exporting(WRITE, 1_000), host, never, folder)).toMatchObject({
    note: { reason: 'size-limit', detail: '600000' },
  });
  const slow = exporting(`${WRITE}; setInterval(() => {}, 1e6)`, 1_000_000, 700);
  expect(await openSource(slow, host, never, folder)).toMatchObject({ note: { reason: 'time-limit' } });
  expect(await readdir(folder)).toEqual([]);
});

test('cancelling removes what was written', async () => {
  const folder = await temporaryFolder();
  const cancel = new AbortController();
  setTimeout(() => cancel.abort(), 500);
  const slow = exporting(`${WRITE}; setInterval(() => {}, 1e6)`);
  await expect(openSource(slow, await createLocalHost(), cancel.signal, folder)).rejects.toThrow(/abort/i);
  expect(await readdir(folder)).toEqual([]);
});
