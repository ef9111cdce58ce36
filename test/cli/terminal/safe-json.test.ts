// Foreign text cannot drive the terminal or disguise itself.
import { expect, test } from 'vitest';
import { safeJson } from '#cli/terminal/safe-json.ts';
import { safeText } from '#shared/safe-text.ts';

test('control characters, line breaks and bidirectional overrides are shown as codes', () => {
  expect(safeText('a\u001b[2Jb\nc\u202egnp.exe\u0085')).toBe('a\\u001b[2Jb\\u000ac\\u202egnp.exe\\u0085');
});

test('ordinary text stays', () => {
  expect(safeText('错误 截图（1）.png é 😀')).toBe('错误 截图（1）.png é 😀');
});

test('JSON is safe to show and reads back the same', () => {
  const value = { path: 'a\u202eb\u001b\n"\\\u009b' };
  const json = safeJson(value);
  expect(json).toBe('{"path":"a\\u202eb\\u001b\\n\\"\\\\\\u009b"}');
  expect(JSON.parse(json)).toEqual(value);
});
