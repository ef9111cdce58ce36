// Tests of electron/engine/email/verify-path.ts: a packet in parts, whose parts were lost, damaged, renamed or mixed up on
// their way. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { saveForEmail } from '#engine/email/save-for-email.ts';
import { type VerifiedPacket, verifyPath } from '#engine/email/verify-path.ts';
import { succeeded } from '#test/fixtures/case-on-linux.ts';
import { type PacketWithLogs, packetWithLogs } from '#test/fixtures/packet-with-logs.ts';

const LOG = 'collected/commvault/logs/Instance001/noise.log';

interface Received extends PacketWithLogs {
  readonly volumes: readonly string[];
  readonly verify: (path?: string) => Promise<VerifiedPacket[]>;
}

/** A folder with four volumes, whose largest log goes over three of them. */
async function received(): Promise<Received> {
  const one = await packetWithLogs({ 'noise.log': 2_400_000, 'CVMA_1.log': 900_000 });
  const options = { to: [], cc: [], maxMessageBytes: 1_500_000, folder: one.mail };
  const { drafts } = succeeded(await saveForEmail(one.packet, options, one.context));
  for (const { path } of drafts) await rm(path);
  const volumes = drafts.map(({ attachment }) => basename(attachment.path));
  expect(volumes.length).toBeGreaterThanOrEqual(4);
  const verify = (path = one.mail) => verifyPath(path, one.context);
  return { ...one, volumes, verify };
}

test('all there: in a folder, by one volume, and under the names that mail programs give', async () => {
  const { mail, volumes, verify, packet, caseReference, files: all } = await received();
  const report = { ok: true, caseReference, problems: [] };
  const whole = { name: basename(packet), parts: volumes.length, report };
  expect(await verify()).toMatchObject([whole]);
  expect(await verify(join(mail, volumes[1] ?? ''))).toMatchObject([whole]);
  for (const [at, name] of volumes.entries()) await rename(join(mail, name), join(mail, `att ${9 - at}.zip`));
  await writeFile(join(mail, 'other.zip'), 'not a zip');
  expect(await verify()).toMatchObject([whole]);
  const files = (await verify())[0]?.report.files ?? [];
  expect(files.filter(({ path }) => path === LOG)).toEqual([{ path: LOG, bytes: 2_400_000, state: 'ok' }]);
  expect(files.length).toBe(all - 1);
});

test('a volume that is missing is named, with the files that lack', async () => {
  const { mail, volumes, verify } = await received();
  await rm(join(mail, volumes[0] ?? ''));
  const [packet] = await verify();
  expect(packet?.report).toMatchObject({
    ok: false,
    problems: [{ code: 'missing-parts', detail: volumes[0] }, { code: 'files-differ' }],
  });
  expect(packet?.report.files).toContainEqual({ path: LOG, bytes: 2_400_000, state: 'missing' });
});

test('a volume that was damaged is named, be it one byte or so much that it is no zip any more', async () => {
  const { mail, volumes, verify } = await received();
  const path = join(mail, volumes[1] ?? '');
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const named = { code: 'damaged-parts', detail: volumes[1] };
  expect((await verify())[0]?.report).toMatchObject({ ok: false, problems: [named, {}] });
  await writeFile(path, bytes.subarray(0, at));
  expect((await verify())[0]?.report).toMatchObject({ ok: false, problems: [named, {}] });
});

test('a volume with something else in it, or the same file in two, is not as written', async () => {
  const { mail, volumes, verify } = await received();
  const changed = (add: string) =>
    execFileSync('python3', [
      '-c',
      `import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "a") as zip:\n    ${add}`,
      join(mail, volumes[2] ?? ''),
    ]);
  changed('zip.writestr("extra.txt", "x")');
  const [packet] = await verify();
  expect(packet?.report.files).toContainEqual({ path: 'extra.txt', bytes: 1, state: 'extra' });
  expect(packet?.report.problems[0]).toEqual({ code: 'damaged-parts', detail: volumes[2] });
});

test('two packets in a folder are told apart; a volume of another packet under a name of this one is no help', async () => {
  const [one, other] = [await received(), await received()];
  await cp(other.mail, one.mail, { recursive: true });
  expect((await one.verify()).map(({ name, report }) => [name, report.ok]).sort()).toEqual(
    [basename(one.packet), basename(other.packet)].map((name) => [name, true]).sort(),
  );
  for (const name of other.volumes) await rm(join(one.mail, name), { force: true });
  await copyFile(join(other.mail, other.volumes[0] ?? ''), join(one.mail, one.volumes[0] ?? ''));
  const reports = await one.verify();
  expect(reports.find(({ name }) => name === basename(one.packet))?.report.ok).toBe(false);
});

test('whole packets in a folder are checked, too; a folder without any says so', async () => {
  const { folder: base, mail, packet, verify } = await received();
  const folder = join(base, 'whole');
  await mkdir(folder);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  expect(await verify(folder)).toEqual([]);
  await copyFile(packet, join(folder, basename(packet)));
  expect(await verify(folder)).toMatchObject([{ name: basename(packet), parts: 1, report: { ok: true } }]);
  // Beside its volumes the packet itself says nothing new.
  await copyFile(packet, join(mail, basename(packet)));
  expect((await verify()).length).toBe(1);
  expect((await readdir(mail)).length).toBeGreaterThan(4);
});
