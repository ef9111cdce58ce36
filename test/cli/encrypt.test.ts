// `collect --encrypt` and `verify` of what came of it, in this process: where passwords and keys come from, what is refused
// before work begins, and that no secret is ever shown. Runs in vitest.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AgeKey, ageKey, openedBy, openedByAge } from '#test/fixtures/decrypt.ts';
import {
  completeForm,
  type Finished,
  jsonLines,
  type PlantedMachine,
  plantMachine,
  runOn,
} from './planted-machine.ts';

let machine: PlantedMachine;
const PASSWORD = 'Pa55-of-the-night-shift';

beforeEach(async () => {
  machine = await plantMachine();
});
afterEach(() => machine.remove());

const packetOf = ({ stdout }: Finished) => stdout.trimEnd().split('\n').at(-1) ?? '';
const collect = (args: readonly string[], password?: string) =>
  runOn(machine, ['collect', ...completeForm, '--quiet', ...args], {
    env: {
      LANG: 'en_US.UTF-8',
      CASEPACK_DATA: join(machine.root, 'data'),
      ...(password === undefined ? {} : { CASEPACK_PASSWORD: password }),
    },
  });

async function file(name: string, text: string | Buffer): Promise<string> {
  await writeFile(join(machine.root, name), text);
  return join(machine.root, name);
}

describe('a password', () => {
  test.each([
    ['with a line end of Unix', `${PASSWORD}\n`],
    ['with a line end of Windows', `${PASSWORD}\r\n`],
    ['without one', PASSWORD],
    ['as Notepad writes it, with a mark', `\ufeff${PASSWORD}\r\n`],
    ['in UTF-16', Buffer.from(`\ufeff${PASSWORD}\r\n`, 'utf16le')],
  ])('from a file %s', async (_what, text) => {
    const built = await collect(['--encrypt', 'password', '--password-file', await file('p.txt', text)]);
    expect(built).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await openedBy['7z']?.(packetOf(built), PASSWORD))?.subarray(0, 4).toString()).toBe('PK\x03\x04');
  });

  test('from the environment; the words say what opens the packet', async () => {
    const built = await collect(['--encrypt', 'password'], PASSWORD);
    expect(built.exitCode).toBe(0);
    expect(built.stdout).toContain('Encrypted: password (AES-256). Opens with 7-Zip');
    const packet = packetOf(built);
    const refused = await runOn(machine, ['verify', packet, '--quiet']);
    expect(refused).toMatchObject({ exitCode: 5, stderr: '' });
    expect(refused.stdout).toMatch(/^encrypted with a password: give it by --password-file/);
    const verified = await runOn(machine, [
      ...['verify', packet, '--password-file', await file('p.txt', PASSWORD), '--quiet', '--lang', 'zh'],
    ]);
    expect(verified.exitCode).toBe(0);
    expect(verified.stdout).toMatch(/校验通过：案例 [A-Z0-9]{5}/);
    const wrong = await runOn(machine, ['verify', packet, '--password-file', await file('w.txt', 'wrong')]);
    expect(wrong).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('the password is wrong') });
  });

  test('is in no output, no file beside the packet and nothing that is kept', async () => {
    const built = await collect(['--encrypt', 'password', '--json'], PASSWORD);
    expect(jsonLines(built.stdout).at(-1)).toMatchObject({ type: 'done', encryption: 'password' });
    expect(built.stdout + built.stderr).not.toContain(PASSWORD);
    for (const entry of await readdir(machine.root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      expect({ name: entry.name, holds: bytes.includes(PASSWORD) }).toEqual({
        name: entry.name,
        holds: false,
      });
    }
  });

  test('that is short or has letters that programs disagree on is taken with a warning', async () => {
    const short = await collect(['--encrypt', 'password'], '短');
    expect(short.exitCode).toBe(0);
    expect(short.stderr).toMatch(/^Note: --encrypt: the password is shorter than 12 characters/m);
    expect(short.stderr).toMatch(/^Note: --encrypt: the password has characters other than Latin/m);
    expect(short.stderr).not.toContain('短');
  });
});

describe('age', () => {
  let key: AgeKey;
  beforeEach(async () => {
    key = await ageKey();
  });

  test('a packet that age opens and verify checks', async () => {
    const other = await ageKey();
    const args = ['--encrypt', 'age', '--recipient', key.recipient, '--recipient', other.recipient];
    const built = await collect(args);
    expect(built).toMatchObject({ exitCode: 0, stderr: '' });
    const packet = packetOf(built);
    expect(packet).toMatch(/\.zip\.age$/);
    expect((await openedByAge(packet, other)).subarray(0, 4).toString()).toBe('PK\x03\x04');
    const verified = await runOn(machine, ['verify', packet, '--identity-file', key.identityFile, '--quiet']);
    expect(verified).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('all as written') });
    const without = await runOn(machine, ['verify', packet, '--quiet']);
    expect(without).toMatchObject({
      exitCode: 5,
      stdout: expect.stringContaining('encrypted with age: give the secret key by --identity-file'),
    });
  });

  test('an identity file that is none', async () => {
    const packet = await file('some.zip.age', 'age-encryption.org/v1\n');
    const publicKey = await file('key.pub', `${key.recipient}\n`);
    expect(await runOn(machine, ['verify', packet, '--identity-file', publicKey])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `--identity-file: ${publicKey} is not an age identity file: no line begins with AGE-SECRET-KEY-1\n`,
    });
  });
});

describe('2: refused before anything is done, nothing is written', () => {
  const RECIPIENT = `age1${'q'.repeat(58)}`;
  test.each([
    [['--encrypt', 'gpg'], '--encrypt: “gpg” is not available; choose one of: none, password, age'],
    [
      ['--encrypt', 'password'],
      '--encrypt: needs a password: give --password-file, or set CASEPACK_PASSWORD',
    ],
    [['--encrypt', 'age'], '--encrypt: needs a public key: give --recipient age1…'],
    [['--encrypt', 'age', '--recipient', RECIPIENT], `--recipient: “${RECIPIENT}” is not an age public key`],
    [['--recipient', RECIPIENT], '--recipient: works only with --encrypt age; without it'],
    [['--password-file', 'p.txt'], '--password-file: works only with --encrypt password; without it'],
    [['--encrypt', 'none', '--recipient', RECIPIENT], '--recipient: works only with --encrypt age'],
    [['--encrypt', 'password', '--password-file', 'none.txt'], '--password-file: cannot read'],
  ])('%s', async (args, words) => {
    const { exitCode, stdout, stderr } = await collect(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.startsWith(words)).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(machine.out)).toEqual([]);
  });

  test.each([
    ['', 'must not be empty'],
    ['\r\n', 'must not be empty'],
    ['two\nlines\n', 'must hold one line, the password'],
  ])('a password file that holds %j', async (text, words) => {
    const args = ['--encrypt', 'password', '--password-file', await file('p.txt', text)];
    const { exitCode, stderr } = await collect(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
    expect(await readdir(machine.out)).toEqual([]);
  });

  test('an empty variable is no password', async () => {
    expect((await collect(['--encrypt', 'password'], '')).exitCode).toBe(2);
  });
});
