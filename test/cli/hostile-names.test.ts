// File names that attack whoever looks at them, through every command that shows names, on a terminal and in a pipe: nothing
// drives the terminal, breaks a line or poses as another name; the packet holds legal names and a case sheet without a
// foreign element. Runs in vitest.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Manifest } from '#shared/schema/manifest.ts';
import { handMadeZip } from '#test/fixtures/hand-made-zip.ts';
import { unpack } from '#test/fixtures/unpack.ts';
import {
  completeForm,
  type Finished,
  jsonLines,
  type PlantedMachine,
  plantMachine,
  runOn,
} from './planted-machine.ts';

/** What each does where it is shown raw. */
const NAMES = {
  'clears the screen and hides what follows': 'CVD\u001b[2J\u001b[8m.log',
  'writes into the terminal’s title and answers back': 'CVD\u001b]0;pwned\u0007\u001b[c.log',
  'uses control characters of one byte': 'CVD\u009b31m\u0085x.log',
  'breaks the line and forges one': 'CVD\nDone. Sent to evil.example\r.log',
  'reads backwards': 'CVD\u202egol.exe',
  'is invisible in part': 'CVD\u200b\u2066\ufeff.log',
  'is markup': '<script>alert(1)</script><img src=x onerror=alert(2)>.log',
  'leaves an attribute': '"onmouseover="alert(3)" x=".log',
  'is a formula': '=cmd|calc!A1.log',
};
const LOGS = 'var/log/commvault/Log_Files';

let machine: PlantedMachine;

beforeEach(async () => {
  machine = await plantMachine();
  for (const name of Object.values(NAMES)) {
    // A slash ends a name: the closing tag lies in a folder of its own.
    const path = join(machine.root, LOGS, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, '1234 5678 11/20 10:00:00 ### mail zhang.wei@corp.example.cn\n');
  }
});
afterEach(() => machine.remove());

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
/** What our own progress bar and Node's question write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const OURS = /\r?\u001b\[(K|0J|\d+G)|\r(?=\n)/g;

function expectHarmless({ stdout, stderr }: Finished): void {
  expect(stdout.replaceAll(OURS, '')).not.toMatch(RAW);
  expect(stderr.replaceAll(OURS, '')).not.toMatch(RAW);
  // A forged line would begin with what comes behind the line break.
  expect(`\n${stdout}\n${stderr}`).not.toMatch(/\nDone\. Sent/);
}

describe.each([
  ['on a terminal', { answer: 'yes\n' }],
  ['in a pipe', {}],
])('%s', (_where, changes) => {
  test.each([[[]], [['--lang', 'zh']], [['--json']], [['--redact', 'strict']]])(
    'plan, collect, verify %s',
    async (options) => {
      const form = [...completeForm, ...options];
      const planned = await runOn(machine, ['plan', ...form], changes);
      expectHarmless(planned);
      const listed = await runOn(machine, ['plan', '--redaction', ...form], changes);
      expectHarmless(listed);
      expect(listed.stdout).toContain('CVD');
      const built = await runOn(machine, ['collect', ...form], changes);
      expect(built.exitCode).toBe(0);
      expectHarmless(built);
      const done = options.includes('--json') ? jsonLines(built.stdout).at(-1)?.packet : undefined;
      const packet = String(done ?? built.stdout.trimEnd().split('\n').at(-1));
      const verified = await runOn(
        machine,
        ['verify', packet, ...options.slice(0, options.includes('strict') ? 0 : 2)],
        changes,
      );
      expect(verified.exitCode).toBe(0);
      expectHarmless(verified);
    },
  );

  test('verify of a packet that brings such names itself', async () => {
    const entries = Object.values(NAMES).map((name) => ({ name, data: 'x' }));
    const files = entries.slice(0, 3).map(({ name }) => ({
      path: name,
      bytes: 1,
      sha256: 'a'.repeat(64),
      collector: 'x\u001b[2J',
      modifiedAt: '2026-11-20T10:00:00Z',
      redactions: 0,
    }));
    const manifest = { formatVersion: 1, caseReference: '7K3QX', files, outcomes: [] };
    const packet = join(machine.out, 'evil.zip');
    await writeFile(
      packet,
      handMadeZip([{ name: 'manifest.json', data: JSON.stringify(manifest) }, ...entries]),
    );
    for (const options of [[], ['--json']]) {
      const verified = await runOn(machine, ['verify', packet, ...options], changes);
      expect(verified.exitCode).toBe(5);
      expectHarmless(verified);
      expectHarmless(
        await runOn(machine, ['email', packet, '--mail-to', 'a@b.example', ...options], changes),
      );
      expectHarmless(
        await runOn(
          machine,
          ['deliver', packet, '--to', 'file:///nonexistent/\u001b[2J/', ...options],
          changes,
        ),
      );
    }
    expectHarmless(await runOn(machine, ['verify', join(machine.out, 'none\u001b[2J.zip')], changes));
    expectHarmless(await runOn(machine, ['history'], changes));
  });
});

test('the packet’s names are legal everywhere, and its case sheet has no foreign element', async () => {
  const built = await runOn(machine, ['collect', ...completeForm, '--quiet']);
  const { files, names } = await unpack(built.stdout.trimEnd().split('\n').at(-1) ?? '');
  const manifest = Manifest.parse(JSON.parse(String(files.get('manifest.json'))));
  expect(names.filter((name) => name.includes('CVD_')).length).toBeGreaterThanOrEqual(5);
  for (const { path } of manifest.files)
    expect(path).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069<>:"|?*\\]/u);
  const html = String(files.get('case.html'));
  expect(html).toContain('_script_alert(1)_');
  // What is escaped holds no bracket, so every tag is one of ours.
  expect(html).not.toMatch(/<(script|img|iframe|object|embed|link|base|form)\b/i);
  expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
  expect(html.replaceAll(/[\n\r\t]/g, '')).not.toMatch(RAW);
});
