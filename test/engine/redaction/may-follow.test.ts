// Words are passed over where what follows means nothing to their rules: whatever a pattern can begin with must get through.
import { expect, test } from 'vitest';
import { encodedForms } from '#engine/redaction/encoding/legacy-bytes.ts';
import { CHINESE_STARTS, chineseFieldsAt } from '#engine/redaction/rules/chinese-field-names.ts';
import { TOLD_BY_COMMANDS } from '#engine/redaction/rules/told-commands.ts';
import { TOLD_BY_DEVICES } from '#engine/redaction/rules/told-devices.ts';
import { byFollowing, type ToldPattern, WordPattern } from '#engine/redaction/rules/told-pattern.ts';
import { TOLD_BY_SERVICES } from '#engine/redaction/rules/told-services.ts';
import { TOLD_BY_SYSTEMS } from '#engine/redaction/rules/told-systems.ts';
import { TOLD_BY_TOOLS } from '#engine/redaction/rules/told-tools.ts';
import { mayFollow } from '#engine/redaction/scan/may-follow.ts';
import { Sense } from '#engine/redaction/scan/sense.ts';

const ofWord = (word: string, ...patterns: readonly ToldPattern[]) =>
  patterns.map((pattern) => new WordPattern(word, pattern));
const told = [TOLD_BY_COMMANDS, TOLD_BY_DEVICES, TOLD_BY_SERVICES, TOLD_BY_SYSTEMS, TOLD_BY_TOOLS]
  .flatMap((table) => Object.entries(table))
  .filter(([, patterns]) => patterns.length > 0)
  .map(([word, patterns]) => ofWord(word, ...patterns));
const holds = (bits: number, byte: number) => ((bits >>> (byte & 31)) & 1) === 1;

test('what a pattern follows with is let through, in small letters and capitals', () => {
  for (const patterns of told) {
    const { next, second } = mayFollow(Sense.none, patterns);
    for (const text of patterns.flatMap(({ follows = [] }) => [...follows])) {
      for (const written of [text, text.toUpperCase()]) {
        expect(holds(next, written.charCodeAt(0)), text).toBe(true);
        if (written.length > 1) expect(holds(second, written.charCodeAt(1)), text).toBe(true);
      }
    }
  }
});

test('some patterns say what follows, and other text is then passed over', () => {
  const { next, second } = mayFollow(Sense.none, ofWord('x', { text: /^\w+ by/, follows: [' by '] }));
  expect([holds(next, 0x20), holds(next, 0x3a), holds(second, 0x62), holds(second, 0x63)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('a pattern that does not say, and a word with a sense, let everything through', () => {
  const any = { next: -1, second: -1 };
  expect(mayFollow(Sense.none, ofWord('x', { text: /^x/, follows: [':'] }, { text: /^y/ }))).toEqual(any);
  expect(mayFollow(Sense.password, ofWord('x', { text: /^x/, follows: [':'] }))).toEqual(any);
});

test('data begins a map before a colon or the end of its quotes', () => {
  const { next } = mayFollow(Sense.dataMap, []);
  expect([holds(next, 0x3a), holds(next, 0x22), holds(next, 0x20)]).toEqual([true, true, false]);
});

test('patterns are found by the byte that follows, in their order, quotes escaped or not', () => {
  const [quoted, blank, any] = ofWord(
    'x',
    { text: /^x/, follows: ['": '] },
    { text: /^y/, follows: [' by '] },
    { text: /^z/ },
  ) as [WordPattern, WordPattern, WordPattern];
  const found = byFollowing([quoted, blank, any]);
  const before = (byte: string) => found[byte.charCodeAt(0) & 31];
  expect(before('"')).toEqual([quoted, any]);
  expect(before('\\')).toEqual([quoted, any]);
  expect(before('&')).toEqual([quoted, any]);
  expect(before(' ')).toEqual([blank, any]);
  expect(before('=')).toEqual([any]);
});

test('what follows is read from a pattern that begins with its word', () => {
  const following = (word: string, text: RegExp) => new WordPattern(word, { text }).follows;
  expect(following('su', /^su to (?<user>\S+)/)).toEqual([' to ']);
  expect(following('su', /^SU To (?<user>\S+)/i)).toEqual([' to ']);
  expect(following('su', /^\w+ to (?<user>\S+)/)).toEqual([' to ']);
  expect(following('su', /^su\(to\) (?<user>\S+)/)).toEqual(['(to) ']);
  expect(following('su', /^su +to (?<user>\S+)/)).toEqual([' ']);
  // What is there once, several times or not at all, and what may be escaped, ends it.
  expect(following('su', /^su is:? (?<user>\S+)/)).toEqual([' is']);
  expect(following('su', /^su is "(?<user>\S+)"/)).toEqual([' is ']);
});

test('what follows is not read from a pattern of which nothing can be told', () => {
  for (const text of [
    /^su?do (?<user>\S+)/,
    /^(?:su|sudo) x/,
    /^su x|^sudo y/,
    /^su\d y/,
    /x su y/,
    /^sudo-x y/,
  ]) {
    for (const word of ['su', 'sudo']) expect(new WordPattern(word, { text }).follows).toBeUndefined();
  }
  expect(new WordPattern('su', { text: /^su y/, behind: 3 }).follows).toBeUndefined();
  expect(new WordPattern('su', { text: /^su y/, follows: [' '] }).follows).toEqual([' ']);
});

test('Chinese fields are asked for wherever one of their names begins', () => {
  for (const bytes of ['密码', '域', '用户名', '主机', '授权码'].flatMap(encodedForms)) {
    const [first = 0, second = 0, third = 0xff] = bytes;
    expect(CHINESE_STARTS[((first & 31) << 10) | ((second & 31) << 5) | (third & 31)]).toBe(1);
    expect(chineseFieldsAt(first, second).some((field) => field.bytes.equals(bytes))).toBe(true);
  }
  expect(CHINESE_STARTS.reduce((sum, one) => sum + one, 0)).toBeLessThan(400);
});
