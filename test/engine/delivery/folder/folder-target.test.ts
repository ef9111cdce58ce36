// Packets copied into folders: real ones, and file systems of their own that fill up, are read-only, or vanish.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import {
  createSender,
  delivered,
  PACKET_NAME,
  problemOf,
  type Sender,
  sha256Of,
} from '#test/journeys/delivery/sending.ts';

const MEGABYTE = 1024 ** 2;

const asideOf = ({ sha256 }: Sender) => `${PACKET_NAME}.${sha256.slice(0, 8)}.partial`;

/** Does something once, when the copy has got this far: progress is told every 50 ms only, so the packet must be large. */
function when(doneBytes: number, act: () => void) {
  let acted = false;
  return (progress: { stage: string; doneBytes: number }) => {
    if (acted || progress.stage !== 'send' || progress.doneBytes < doneBytes) return;
    acted = true;
    act();
  };
}

async function targetFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'U 盘', '案例 #1 100%');
  mkdirSync(folder, { recursive: true });
  return folder;
}

test.each(['path', 'url', 'relative'] as const)(
  'given as %s: arrives under its own name, read back, with its checksum',
  async (way) => {
    const folder = await targetFolder();
    const sender = await createSender();
    mkdirSync(join(sender.folder, 'out'));
    const [to, at] = {
      path: [folder, folder],
      url: [pathToFileURL(folder).href, folder],
      relative: ['./out', join(sender.folder, 'out')],
    }[way] as [string, string];
    const { receipt, phone } = delivered(await sender.send(to));
    expect(receipt).toMatchObject({ target: `${at}${sep}`, verified: 'hash', attempts: 1 });
    expect(readdirSync(at).sort()).toEqual([PACKET_NAME, `${PACKET_NAME}.sha256`]);
    expect(sha256Of(join(at, PACKET_NAME))).toBe(sender.sha256);
    expect(readFileSync(join(at, `${PACKET_NAME}.sha256`), 'utf8')).toBe(
      `${sender.sha256}  ${PACKET_NAME}\n`,
    );
    execFileSync('sha256sum', ['--quiet', '-c', `${PACKET_NAME}.sha256`], { cwd: at });
    expect(phone).toMatchObject({
      ccid: 'F96C9',
      severity: 2,
      caseReference: '7K3QX',
      hotline: '400-818-5908',
    });
    expect(phone.place).toBe(join(at, PACKET_NAME));
    expect(await readHistory(sender.dataFolder)).toMatchObject([
      { outcome: 'delivered', target: `${at}${sep}` },
    ]);
    const stages = sender.progress.map(({ stage }) => stage);
    expect(stages.lastIndexOf('check')).toBeGreaterThan(stages.lastIndexOf('send'));
  },
);

test('there already with the same content: done; with other content: refused, and replaced only when asked', async () => {
  const folder = await targetFolder();
  const sender = await createSender(MEGABYTE);
  delivered(await sender.send(folder));
  const before = statSync(join(folder, PACKET_NAME)).mtimeMs;
  expect(delivered(await sender.send(folder)).receipt.answer).toBe('already there');
  expect(statSync(join(folder, PACKET_NAME)).mtimeMs).toBe(before);

  writeFileSync(join(folder, PACKET_NAME), 'something else');
  expect(problemOf(await sender.send(folder))).toMatchObject({ reason: 'name-taken' });
  expect(readFileSync(join(folder, PACKET_NAME), 'utf8')).toBe('something else');
  delivered(await sender.send(folder, { again: true }));
  expect(sha256Of(join(folder, PACKET_NAME))).toBe(sender.sha256);
});

test('another medium at the same place: the history does not answer for it', async () => {
  const folder = await targetFolder();
  const sender = await createSender(MEGABYTE);
  delivered(await sender.send(folder));
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  expect(delivered(await sender.send(folder)).earlier).toBe(false);
  expect(sha256Of(join(folder, PACKET_NAME))).toBe(sender.sha256);
});

test('what an earlier process left is continued; what is damaged begins anew', async () => {
  const folder = await targetFolder();
  const sender = await createSender();
  const aside = join(folder, asideOf(sender));
  writeFileSync(aside, readFileSync(sender.packetPath).subarray(0, 5 * MEGABYTE));
  delivered(await sender.send(folder));
  const first = sender.progress.find(({ stage, doneBytes }) => stage === 'send' && doneBytes > 0);
  expect(first?.doneBytes).toBe(5 * MEGABYTE);
  expect(sha256Of(join(folder, PACKET_NAME))).toBe(sender.sha256);

  const other = await createSender();
  writeFileSync(join(folder, asideOf(other)), Buffer.alloc(3 * MEGABYTE, 7));
  delivered(await other.send(folder, { again: true }));
  expect(sha256Of(join(folder, PACKET_NAME))).toBe(other.sha256);

  // Its end fits, its beginning was never written: seen when it is read back, and copied again.
  const holes = await createSender();
  const torn = Buffer.from(readFileSync(holes.packetPath));
  torn.fill(0, 0, MEGABYTE);
  writeFileSync(join(folder, asideOf(holes)), torn.subarray(0, 6 * MEGABYTE));
  const { receipt } = delivered(await holes.send(folder, { again: true, retries: 1 }));
  expect(receipt.attempts).toBe(2);
  expect(sha256Of(join(folder, PACKET_NAME))).toBe(holes.sha256);
});

test('cancelled: nothing half-written remains, and the packet stays', async () => {
  const folder = await targetFolder();
  const sender = await createSender(96 * MEGABYTE);
  const controller = new AbortController();
  const context = { signal: controller.signal, onProgress: when(1, () => controller.abort()) };
  expect(problemOf(await sender.send(folder, { context }))).toEqual({ code: 'cancelled' });
  expect(readdirSync(folder)).toEqual([]);
  expect(sha256Of(sender.packetPath)).toBe(sender.sha256);
  expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'cancelled' }]);
});

test('no such folder, a file in its place, no right to write', async () => {
  const folder = await targetFolder();
  const sender = await createSender(MEGABYTE);
  const none = join(folder, 'not plugged in');
  expect(problemOf(await sender.send(none, { retries: 3 }))).toMatchObject({
    code: 'delivery-failed',
    reason: 'folder-missing',
    target: `${none}${sep}`,
  });
  expect(readdirSync(folder)).toEqual([]);
  expect(problemOf(await sender.send(sender.packetPath))).toMatchObject({ reason: 'folder-missing' });

  const closed = await createSender(MEGABYTE);
  for (const path of [closed.folder, join(closed.folder, '案例 packets'), closed.packetPath])
    execFileSync('chmod', ['a+rx', path]);
  execFileSync('chmod', ['-R', '555', folder]);
  await asNobody(async () => {
    expect(problemOf(await closed.send(folder))).toMatchObject({ reason: 'folder-forbidden' });
  });
});

describe.runIf(canMount())('file systems of their own', () => {
  test('too small for the packet: told before anything is written', async () => {
    const volume = await smallVolume('size=4m');
    const sender = await createSender();
    expect(problemOf(await sender.send(volume))).toMatchObject({ reason: 'folder-full' });
    expect(readdirSync(volume)).toEqual([]);
  });

  test('filling up on the way: said so, its space given back', async () => {
    const volume = await smallVolume('size=128m');
    const sender = await createSender(96 * MEGABYTE);
    const fill = () => spawnSync('dd', ['if=/dev/zero', `of=${join(volume, 'other')}`, 'bs=1M', 'count=128']);
    const sending = sender.send(volume, { context: { onProgress: when(1, fill) }, retries: 3 });
    expect(problemOf(await sending)).toMatchObject({ reason: 'folder-full' });
    expect(readdirSync(volume)).toEqual(['other']);
    expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'failed', attempts: 1 }]);
  });

  test('read-only', async () => {
    const volume = await smallVolume('size=16m,ro');
    const sender = await createSender(MEGABYTE);
    expect(problemOf(await sender.send(volume))).toMatchObject({ reason: 'folder-read-only' });
  });

  test('pulled out on the way: said so, nothing lands in the empty place, and once back it continues', async () => {
    const volume = await smallVolume('size=128m');
    const sender = await createSender(96 * MEGABYTE);
    const onProgress = when(1, () => execFileSync('umount', ['-l', volume]));
    expect(problemOf(await sender.send(volume, { context: { onProgress }, retries: 3 }))).toMatchObject({
      reason: 'folder-lost',
    });
    expect(readdirSync(volume)).toEqual([]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', volume]);
    delivered(await sender.send(volume));
    expect(sha256Of(join(volume, PACKET_NAME))).toBe(sender.sha256);
  });
});
