// Tests of electron/engine/packet/entry-names.ts. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { EntryNames, safeEntryName } from '#engine/packet/entry-names.ts';

describe('a name that is safe everywhere stays as it is', () => {
  test.each([
    'collected/os/release/os-release',
    'collected/commvault/logs/Instance001/CVD.log',
    '库/备份 日志 (1).log',
    '.bashrc',
    'a.b.c',
    'console.log',
    'com10.txt',
    '😀.png',
  ])('%s', (name) => expect(safeEntryName(name)).toBe(name));
});

test.each([
  ['climbing', '../../etc/passwd', '__/__/etc/passwd'],
  ['climbing on Windows', '..\\..\\x', '.._.._x'],
  ['absolute', '/etc/passwd', 'etc/passwd'],
  ['a drive', 'C:/Windows/x', 'C_/Windows/x'],
  ['a stream', 'a.log:hidden', 'a.log_hidden'],
  ['the folder itself', './a/./b', '_/a/_/b'],
  ['empty parts', 'a//b/', 'a/b'],
  ['more dots', 'a/.../b', 'a/___/b'],
  ['trailing dots and blanks', 'a. . /b. ', 'a____/b__'],
  ['devices', 'con/PRN.txt/aux.log/nul/com1.x/LPT9', '_con/_PRN.txt/_aux.log/_nul/_com1.x/_LPT9'],
  ['what Windows forbids', 'a<b>c"d|e?f*g', 'a_b_c_d_e_f_g'],
  ['control characters', 'a\u0000b\u001b[31mc\u007f\n', 'a_b_[31mc__'],
  ['reversed reading', 'photo\u202egnp.exe\u2066\u200f\u061c', 'photo_gnp.exe___'],
  ['halves of characters', 'a\ud83dx', 'a_x'],
  ['undecodable bytes', 'a\ufffdx', 'a_x'],
  ['decomposed accents', 'e\u0301.log', '\u00e9.log'],
])('%s', (_case, name, safe) => expect(safeEntryName(name)).toBe(safe));

describe('claiming', () => {
  test('each name is given once, without regard to case and to how accents are written', () => {
    const names = new EntryNames();
    expect(names.claim('logs/CVD.log')).toBe('logs/CVD.log');
    expect(names.claim('logs/cvd.log')).toBe('logs/cvd~2.log');
    expect(names.claim('LOGS/CVD.LOG')).toBe('LOGS/CVD~3.LOG');
    expect(names.claim('logs/\u00e9')).toBe('logs/\u00e9');
    expect(names.claim('logs/e\u0301')).toBe('logs/\u00e9~2');
    expect(names.claim('logs/a:b')).toBe('logs/a_b');
    expect(names.claim('logs/a?b')).toBe('logs/a_b~2');
  });

  test('a name that only looks numbered is not mistaken for one', () => {
    const names = new EntryNames();
    expect(['a~2.log', 'a.log', 'a.log'].map((name) => names.claim(name))).toEqual([
      'a~2.log',
      'a.log',
      'a~3.log',
    ]);
  });

  test('a long name keeps its folder, its end and its extension, and stays unique', () => {
    const names = new EntryNames();
    const long = `collected/commvault/logs/Instance001/${'很长的文件名'.repeat(60)}_end.log`;
    const [first = '', second = ''] = [names.claim(long), names.claim(long)];
    expect(first).toHaveLength(200);
    expect(first).toMatch(/^collected\/commvault\/logs\/Instance001\/~.*_end\.log$/);
    expect(second).toMatch(/_end~2\.log$/);
    expect(second.length).toBeLessThanOrEqual(200);
  });
});

test('whatever is claimed is safe, short and unique, and stays below its folder', () => {
  const random = seeded(20261120);
  const pieces = [
    ...[
      '/',
      '/',
      '.',
      '..',
      ' ',
      '~2',
      'con',
      'COM1',
      'log',
      '.log',
      '很',
      'é',
      'e\u0301',
      'İ',
      'ß',
      'ẞ',
      'K',
    ],
    ...['\ud83d', '😀', '\u202e', ':', '\\', '?', '\u0000', '\ufffd', 'a', 'A', 'x'.repeat(40)],
  ];
  const names = new EntryNames();
  const taken = new Set<string>();
  for (let run = 0; run < 20_000; run += 1) {
    const length = 1 + Math.floor(random() * (run % 100 === 0 ? 90 : 6));
    const raw = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    const name = names.claim(`attachments/x${raw}`);
    const problem = whatIsWrong(name, taken);
    if (problem !== undefined)
      throw new Error(`${problem}: ${JSON.stringify(raw)} -> ${JSON.stringify(name)}`);
    taken.add(name.normalize('NFC').toLowerCase());
  }
  expect(taken.size).toBe(20_000);
});

function whatIsWrong(name: string, taken: ReadonlySet<string>): string | undefined {
  if (name !== safeEntryName(name)) return 'not safe by its own rule';
  if (name.length > 200) return 'too long';
  if (taken.has(name.normalize('NFC').toLowerCase())) return 'twice';
  if (!name.startsWith('attachments/')) return 'outside';
  if (Buffer.from(name).toString() !== name) return 'not text';
  if (name.split('/').some((part) => part === '' || /^\.+$/.test(part) || /[. ]$/.test(part)))
    return 'climbs';
  return undefined;
}

/** The same numbers in every run, so that a failure can be repeated. */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
