// The seal check against a plain search of the same bytes, on seeded texts that are full of what nearly is a name: it finds the
// same, whatever the names, where they stand and how a text is cut. Runs in vitest.
import { expect, test } from 'vitest';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { chineseBytes } from '#engine/seal/chinese-bytes.ts';
import { addressAt } from '#engine/seal/find-address.ts';
import { LeakFinder } from '#engine/seal/leak-finder.ts';
import { type SoughtNames, soughtNames } from '#engine/seal/sought-names.ts';

/** Numbers from 0 up to a limit; the same for the same seed. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % limit;
  };
}

type Roll = ReturnType<typeof dice>;
const oneOf = <Value>(roll: Roll, values: ArrayLike<Value>) => values[roll(values.length)] as Value;
const many = <Value>(roll: Roll, most: number, make: () => Value) =>
  Array.from({ length: roll(most) + 1 }, make);

/** @returns them as they are kept: of two that differ in case, the first. */
function kept(originals: readonly string[]): StandIns {
  const standIns = StandIns.fresh(Buffer.alloc(32, 1));
  for (const original of originals) standIns.everywhere('host', original);
  return standIns;
}

function isFound(bytes: Buffer, names: SoughtNames, pieceBytes: number): boolean {
  const finder = new LeakFinder(names);
  for (let at = 0; at < bytes.length; at += pieceBytes) finder.write(bytes.subarray(at, at + pieceBytes));
  return finder.end() !== undefined;
}

/** Few letters, so that much begins alike; digits, marks, and bytes of other encodings. */
const LETTERS = 'abAB01';
const OTHERS = ['-', '.', '_', ' ', '\n', '\x81', '\xe5', '\xff', '@', '\x10', '\x0e'];
const CHINESE = '曙光项目王伟备份一丁';

function name(roll: Roll): string {
  const kind = roll(8);
  if (kind === 0) return many(roll, 4, () => oneOf(roll, CHINESE)).join('');
  if (kind === 1) return `${oneOf(roll, LETTERS)}${oneOf(roll, CHINESE)}${oneOf(roll, LETTERS)}`;
  const word = (most: number) => many(roll, most, () => oneOf(roll, LETTERS)).join('');
  if (kind === 2) return `${word(0)}${word(0)}${word(0)}`;
  if (kind === 3) return `_${word(2)}.${word(9)}aa`;
  return kind < 6 ? `${word(3)}-${word(5)}aab` : `${roll(10)}${word(9)}ab`;
}

/** A text of pieces of names and what is none, in latin1. */
function text(roll: Roll, originals: readonly string[]): string {
  const part = () => {
    const bytes = Buffer.from(oneOf(roll, originals));
    const form = roll(4) === 0 ? (chineseBytes(bytes.toString()) ?? bytes) : bytes;
    const whole = form.toString('latin1');
    const kind = roll(7);
    if (kind === 0 && roll(4) === 0) return roll(2) === 0 ? whole : whole.toUpperCase();
    if (kind < 3) return whole.slice(roll(2), whole.length - roll(3));
    return kind < 5 ? oneOf(roll, LETTERS) : oneOf(roll, OTHERS);
  };
  return many(roll, 90, part).join('');
}

const isWord = (character: string | undefined) => character !== undefined && /[A-Za-z0-9]/.test(character);

/** @param bytes in latin1. */
function holds(bytes: string, original: string): boolean {
  if (!/^[ -~]*$/.test(original)) {
    const forms = [Buffer.from(original), chineseBytes(original), Buffer.from(original, 'utf16le')];
    forms.push(Buffer.from(original, 'utf16le').swap16());
    return forms.some((form) => form !== undefined && bytes.includes(form.toString('latin1')));
  }
  if (!/[A-Za-z0-9]{3}/.test(original)) return false;
  const [small, wanted] = [bytes, original].map((one) =>
    one.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );
  for (let at = (small as string).indexOf(wanted as string); at >= 0; ) {
    const isBehindCharacter = at > 1 && (bytes[at - 2] as string) >= '\x80' && isWord(original[0]);
    if ((!isWord(bytes[at - 1]) || isBehindCharacter) && !isWord(bytes[at + original.length])) return true;
    at = (small as string).indexOf(wanted as string, at + 1);
  }
  return false;
}

test.each([1, 3, 40, 3_000])('names, of up to %d', (most) => {
  let found = 0;
  const rounds = most > 1_000 ? 15 : 400;
  for (let seed = 1; seed <= rounds; seed += 1) {
    const roll = dice(seed);
    const standIns = kept(many(roll, most, () => name(roll)));
    const originals = [...standIns.originals()].map(({ original }) => original);
    const names = soughtNames(standIns.originals());
    for (let again = 0; again < 4; again += 1) {
      const bytes = text(roll, originals);
      const expected = originals.some((original) => holds(bytes, original));
      for (const pieceBytes of [bytes.length, 1 + roll(70)]) {
        expect([seed, bytes, isFound(Buffer.from(bytes, 'latin1'), names, pieceBytes)]).toEqual([
          seed,
          bytes,
          expected,
        ]);
      }
      found += Number(expected);
    }
  }
  // Neither nearly all nor nearly none, where names are few.
  expect(found).toBeGreaterThan(rounds / 4);
  if (most < 40) expect(found).toBeLessThan(4 * rounds - rounds / 4);
});

const ADDRESSES = ['10.2.3.4', '1.2.3.4', '0.11.1.0'];
const GROUPS = ['2001:0db8:0000:0000:0000:0000:0000:0001', '000a:0001:0000:0000:0000:0000:0000:000b'];
const PAIRS = ['0a1b0a1b0a1b', '0a0a0a0a0a0a0a0a'];

function isAddressFound(bytes: Buffer, names: SoughtNames): boolean {
  const edges = { first: true, last: true };
  for (const { index } of bytes.toString('latin1').matchAll(/[0-9a-fA-F:.-]+/g)) {
    let start = index;
    while (bytes[start] === 0x2e || bytes[start] === 0x2d) start += 1;
    if (addressAt(bytes, start, names, edges) !== undefined) return true;
  }
  return false;
}

test('addresses', () => {
  const standIns = StandIns.fresh(Buffer.alloc(32, 1));
  for (const one of ADDRESSES) standIns.standInFor('ipv4', one);
  for (const one of GROUPS) standIns.standInFor('ipv6', one);
  for (const one of PAIRS) standIns.standInFor('mac', one);
  const names = soughtNames(standIns.originals());
  const parts = [
    '10.2.3.4',
    '010.2.03.4',
    '2001:db8::1',
    '2001:DB8:0:0:0:0:0:1',
    'A:1::b',
    'a:1:0::000b',
    '::',
    ':',
  ];
  parts.push(
    '0a:1b:0a:1b:0a:1b',
    '0A-1B-0A-1B-0A-1B',
    '0a:0a:0a:0a:0a:0a:0a:0a',
    '10:20:30',
    'g::',
    '\x81g',
    '\xffa',
  );
  parts.push(...'01abfFgz_.-: \n@\xe5');
  let found = 0;
  for (let seed = 1; seed <= 6_000; seed += 1) {
    const roll = dice(seed);
    const text = many(roll, 50, () => oneOf(roll, roll(3) === 0 ? parts : parts.slice(6))).join('');
    const bytes = Buffer.from(text, 'latin1');
    const expected = isAddressFound(bytes, names);
    expect([seed, text, isFound(bytes, names, bytes.length)]).toEqual([seed, text, expected]);
    found += Number(expected);
  }
  expect(found).toBeGreaterThan(1_000);
  expect(found).toBeLessThan(5_000);
});
