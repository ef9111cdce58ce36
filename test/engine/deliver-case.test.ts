// Tests of electron/engine/deliver-case.ts: what goes wrong while a draft is saved. Runs in vitest.
import { chmod, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliverCase } from '#engine/deliver-case.ts';
import type { PacketDraft } from '#engine/packet/packet-draft.ts';
import { verifyPacket } from '#engine/packet/verify-packet.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { type CaseOnLinux, caseOnLinux, succeeded } from '#test/fixtures/case-on-linux.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';

async function drafted(): Promise<{ machine: CaseOnLinux; draft: PacketDraft }> {
  const machine = await caseOnLinux();
  return { machine, draft: succeeded(await machine.prepare()) };
}

const deliver = ({ machine, draft }: Awaited<ReturnType<typeof drafted>>, folder = machine.output) =>
  deliverCase(draft, { folder, withhold: [] }, machine.context);

/** The draft's own folder stays until it is discarded; beside it there must be nothing. */
async function expectNoPacket(machine: CaseOnLinux): Promise<void> {
  expect(await readdir(machine.output)).toEqual([]);
}

describe('a folder that cannot take the packet', () => {
  test('is not there', async () => {
    const one = await drafted();
    const folder = join(one.machine.output, 'none');
    expect(await deliver(one, folder)).toEqual({
      ok: false,
      problems: [{ code: 'cannot-write', path: folder, reason: 'ENOENT' }],
    });
  });

  test('is a file', async () => {
    const one = await drafted();
    const file = join(one.machine.folder, 'etc/os-release');
    expect(await deliver(one, file)).toMatchObject({
      ok: false,
      problems: [{ code: 'cannot-write', reason: 'ENOTDIR' }],
    });
  });

  test('may not be written, and the draft can go elsewhere', async () => {
    const one = await drafted();
    const { machine } = one;
    const closed = join(machine.output, 'closed');
    await mkdir(closed, { mode: 0o555 });
    await chmod(join(machine.output, '..'), 0o755);
    expect(await asNobody(() => deliver(one, closed))).toMatchObject({
      ok: false,
      problems: [{ code: 'cannot-write', reason: 'EACCES' }],
    });
    await rm(closed, { recursive: true });
    await expectNoPacket(machine);
    const { packetPath } = succeeded(await deliver(one));
    expect(await verifyPacket(packetPath, machine.context)).toMatchObject({ ok: true });
  });
});

describe('cancelled, no packet is left and the draft can be saved again', () => {
  test.each(['pack', 'check'] as const)('at the stage %s', async (stage) => {
    const one = await drafted();
    const { machine, draft } = one;
    const cancel = new AbortController();
    const onProgress = (progress: Progress) => progress.stage === stage && cancel.abort();
    const context = sampleContext(machine.host, { signal: cancel.signal, onProgress });
    expect(await deliverCase(draft, { folder: machine.output, withhold: [] }, context)).toEqual({
      ok: false,
      problems: [{ code: 'cancelled' }],
    });
    await expectNoPacket(machine);
    expect((await deliver(one)).ok).toBe(true);
  });
});

test('the same draft can be saved twice, without and with a file', async () => {
  const { machine, draft } = await drafted();
  const second = join(machine.output, 'second');
  await mkdir(second);
  const withhold = ['screenshots/01.png'];
  const all = succeeded(await deliverCase(draft, { folder: machine.output, withhold: [] }, machine.context));
  const part = succeeded(await deliverCase(draft, { folder: second, withhold }, machine.context));
  expect(part.files).toBe(all.files - 1);
  expect(await verifyPacket(part.packetPath, machine.context)).toMatchObject({ ok: true });
});

test('a draft that was damaged on the disk does not become a packet', async () => {
  const one = await drafted();
  const { machine, draft } = one;
  const spool = join(draft.spool.folder, 'spool');
  await writeFile(spool, Buffer.alloc(100, 'x'), { flag: 'r+' });
  expect(await deliver(one)).toMatchObject({ ok: false, problems: [{ code: 'check-failed' }] });
  await expectNoPacket(machine);
});

test('a draft that was cut off on the disk does not become a packet either', async () => {
  const one = await drafted();
  await truncate(join(one.draft.spool.folder, 'spool'), 500);
  expect(await deliver(one)).toMatchObject({ ok: false, problems: [{ code: 'check-failed' }] });
  await expectNoPacket(one.machine);
});

test('progress counts the packet’s files and bytes, then reads them back', async () => {
  const { machine, draft } = await drafted();
  const seen: Progress[] = [];
  const context = sampleContext(machine.host, { onProgress: (progress) => seen.push(progress) });
  const { files } = succeeded(await deliverCase(draft, { folder: machine.output, withhold: [] }, context));
  expect(seen.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['pack', 'check']));
  expect(seen[0]).toMatchObject({ stage: 'pack', file: 'case.html', totalFiles: files });
  for (const { doneBytes, totalBytes } of seen) expect(doneBytes).toBeLessThanOrEqual(totalBytes);
});

test('unknown parts of the name are said to be unknown', async () => {
  const machine = await caseOnLinux();
  const incomplete = { ccid: undefined, severity: undefined };
  const draft = succeeded(await machine.prepare(incomplete, { allowIncomplete: true }));
  const receipt = succeeded(await deliver({ machine, draft }));
  expect(receipt.packetPath).toMatch(/NOCCID_SX_20261120-101530_[2-9A-Z]{5}\.zip$/);
  expect(receipt.gaps).toEqual(['ccid', 'severity']);
});
