import { lstat, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bugFacts, createOwnLog } from '#engine/log/own-log.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const noon = () => new Date('2026-11-20T04:00:00Z');

describe('the own log', () => {
  it('holds codes and numbers, one line an event, for this user only', async () => {
    const log = createOwnLog(await temporaryFolder(), '1.2.3', noon);
    await log.write('call', { name: 'prepare', ms: 12, outcome: 'missing-item,cannot-read' });
    const [file = ''] = await log.files();
    expect(await readFile(file, 'utf8')).toBe(
      '2026-11-20T04:00:00.000Z 1.2.3 call name=prepare ms=12 outcome=missing-item,cannot-read\n',
    );
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each([
    'C:\\Users\\wang\\cvd.log',
    '/home/wang',
    'wang@bank.example',
    '王伟',
    'two words',
    'line\nbreak',
  ])('leaves out what is no code: %s', async (value) => {
    const log = createOwnLog(await temporaryFolder(), '1.2.3', noon);
    await log.write('call', { value });
    const [file = ''] = await log.files();
    expect(await readFile(file, 'utf8')).toBe('2026-11-20T04:00:00.000Z 1.2.3 call value=-\n');
  });

  it('stays below two times its limit, newest lines kept', async () => {
    const log = createOwnLog(await temporaryFolder(), '1.2.3', noon);
    const long = 'x'.repeat(300);
    for (let at = 0; at < 4_000; at += 1) void log.write('call', { at, long });
    const files = await log.files();
    expect(files).toHaveLength(2);
    for (const file of files) expect((await stat(file)).size).toBeLessThanOrEqual(512 * 1024);
    expect(await readFile(files[1] ?? '', 'utf8')).toContain('at=3999 ');
  });

  it('costs nothing where it cannot be written', async () => {
    const blocked = join(await temporaryFolder(), 'file');
    await writeFile(blocked, '');
    const log = createOwnLog(blocked, '1.2.3', noon);
    await expect(log.write('call', {})).resolves.toBeUndefined();
    expect(await log.files()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('never writes through a link', async () => {
    const folder = await temporaryFolder();
    const victim = join(folder, 'victim');
    await writeFile(victim, 'precious');
    await mkdir(join(folder, 'logs'));
    await symlink(victim, join(folder, 'logs/casepack.log'));
    await createOwnLog(folder, '1.2.3', noon).write('call', {});
    expect(await readFile(victim, 'utf8')).toBe('precious');
    expect((await lstat(join(folder, 'logs/casepack.log'))).isSymbolicLink()).toBe(true);
  });
});

it('bugFacts keeps kind and place, and nothing of the message', () => {
  const bug = Object.assign(new RangeError("open '/home/wang/机密.log'"), { code: 'EACCES' });
  const facts = bugFacts(bug);
  expect(facts).toMatchObject({ bug: 'RangeError', code: 'EACCES' });
  expect(facts.at).toMatch(/^own-log\.test\.ts:\d+/);
  expect(JSON.stringify(facts)).not.toContain('wang');
});
