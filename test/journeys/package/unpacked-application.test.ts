// The packaged application, unpacked from its archive away from the development tree: it starts, builds a packet, and is locked down the way
// the fuses say.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { WindowCaseRequest } from '#shared/ipc/contract.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { readPacket } from '#test/journeys/window/read-packet.ts';
import { ensurePackages, MAKING_TIMEOUT_MS, packages } from './made-packages.ts';
import { openPackagedWindow } from './packaged-window.ts';

const run = promisify(execFile);
/** How the fuse wire in the binary spells a fuse that is on. */
const ENABLED = '1'.charCodeAt(0);

beforeAll(ensurePackages, MAKING_TIMEOUT_MS);

it('starts without a development tree and builds a packet', async () => {
  const folder = await temporaryFolder();
  const application = join(folder, '应用 Casepack');
  await mkdir(application);
  await run('tar', ['-xzf', packages.archive, '--strip-components=1', '-C', application]);
  const home = join(folder, 'home');
  await mkdir(join(home, 'Documents'), { recursive: true });

  const { page, complaints, close } = await openPackagedWindow(join(application, 'casepack-window'), home);
  onTestFinished(close);
  const request = {
    ...sampleRequest({ only: ['os.release'] }),
    screenshots: [],
    attachments: [],
    logDirs: [],
  };
  const delivered = await page.evaluate(async (caseRequest) => {
    type Call = (channel: string, ...args: unknown[]) => Promise<{ ok: boolean; value: { draftId: string } }>;
    const { invoke } = (globalThis as unknown as { casepack: { invoke: Call } }).casepack;
    const prepared = await invoke('case:prepare', {
      request: caseRequest,
      allowIncomplete: true,
      gentle: false,
    });
    if (!prepared.ok) return prepared;
    return invoke('case:deliver', { draftId: prepared.value.draftId, withhold: [] });
  }, request as WindowCaseRequest);
  expect(delivered).toMatchObject({ ok: true });

  const [name = ''] = (await readdir(home, { recursive: true })).filter((path) => path.endsWith('.zip'));
  const packet = await readPacket(join(home, name));
  expect(packet.names).toContain('case.html');
  expect(packet.case).toMatchObject({ serviceId: { ccid: 'F96C9' } });
  expect(complaints).toEqual([]);
});

it('holds nothing but what ships', async () => {
  const files = await readdir(packages.unpacked, { recursive: true });
  expect(files.filter((path) => /node_modules|\.map$|^resources\/app\//.test(path))).toEqual([]);
  const notices = await readFile(join(packages.unpacked, 'THIRD-PARTY.txt'), 'utf8');
  expect(notices).toContain('\nreact 19.');
  expect(notices).toContain('Permission is hereby granted, free of charge');
  const bill = JSON.parse(await readFile(packages.billOfMaterials, 'utf8'));
  const names = bill.components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['react', 'zod', 'archiver']));
  expect(names).not.toContain('vitest');
});

it('has the fuses set the strict way, but for the command', async () => {
  const wire = await getCurrentFuseWire(join(packages.unpacked, 'casepack-window'));
  const on = Object.values(FuseV1Options)
    .filter((option): option is FuseV1Options => typeof option === 'number')
    .filter((option) => wire[option] === ENABLED)
    .map((option) => FuseV1Options[option]);
  expect(on.sort()).toEqual([
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'RunAsNode', // argued in docs/security.md
  ]);
});

it('takes no options for Node from the environment', async () => {
  const env = { PATH: process.env.PATH, HOME: '/nonexistent', NODE_OPTIONS: '--require /nonexistent.cjs' };
  await expect(run(join(packages.unpacked, 'bin/casepack'), ['--version'], { env })).resolves.toMatchObject({
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});
