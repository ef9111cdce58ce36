// Tests of electron/engine/packet/private-folder.ts. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, stat, symlink, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createPrivateFolder } from '#engine/packet/private-folder.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

/** A process that has ended: its number is free for now. */
const deadPid = () => Number(execFileSync('sh', ['-c', 'echo $$']).toString());

/** A draft's folder left behind in `parent`, last changed so many hours ago. */
async function abandon(parent: string, name: string, hours: number): Promise<void> {
  await plantFiles(parent, { [`${name}/spool`]: 'x' });
  const then = new Date(Date.now() - hours * 3_600_000);
  await utimes(join(parent, name), then, then);
}

test('only this user may enter it', async () => {
  const parent = await temporaryFolder();
  const folder = await createPrivateFolder(parent);
  expect(dirname(folder)).toBe(parent);
  expect(basename(folder)).toMatch(new RegExp(`^casepack-${process.pid}-`));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await createPrivateFolder(parent)).not.toBe(folder);
});

test('what a killed process left behind is removed, and nothing else', async () => {
  const parent = await temporaryFolder();
  const dead = deadPid();
  await abandon(parent, `casepack-${dead}-aaaaaa`, 2);
  await abandon(parent, `casepack-${dead}-bbbbbb`, 0.5);
  await abandon(parent, `casepack-${process.pid}-cccccc`, 2);
  await abandon(parent, 'casepack-1-dddddd', 2);
  await abandon(parent, 'casepack-notes', 2);
  await mkdir(join(parent, 'elsewhere'));
  await symlink('elsewhere', join(parent, `casepack-${dead}-eeeeee`));
  const mine = basename(await createPrivateFolder(parent));
  expect((await readdir(parent)).sort()).toEqual(
    [
      mine,
      `casepack-${dead}-bbbbbb`,
      `casepack-${process.pid}-cccccc`,
      'casepack-1-dddddd',
      `casepack-${dead}-eeeeee`,
      'casepack-notes',
      'elsewhere',
    ].sort(),
  );
});

test.runIf(process.getuid?.() === 0)("another user's are left alone, even by root", async () => {
  const parent = await temporaryFolder();
  const foreign = `casepack-${deadPid()}-aaaaaa`;
  await abandon(parent, foreign, 2);
  await chown(join(parent, foreign), 65534, 65534);
  await createPrivateFolder(parent);
  expect(await readdir(parent)).toContain(foreign);
});

test('where it cannot be made, that is told', async () => {
  const parent = await temporaryFolder();
  await chmod(parent, 0o555);
  const creating = asNobody(() => createPrivateFolder(parent));
  await expect(creating).rejects.toMatchObject({
    problems: [{ code: 'cannot-write', path: parent, reason: 'EACCES' }],
  });
});
