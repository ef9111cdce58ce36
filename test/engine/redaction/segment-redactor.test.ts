// Tests of electron/engine/redaction/segment-redactor.ts and of what a text takes over from it: with and without such help the
// case makes the same of every text, byte for byte, name for name. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { createRedactor, type Redactor } from '#engine/redaction/redactor.ts';
import { SegmentRedactor } from '#engine/redaction/segment-redactor.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import type { DoneSegment } from '#engine/redaction/text-redaction.ts';
import { randomNumbers } from '#test/fixtures/random-numbers.ts';

const newCase = (): Redactor =>
  createRedactor({ level: 'standard', standIns: StandIns.fresh(Buffer.alloc(16, 7)) });

/** What came of texts, and of the case: a text that fails says so. */
interface Outcome {
  readonly texts: readonly string[];
  readonly counts: readonly (readonly (readonly [string, number])[])[];
  readonly learned: ReturnType<Redactor['newsSince']>;
}

/** @param helpAt makes what another thread would have made of the part at a place, counted over all texts. */
function redacted(
  texts: readonly (readonly Buffer[])[],
  redactor: Redactor,
  helpAt: (at: number) => DoneSegment | undefined = () => undefined,
): Outcome {
  let at = 0;
  const counts: Outcome['counts'][number][] = [];
  const outcome = texts.map((parts) => {
    const first = at;
    at += parts.length;
    const text = redactor.openText(Buffer.concat(parts).subarray(0, 64 * 1024));
    if ('withheld' in text) return text.withheld;
    try {
      const ready = parts.map((part, index) => Buffer.from(text.write(part, helpAt(first + index))));
      ready.push(Buffer.from(text.end()));
      counts.push([...text.counts].toSorted());
      return Buffer.concat(ready).toString('latin1');
    } catch (error) {
      return String(error);
    }
  });
  return { texts: outcome, counts, learned: redactor.newsSince(0, 0) };
}

/** @param ahead how many parts before its turn each is done. @returns the outcome, and how many parts were of use. */
function helped(texts: readonly (readonly Buffer[])[], ahead: number): { outcome: Outcome; used: number } {
  const redactor = newCase();
  const helper = new SegmentRedactor('standard');
  const told = { standIns: 0, names: 0 };
  const parts = texts.flat();
  const done: (DoneSegment | undefined)[] = [];
  let used = 0;
  const outcome = redacted(texts, redactor, (at) => {
    while (done.length < Math.min(parts.length, at + ahead)) {
      const news = redactor.newsSince(told.standIns, told.names);
      told.standIns += news.standIns.length;
      told.names += news.names.length;
      helper.follow(news);
      done.push(helper.redact(parts[done.length] as Buffer));
    }
    if (done[at]?.names === redactor.learned) used += 1;
    return done[at];
  });
  return { outcome, used };
}

const lines = (...all: string[]): Buffer => Buffer.from(`${all.join('\n')}\n`);
const KNOWN = '4312 5f 11/22 10:15:30 host=bkp-prod-07 [10.23.45.67] CORP\\zhang.wei password=Tr0ub4dor&3';

describe('parts that a thread may do', () => {
  test('are done, and cost the case nothing', () => {
    const texts = [[lines(KNOWN), lines(KNOWN, KNOWN), lines(KNOWN)]];
    const { outcome, used } = helped(texts, 1);
    expect(outcome).toEqual(redacted(texts, newCase()));
    expect(used).toBe(2);
    expect(outcome.texts[0]).not.toContain('zhang');
  });

  test('the last one without a line feed is left to the case', () => {
    const texts = [[lines(KNOWN), Buffer.from(`${KNOWN} bkp-prod-07`)]];
    expect(helped(texts, 1).outcome).toEqual(redacted(texts, newCase()));
  });
});

describe('what a part cannot know is done by the case', () => {
  test.each<[string, readonly Buffer[]]>([
    ['a name that is new', [lines(KNOWN), lines('host=other-db-21 [10.99.1.2]'), lines('on other-db-21')]],
    [
      'a private key that goes on',
      [
        lines(KNOWN, '-----BEGIN RSA PRIVATE KEY-----', 'MIIEowIBAAKCAQEAx1'),
        lines('q8Zk3vJ0m5b7yH2w', '-----END RSA PRIVATE KEY-----', KNOWN),
      ],
    ],
    ['a value in the next line', [lines(KNOWN, 'password:'), lines('  hunter2secret', KNOWN)]],
    [
      'a list in the next lines',
      [lines('passwords:'), lines('  - first-one-9', '  - second-one-9'), lines(KNOWN)],
    ],
    [
      'a part that begins inside a line',
      [Buffer.from('the pass'), lines('word=Tr0ub4dor', KNOWN), lines(KNOWN)],
    ],
    [
      'a text that turns binary',
      [lines(KNOWN), Buffer.from(Uint8Array.from({ length: 9000 }, (_, at) => at % 7))],
    ],
    ['bytes of UTF-16 inside', [lines(KNOWN), Buffer.from(`${KNOWN}\n`, 'utf16le'), lines(KNOWN)]],
  ])('%s', (_, parts) => {
    for (const ahead of [1, 3]) {
      const { outcome } = helped([parts, [lines(KNOWN)]], ahead);
      expect(outcome).toEqual(redacted([parts, [lines(KNOWN)]], newCase()));
    }
  });

  test('a name that was learned after the part was done', () => {
    const texts = [[lines('Computer: late-known-99'), lines('late-known-99 said nothing', KNOWN)]];
    const { outcome, used } = helped(texts, 2);
    expect(used).toBe(0);
    expect(outcome.texts[0]).not.toContain('late-known');
    expect(outcome).toEqual(redacted(texts, newCase()));
  });

  test('a few controls here and there, counted over the whole text', () => {
    const soiled = Buffer.from(`${'\u0001'.repeat(12)}${KNOWN}\n`);
    const clean = lines(...Array.from({ length: 21 }, () => KNOWN));
    for (const texts of [
      [[lines(KNOWN), soiled, soiled]],
      [[lines(KNOWN), soiled, clean, clean, clean, soiled]],
      [[lines(KNOWN), soiled, Buffer.from(`${'x'.repeat(3000)}\n`), soiled]],
    ]) {
      expect(helped(texts, 1).outcome).toEqual(redacted(texts, newCase()));
    }
  });
});

describe('Chinese and Western code pages', () => {
  // 备份 client 失败 in GBK; é before a letter in Windows-1252.
  const chinese = Buffer.from('b1b8b7dd20636c69656e7420caa7b0dc', 'hex');
  /** A stretch of odd length before a letter: what it is depends on the habit of the whole text. */
  const doubtful = Buffer.from('636166e96261722063e966e9', 'hex');
  const line = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(` ${KNOWN}\n`)]);

  test('parts of a text of pairs are used', () => {
    const texts = [[line(chinese), line(chinese), line(chinese)]];
    const { outcome, used } = helped(texts, 1);
    expect(outcome).toEqual(redacted(texts, newCase()));
    expect(used).toBe(2);
  });

  test('where the habit decides, it is that of the whole text', () => {
    for (const texts of [
      [[line(chinese), line(doubtful), line(chinese), line(doubtful)]],
      [[line(doubtful), line(doubtful), line(chinese), line(doubtful)]],
      [[lines(KNOWN), line(doubtful), line(doubtful)]],
    ]) {
      expect(helped(texts, 1).outcome).toEqual(redacted(texts, newCase()));
    }
  });
});

test('whatever the texts are and wherever they are cut, help changes nothing', () => {
  const random = randomNumbers(20_261_128);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const pieces: readonly Buffer[] = [
    lines(KNOWN),
    lines('host=web-0815 up', 'web-0815 down'),
    lines('login of svc_backup from 192.168.7.9 failed'),
    lines('password:'),
    lines('  s3cr3t-w0rd-9'),
    lines(
      '-----BEGIN OPENSSH PRIVATE KEY-----',
      'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ',
      '-----END OPENSSH PRIVATE KEY-----',
    ),
    Buffer.from('no end of line yet '),
    Buffer.from('b1b8b7dd20caa7b0dc0a', 'hex'),
    Buffer.from('636166e96261720a', 'hex'),
    Buffer.from([1, 2, 0x0a]),
    lines('客户端 备份失败 db-9917.corp.example'),
  ];
  let used = 0;
  for (let round = 0; round < 300; round += 1) {
    const texts = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
        Buffer.concat(Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(pieces))),
      ),
    );
    const { outcome, used: here } = helped(texts, 1 + Math.floor(random() * 4));
    used += here;
    expect(outcome).toEqual(redacted(texts, newCase()));
  }
  expect(used).toBeGreaterThan(100);
});
