// Tests of electron/engine/seal/sieve: wherever in its blocks of 64 bytes something begins, and whatever stands before it, it is
// not overlooked. Runs in vitest.
import { expect, test } from 'vitest';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { LeakFinder } from '#engine/seal/leak-finder.ts';
import { soughtNames } from '#engine/seal/sought-names.ts';

const standIns = StandIns.fresh(Buffer.alloc(32, 1));
standIns.everywhere('host', 'kolkrabe-7');
standIns.everywhere('host', 'uhu');
standIns.standInFor('ipv4', '10.23.45.67');
standIns.standInFor('ipv6', '2001:0db8:0000:0000:0000:0000:0000:0042');
standIns.standInFor('mac', '005056a1b2c3');
const names = soughtNames(standIns.originals());

function found(text: string | Buffer): string | undefined {
  const finder = new LeakFinder(names);
  finder.write(Buffer.from(text));
  return finder.end();
}

/** Words, times, members of programs, versions, GUIDs, dates, hexadecimal digits, letters of other scripts, zeros. */
const FILLERS = [
  ' ',
  'backup of a client ',
  '10:20:30 e::Add ::x ',
  '1.2.3.4.5 11.0.80.160 9.9 ',
  '2026-11-28 1b4e28ba-2fa1-11d2-883f-0016d3cca427 ',
  'deadbeef00c0ffee ',
  '.-.:.-:: ',
  '备份：',
  '\0\u0001\n',
];
const PLANTED = [
  ['Kolkrabe-7', 'host'],
  ['UHU', 'host'],
  ['10.23.45.67', 'ipv4'],
  ['010.023.045.067', 'ipv4'],
  ['2001:db8::42', 'ipv6'],
  ['2001:0DB8:0:0:0:0:0:42', 'ipv6'],
  ['00:50:56:A1:B2:C3', 'mac'],
  ['00-50-56-a1-b2-c3', 'mac'],
  ['AKIAIOSFODNN7EXAMPLE', 'cloud-key'],
] as const;

test.each(PLANTED)('%s is found behind whatever, at every place of a block', (planted, rule) => {
  for (const filler of FILLERS) {
    for (let before = 0; before <= 200; before += 1) {
      const text = `${filler.repeat(before).slice(0, before)} ${planted}`;
      expect([filler, before, found(text)]).toEqual([filler, before, rule]);
      expect([filler, before, found(`${text} ${filler.repeat(9)}`)]).toEqual([filler, before, rule]);
    }
  }
});

test('in a text with more places to look at than there is room for', () => {
  const many = '2001:db8::43 10.23.45.67.1 AKIA '.repeat(4_000);
  expect(found(many)).toBeUndefined();
  expect(found(`${many}10.23.45.67 `)).toBe('ipv4');
});

test('one finder for other names than the last', () => {
  const others = StandIns.fresh(Buffer.alloc(32, 1));
  others.everywhere('user', 'seeadler');
  const finder = new LeakFinder(soughtNames(others.originals()));
  finder.write(Buffer.from('kolkrabe-7 10.23.45.67 uhu'));
  expect(finder.end()).toBeUndefined();
  expect(found('seeadler')).toBeUndefined();
  expect(found('uhu')).toBe('host');
});
