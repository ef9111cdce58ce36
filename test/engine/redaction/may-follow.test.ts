// Words are passed over where what follows means nothing to their rules: whatever a pattern can begin with must get through.
import { expect, test } from 'vitest';
import { TOLD_BY_COMMANDS } from '#engine/redaction/rules/told-commands.ts';
import { TOLD_BY_DEVICES } from '#engine/redaction/rules/told-devices.ts';
import { byFollowing } from '#engine/redaction/rules/told-pattern.ts';
import { TOLD_BY_SERVICES } from '#engine/redaction/rules/told-services.ts';
import { TOLD_BY_SYSTEMS } from '#engine/redaction/rules/told-systems.ts';
import { TOLD_BY_TOOLS } from '#engine/redaction/rules/told-tools.ts';
import { mayFollow } from '#engine/redaction/scan/may-follow.ts';
import { Sense } from '#engine/redaction/scan/sense.ts';

const told = [TOLD_BY_COMMANDS, TOLD_BY_DEVICES, TOLD_BY_SERVICES, TOLD_BY_SYSTEMS, TOLD_BY_TOOLS]
  .flatMap((table) => Object.values(table))
  .filter((patterns) => patterns.length > 0);
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
  const { next, second } = mayFollow(Sense.none, [{ text: /^\w+ by/, follows: [' by '] }]);
  expect([holds(next, 0x20), holds(next, 0x3a), holds(second, 0x62), holds(second, 0x63)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('a pattern that does not say, and a word with a sense, let everything through', () => {
  const any = { next: -1, second: -1 };
  expect(mayFollow(Sense.none, [{ text: /^x/, follows: [':'] }, { text: /^y/ }])).toEqual(any);
  expect(mayFollow(Sense.password, [{ text: /^x/, follows: [':'] }])).toEqual(any);
});

test('data begins a map before a colon or the end of its quotes', () => {
  const { next } = mayFollow(Sense.dataMap, []);
  expect([holds(next, 0x3a), holds(next, 0x22), holds(next, 0x20)]).toEqual([true, true, false]);
});

test('patterns are found by the byte that follows, in their order, quotes escaped or not', () => {
  const quoted = { text: /^x/, follows: ['": '] };
  const blank = { text: /^y/, follows: [' by '] };
  const any = { text: /^z/ };
  const found = byFollowing([quoted, blank, any]);
  const before = (byte: string) => found[byte.charCodeAt(0) & 31];
  expect(before('"')).toEqual([quoted, any]);
  expect(before('\\')).toEqual([quoted, any]);
  expect(before('&')).toEqual([quoted, any]);
  expect(before(' ')).toEqual([blank, any]);
  expect(before('=')).toEqual([any]);
});
