// Tests of electron/engine/redaction/rules/enclosed-text.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { withinEnclosure, withoutEscapes } from '#engine/redaction/rules/enclosed-text.ts';

test('a text ends where what encloses it does', () => {
  const cut = (before: string, text: string) => withinEnclosure(text, () => before);
  expect(cut('ran [', 'zip -P x] twice')).toBe('zip -P x');
  expect(cut('<Data>', 'zip -P x</Data>')).toBe('zip -P x');
  expect(cut('&lt;a&gt;', 'zip -P x&lt;/a&gt;')).toBe('zip -P x');
  expect(cut('{"message":"', 'zip -P x"}')).toBe('zip -P x');
  expect(cut('', 'zip -P x\xef\xbc\x8cand')).toBe('zip -P x');
});

test('brackets, tags and quotes of its own do not end it', () => {
  const whole = (before: string, text: string) => expect(withinEnclosure(text, () => before)).toBe(text);
  whole('', 'zip -P x] twice');
  whole('[a] ', 'zip -P x] twice');
  whole('[', 'zip [a] b');
  whole('[', 'zip -P a]b');
  whole('', 'zip x</Data>');
  whole('"a" ', 'zip "x"}');
});

test('escapes are taken out, and every place leads back', () => {
  const escaped = 'a=\\"b\\" &quot;c&quot; d &amp;&lt;e';
  const { text, at } = withoutEscapes(escaped);
  expect(text).toBe('a="b" "c" d &<e');
  for (const letter of 'abcde') expect(escaped[at(text.indexOf(letter))]).toBe(letter);
  expect(at(text.length)).toBe(escaped.length);
  expect(withoutEscapes('C:\\temp & x').text).toBe('C:\\temp & x');
});
