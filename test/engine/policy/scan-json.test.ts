import { describe, expect, it } from 'vitest';
import { nameKey, scanJson, valueKey } from '#engine/policy/scan-json.ts';

describe('scanJson', () => {
  it('knows where every name and value stands', () => {
    const text = '{\n  "a": [1, {"b": "中"}],\n  "c": null\n}';
    const scan = scanJson(text);
    if (!scan.ok) throw new Error(scan.code);
    expect(scan.places.get(valueKey(['a', 0]))).toBe(text.indexOf('1'));
    expect(scan.places.get(nameKey(['a', 1, 'b']))).toBe(text.indexOf('"b"'));
    expect(scan.places.get(valueKey(['c']))).toBe(text.indexOf('null'));
  });

  it.each([
    ['{"a": 1,}', 8, '}'],
    ['{"a" 1}', 5, '1'],
    ["{'a': 1}", 1, "'"],
    ['{"a": 1', 7, ''],
    ['', 0, ''],
    ['[1 2]', 3, '2'],
    ['{"a": tru}', 6, 't'],
    ['{"a": 01}', 7, '1'],
    ['{"a": "b\nc"}', 6, '"'],
    ['// note\n{}', 0, '/'],
    ['{} {}', 3, '{'],
  ])('says where %j stops being JSON', (text, offset, detail) => {
    expect(scanJson(text)).toEqual({ ok: false, code: 'not-json', offset, detail });
  });

  it('finds a name given twice, which JSON.parse lets pass', () => {
    expect(scanJson('{"a":1,"\\u0061":2}')).toMatchObject({ code: 'duplicate-name', offset: 7, detail: 'a' });
  });

  it('stops at a depth that no policy has', () => {
    expect(scanJson('['.repeat(100_000))).toMatchObject({ ok: false, code: 'too-deep' });
  });

  it('takes exactly what JSON.parse takes', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"\\n"',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\t',
      '"',
    ];
    let seed = 1;
    const random = (limit: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from({ length: 1 + random(7) }, () => pieces[random(pieces.length)]).join('');
      const scan = scanJson(text);
      const isTwice = !scan.ok && scan.code === 'duplicate-name';
      expect([text, scan.ok || isTwice]).toEqual([text, parses(text)]);
    }
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
