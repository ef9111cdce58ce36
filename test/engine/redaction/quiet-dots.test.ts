// The hot loop passes over runs whose dots mean nothing, and stops at every one that may be a machine's name or an address.
import { expect, test } from 'vitest';
import { NameTable } from '#engine/redaction/names/name-table.ts';
import { LIKELY_ENDINGS, SURE_ENDINGS } from '#engine/redaction/names/public-names.ts';
import { patternsOf } from '#engine/redaction/rules/told-patterns.ts';
import { Found, Stop, WalkMemory } from '#engine/redaction/scan/walk/walk-memory.ts';
import { senseOf } from '#engine/redaction/scan/word-sense.ts';

const memory = new WalkMemory();
const names = new NameTable();

/** The runs of a text at which rules are asked. */
function stops(text: string): string[] {
  const bytes = Buffer.from(text);
  memory.load({}, bytes, bytes);
  const found: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const stop = memory.walk(at, bytes.length, bytes.length, 1000, 0, names);
    at = memory.found[Found.at] as number;
    const end = memory.found[Found.end] as number;
    const word = text.slice(at, end);
    if (stop === Stop.newWord)
      memory.rememberWord(memory.found[Found.hash] as number, end - at, senseOf(word), patternsOf(word));
    else if (stop === Stop.run) {
      found.push(word);
      at = end;
    } else at += 1;
  }
  return found;
}

test('ends of sentences, fractions and files are passed over', () => {
  expect(stops('it was ready. In 3.7 of 12.25 parts f12.dat and core.x86 went. Then...')).toEqual([]);
});

test.each([...SURE_ENDINGS, ...LIKELY_ENDINGS].filter((ending) => /^[a-z]+$/.test(ending)))(
  'a name that ends in .%s is looked at',
  (ending) => {
    const large = ending.toUpperCase();
    expect(stops(`it is qzx1.${ending}, qzx2.${ending}. QZX3.${large} _.`)).toEqual([
      `qzx1.${ending}`,
      `qzx2.${ending}.`,
      `QZX3.${large}`,
    ]);
  },
);

test('names of several parts, addresses, joints and what stands at the margin are looked at', () => {
  const runs = ['a.b.c', '10.1.2.3', '1.2.3', 'qzx.com_log'];
  expect(stops(`it was ${runs.join(' or ')}\n`)).toEqual(runs);
  expect(stops('qzx.dat or\n[qzx.bin] or\nqzx.')).toEqual(['qzx.dat', 'qzx.bin', 'qzx.']);
});
