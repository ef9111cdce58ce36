// A disk that is too small, or fills up in the middle, for the draft and for the packet. Mounts small volumes, so it
// runs as root only. Runs in vitest.
import { randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliverCase } from '#engine/deliver-case.ts';
import { Spool } from '#engine/packet/spool.ts';
import { type CaseOnLinux, caseOnLinux, draftsGoTo, succeeded } from '#test/fixtures/case-on-linux.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';

const MIB = 1024 ** 2;
const LOGS = 'var/log/commvault/Log_Files';

/** The planted machine with a log that does not compress. */
async function machineWithLog(sizeBytes: number): Promise<CaseOnLinux> {
  const machine = await caseOnLinux();
  await writeFile(join(machine.folder, LOGS, 'noise.log'), randomBytes(sizeBytes));
  return machine;
}

describe.runIf(canMount())('where the draft goes', () => {
  test('too small from the start: refused before anything is written', async () => {
    const machine = await machineWithLog(30 * MIB);
    const volume = await smallVolume('size=4m');
    draftsGoTo(volume);
    expect(await machine.prepare()).toEqual({
      ok: false,
      problems: [
        { code: 'not-enough-space', path: volume, neededBytes: expect.any(Number), freeBytes: 4 * MIB },
      ],
    });
    expect(await readdir(volume)).toEqual([]);
  });

  test('too small, but the packet’s own folder has room: the draft is kept there', async () => {
    const machine = await machineWithLog(30 * MIB);
    const volume = await smallVolume('size=4m');
    draftsGoTo(volume);
    const draft = succeeded(await machine.prepare({}, { outputFolder: machine.output }));
    expect(await readdir(volume)).toEqual([]);
    expect(await readdir(machine.output)).toHaveLength(1);
    await draft.discard();
    expect(await readdir(machine.output)).toEqual([]);
  });

  test('fills up in the middle, since the logs do not compress as logs do: told, and nothing is left', async () => {
    const machine = await machineWithLog(8 * MIB);
    const volume = await smallVolume('size=4m');
    draftsGoTo(volume);
    expect(await machine.prepare()).toMatchObject({ ok: false, problems: [{ code: 'disk-full' }] });
    expect(await readdir(volume)).toEqual([]);
  });

  test('has room but takes no more files', async () => {
    const volume = await smallVolume('size=4m,nr_inodes=2');
    const creating = Spool.create(volume);
    await expect(creating).rejects.toMatchObject({ problems: [{ code: 'disk-full' }] });
    expect(await readdir(volume)).toEqual([]);
  });
});

describe.runIf(canMount())('where the packet goes', () => {
  test('too small: refused before anything is written, and the draft can go elsewhere', async () => {
    const machine = await machineWithLog(6 * MIB);
    const draft = succeeded(await machine.prepare());
    const volume = await smallVolume('size=4m');
    expect(await deliverCase(draft, { folder: volume, withhold: [] }, machine.context)).toMatchObject({
      ok: false,
      problems: [{ code: 'not-enough-space', path: volume, freeBytes: 4 * MIB }],
    });
    expect(await readdir(volume)).toEqual([]);
    const elsewhere = { folder: machine.output, withhold: [] };
    expect((await deliverCase(draft, elsewhere, machine.context)).ok).toBe(true);
  });

  test('fills up in the middle, since others write too: told, and nothing is left', async () => {
    const machine = await machineWithLog(6 * MIB);
    const draft = succeeded(await machine.prepare());
    const volume = await smallVolume('size=8m');
    const context = {
      ...machine.context,
      onProgress: () => void writeFile(join(volume, 'other'), Buffer.alloc(5 * MIB)).catch(() => undefined),
    };
    expect(await deliverCase(draft, { folder: volume, withhold: [] }, context)).toMatchObject({
      ok: false,
      problems: [{ code: 'disk-full' }],
    });
    expect(await readdir(volume)).toEqual(['other']);
  });

  test('has room but takes no more files', async () => {
    const machine = await caseOnLinux();
    const draft = succeeded(await machine.prepare());
    const volume = await smallVolume('size=8m,nr_inodes=1');
    expect(await deliverCase(draft, { folder: volume, withhold: [] }, machine.context)).toMatchObject({
      ok: false,
      problems: [{ code: 'disk-full' }],
    });
  });
});
