// Links and other users' files under every name that can be guessed, before and while a case is made: nothing is written
// through them, nothing is read through them, and what they point at stays as it was. Runs in vitest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commvaultInstallLogs } from '#engine/collectors/commvault/commvault-install-logs.ts';
import { walkFolder } from '#engine/collectors/walk-folder.ts';
import { deliverCase } from '#engine/deliver-case.ts';
import { folderFiles } from '#engine/delivery/folder/folder-files.ts';
import { writeRequest } from '#engine/email/write-request.ts';
import { isTrouble } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { createOwnLog } from '#engine/log/own-log.ts';
import { createPrivateFolder } from '#engine/packet/private-folder.ts';
import { caseOnLinux, succeeded } from '#test/fixtures/case-on-linux.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { look } from '#test/fixtures/look.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { readSource } from '#test/fixtures/read-source.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const never = new AbortController().signal;

/** A file that must stay as it is, and a way to see that it did. */
async function victim(): Promise<{ path: string; untouched: () => Promise<void> }> {
  const path = join(await temporaryFolder(), 'precious');
  await writeFile(path, 'precious\n', { mode: 0o640 });
  const before = await stat(path);
  return {
    path,
    async untouched() {
      expect(await readFile(path, 'utf8')).toBe('precious\n');
      expect(await stat(path)).toMatchObject({ mtimeMs: before.mtimeMs, mode: before.mode, ino: before.ino });
    },
  };
}

const read = async (handle: { read(target: Buffer, position: number): Promise<number> }) => {
  const target = Buffer.alloc(100);
  return target.toString('utf8', 0, await handle.read(target, 0));
};

test('a packet and its checksum are written through no link, whatever name could be guessed', async () => {
  const machine = await caseOnLinux();
  const random = { randomBytes: (size: number) => Buffer.alloc(size, 5) };
  const context = { ...machine.context, host: { ...machine.host, ...random } };
  const draft = succeeded(await machine.prepare({}, { context }));
  const { path, untouched } = await victim();
  const packet = join(machine.output, 'F96C9_S2_20261120-101530_77777.zip');
  const planted = ['', '.sha256', '.partial', '.sha256.partial', '.sha256.new'].map(
    (end) => `${packet}${end}`,
  );
  for (const name of planted) await symlink(path, name);

  const refused = await deliverCase(draft, { folder: machine.output, withhold: [] }, context);
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'cannot-write', reason: 'EEXIST' }] });
  await untouched();

  for (const name of planted) await rm(name, { force: true });
  for (const name of planted.filter((one) => !one.endsWith('.zip.partial'))) await symlink(path, name);
  const receipt = succeeded(await deliverCase(draft, { folder: machine.output, withhold: [] }, context));
  expect(receipt.packetPath).toBe(packet);
  for (const name of [packet, `${packet}.sha256`]) expect((await lstat(name)).isFile()).toBe(true);
  await untouched();
});

test('a request for support is written through no link', async () => {
  const folder = await temporaryFolder();
  const { path, untouched } = await victim();
  const context = sampleContext({ ...(await createLocalHost()), now: () => new Date(0), timeZone: 'UTC' });
  const draft = join(folder, 'F96C9_renewal_19700101-000000.eml');
  await symlink(path, draft);
  const contact = { name: '王伟', phone: '010-59051155', email: 'wang@bank.example' };
  const request = { kind: 'renewal', ccid: 'F96C9', company: '某某银行', contact } as const;
  succeeded(await writeRequest(request, { to: [], folder }, context));
  expect((await lstat(draft)).isFile()).toBe(true);
  await untouched();
});

test('a copy in a shared folder is written through no link and waits for no pipe', async () => {
  const folder = await temporaryFolder();
  const { path, untouched } = await victim();
  const files = folderFiles({ patience: { stallMs: 5_000 } as never, signal: never });
  const chunks = async function* () {
    yield Buffer.from('packet');
  };
  await symlink(path, join(folder, 'x.partial'));
  await hostileFiles['a pipe that nobody writes to']?.(join(folder, 'pipe.partial'));
  for (const from of [0, 3]) {
    await expect(files.write(join(folder, 'x.partial'), from, chunks())).rejects.toMatchObject({
      reason: 'folder-forbidden',
    });
  }
  await expect(files.writeText(join(folder, 'x.partial'), 'sum')).rejects.toMatchObject({
    reason: 'folder-forbidden',
  });
  await expect(files.write(join(folder, 'pipe.partial'), 0, chunks())).rejects.toMatchObject({
    reason: 'folder-forbidden',
  });
  files.end();
  await untouched();
});

test.each(['a pipe that nobody writes to', 'a folder', 'a link to itself'])(
  'the own log neither waits for %s nor offers it',
  async (kind) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'logs'));
    await hostileFiles[kind]?.(join(folder, 'logs/casepack.log'));
    const log = createOwnLog(folder, '1.2.3');
    await log.write('call', { name: 'plan' });
    expect(await log.files()).toEqual([]);
  },
);

test.skipIf(!isRoot)('a sticky folder full of another user’s folders and links is no obstacle', async () => {
  const parent = await temporaryFolder();
  await chmod(parent, 0o1777);
  for (const name of [`casepack-${process.pid}-`, `casepack-${process.pid}-AAAAAA`]) {
    await mkdir(join(parent, name), { mode: 0o777 });
    await chown(join(parent, name), NOBODY, NOBODY);
  }
  await symlink('/etc', join(parent, `casepack-${process.pid}-BBBBBB`));
  const folder = await createPrivateFolder(parent);
  expect(await stat(folder)).toMatchObject({ uid: 0, mode: 0o40700 });
  expect(await readdir(folder)).toEqual([]);
});

test('links in a log folder lead nowhere: out of it, in circles, to nothing', async () => {
  const folder = await temporaryFolder();
  const outside = await temporaryFolder();
  await plantFiles(outside, { 'secret.log': 'SECRET', 'sub/deep.log': 'SECRET' });
  await plantFiles(folder, { 'a.log': 'fine', 'sub/b.log': 'fine' });
  await symlink(join(outside, 'secret.log'), join(folder, 'out.log'));
  await symlink(outside, join(folder, 'out'));
  await symlink('..', join(folder, 'sub/up'));
  await symlink('loop', join(folder, 'loop'));
  await symlink('/nonexistent', join(folder, 'dangling.log'));
  const { files, leftOut, notes } = await walkFolder(await createLocalHost(), folder, never);
  expect(files.map(({ relativePath }) => relativePath).sort()).toEqual(['a.log', 'sub/b.log']);
  expect(leftOut.map(({ reason }) => reason)).toEqual(Array(5).fill('link-not-followed'));
  expect(notes).toEqual([]);
});

test('a folder that was swapped for a link after it was listed is not read through', async () => {
  const folder = await temporaryFolder();
  const outside = await temporaryFolder();
  await plantFiles(outside, { 'b.log': 'SECRET' });
  await plantFiles(folder, { 'a.log': 'fine', 'sub/b.log': 'fine', 'moved/c.log': 'fine' });
  const host = await createLocalHost();
  const { files } = await walkFolder(host, folder, never);
  await rm(join(folder, 'sub'), { recursive: true });
  await symlink(outside, join(folder, 'sub'));
  const outcomes: Record<string, unknown> = {};
  for (const { path, within, relativePath, sizeBytes, modifiedAt } of files) {
    const source = { kind: 'file', name: relativePath, path, within, sizeBytes, modifiedAt } as const;
    const opened = await host.open(path, within);
    outcomes[relativePath] = isTrouble(opened) ? opened.trouble : await read(opened);
    if (isTrouble(opened)) await expect(readSource(source, host)).rejects.toThrow();
    else await opened.close();
  }
  expect(outcomes).toEqual({ 'a.log': 'fine', 'sub/b.log': 'ELOOP', 'moved/c.log': 'fine' });
});

test('the whole log folder may be a link when it is looked at, and not lead elsewhere afterwards', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'real/a.log': 'fine', 'other/a.log': 'SECRET' });
  await symlink('real', join(folder, 'logs'));
  const host = await createLocalHost();
  const [file] = (await walkFolder(host, join(folder, 'logs'), never)).files;
  if (file === undefined) throw new Error('no log found');
  const first = await host.open(file.path, file.within);
  if (isTrouble(first)) throw new Error(first.trouble);
  expect(await read(first)).toBe('fine');
  await first.close();
  await rm(join(folder, 'logs'));
  await symlink('other', join(folder, 'logs'));
  expect(await host.open(file.path, file.within)).toEqual({ trouble: 'ELOOP' });
});

test.skipIf(!isRoot)('an attacker who swaps a folder for a link as fast as he can gets nothing', async () => {
  const folder = await temporaryFolder();
  const secret = await temporaryFolder();
  await plantFiles(secret, { 'b.log': 'SECRET' });
  await plantFiles(folder, { 'logs/sub/b.log': 'mine' });
  for (const path of ['', 'logs', 'logs/sub', 'logs/sub/b.log'])
    await chown(join(folder, path), NOBODY, NOBODY);
  const script = `while (1) { rename 'sub', 'real'; symlink '${secret}', 'sub'; unlink 'sub'; rename 'real', 'sub' }`;
  const attacker = spawn('perl', ['-e', script], { cwd: join(folder, 'logs'), uid: NOBODY, gid: NOBODY });
  onTestFinished(() => void attacker.kill('SIGKILL'));
  await once(attacker, 'spawn');
  const host = await createLocalHost();
  const within = await host.realPath(join(folder, 'logs'));
  if (isTrouble(within)) throw new Error(within.trouble);
  const path = join(folder, 'logs/sub/b.log');
  const seen = { guarded: new Set<string>(), unguarded: new Set<string>() };
  const deadline = Date.now() + 15_000;
  for (let tries = 0; Date.now() < deadline && (tries < 2_000 || !seen.unguarded.has('SECRET')); tries += 1) {
    for (const [kind, folderOfFile] of [
      ['guarded', within],
      ['unguarded', undefined],
    ] as const) {
      const opened = await host.open(path, folderOfFile);
      if (isTrouble(opened)) continue;
      seen[kind].add(await read(opened));
      await opened.close();
    }
  }
  // Without the folder to stay in the attack does work, so the rest proves something.
  expect(seen.unguarded).toContain('SECRET');
  expect([...seen.guarded]).toEqual(['mine']);
});

test('a link in /tmp in place of the folder with logs of installing is not followed', async () => {
  const root = await temporaryFolder();
  await plantFiles(root, { 'secrets/shadow.log': 'SECRET', 'var/log/.gxsetup/install.log': 'fine' });
  await mkdir(join(root, 'tmp'));
  await symlink(join(root, 'secrets'), join(root, 'tmp/.gxsetup'));
  const host = { ...(await createLocalHost({ rootFolder: root })), platform: 'linux' as const };
  const findings = await look(commvaultInstallLogs, host, { request: { problemArea: 'installation' } });
  expect(findings.sources?.map(({ name }) => name)).toEqual(['gxsetup/install.log']);
  expect(findings.leftOut).toEqual([{ reason: 'link-not-followed', about: '/tmp/.gxsetup' }]);
});
