// Seeded fuzz of redaction: random bytes, splits and encodings; nothing may crash, no planted name may be left, nothing outside of
// a match may change. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { createRedactor, type Redactor } from '#engine/redaction/redactor.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { LOOK_ALIKE_VECTORS } from './vectors/look-alike-vectors.ts';
import { NAME_VECTORS } from './vectors/name-vectors.ts';
import { SECRET_VECTORS } from './vectors/secret-vectors.ts';

const ROUNDS = 60;
/** Never met in random text, and unlike any word. */
const CANARY_HOST = 'qzcanary77';
const CANARY_SECRET = 'Zq9!canary-secret';

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function fresh(): Redactor {
  const redactor = createRedactor({ level: 'strict', standIns: StandIns.fresh(Buffer.alloc(16, 9)) });
  redactor.learn('host', CANARY_HOST);
  redactor.learn('keyword', '机密项目');
  return redactor;
}

/** Passes bytes in pieces of sizes that `pick` gives, and once more for names that were learned later than they stood there. */
function inPieces(bytes: Buffer, pick: () => number): Buffer {
  const redactor = fresh();
  const known = redactor.learned;
  const first = through(redactor.openText(bytes.subarray(0, 64 * 1024)), bytes, pick);
  return through(redactor.openLate(first.subarray(0, 64 * 1024), known), first, () => first.length);
}

function through(redaction: ReturnType<Redactor['openText']>, bytes: Buffer, pick: () => number): Buffer {
  if ('withheld' in redaction) throw new Error(redaction.withheld);
  const done: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = Math.max(1, pick());
    done.push(redaction.write(Buffer.from(bytes.subarray(at, at + size))));
    at += size;
  }
  done.push(redaction.end());
  return Buffer.concat(done);
}

const LINES = [
  ...[...SECRET_VECTORS, ...NAME_VECTORS].map(([text]) => text),
  ...LOOK_ALIKE_VECTORS,
  `at ${CANARY_HOST}:8400`,
  `主机${CANARY_HOST}失败，机密项目`,
  `password="${CANARY_SECRET}"`,
];

function text(pick: (below: number) => number, lines: number): string {
  return Array.from({ length: lines }, () => LINES[pick(LINES.length)]).join(pick(2) ? '\r\n' : '\n');
}

describe('redaction of anything', () => {
  it('does not depend on where a text is split, in any encoding', () => {
    for (let seed = 1; seed <= ROUNDS / 6; seed += 1) {
      const pick = random(seed);
      const words = text(pick, 60);
      const wide = Buffer.from(words, 'utf16le');
      for (const bytes of [Buffer.from(words), wide, Buffer.from(wide).swap16(), dirty(words, pick)]) {
        const whole = inPieces(bytes, () => bytes.length);
        expect(
          inPieces(bytes, () => 1 + pick(40)),
          `seed ${seed}`,
        ).toEqual(whole);
        expect(
          inPieces(bytes, () => 1 + pick(4000)),
          `seed ${seed}`,
        ).toEqual(whole);
      }
    }
  });

  it('splits at every single byte of a text', () => {
    const bytes = Buffer.from(text(random(5), 40));
    const whole = inPieces(bytes, () => bytes.length);
    expect(inPieces(bytes, () => 1)).toEqual(whole);
  });

  it('works on one long line, the same for all splits', () => {
    const pick = random(77);
    const line = Array.from({ length: 4000 }, () => LINES[pick(LINES.length)]?.replace(/[\r\n]/g, ' ')).join(
      ' ',
    );
    const bytes = Buffer.from(line);
    const whole = inPieces(bytes, () => bytes.length);
    expect(inPieces(bytes, () => 1 + pick(9000))).toEqual(whole);
    expect(whole.includes(CANARY_HOST)).toBe(false);
    expect(whole.includes(CANARY_SECRET)).toBe(false);
  });

  it('leaves no planted name among random bytes, and does not crash', () => {
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const pick = random(1000 + seed);
      const noise = () => Buffer.from(Array.from({ length: pick(300) }, () => textByte(pick)));
      const canaries = [` ${CANARY_HOST} `, `\npassword="${CANARY_SECRET}"\n`];
      const bytes = Buffer.concat(
        Array.from({ length: 20 }, () => [noise(), Buffer.from(canaries[pick(2)] as string)]).flat(),
      );
      const redaction = fresh().openText(Buffer.from('a log\n'));
      if ('withheld' in redaction) throw new Error(redaction.withheld);
      const done = Buffer.concat([redaction.write(bytes), redaction.end()]);
      expect(done.includes(CANARY_HOST), `seed ${seed}`).toBe(false);
      expect(done.includes(CANARY_SECRET), `seed ${seed}`).toBe(false);
    }
  });

  it('changes no byte of a text without names, whatever its bytes are', () => {
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const pick = random(5000 + seed);
      // Bytes of all kinds but letters and digits: no name can stand there.
      const bytes = Buffer.from(
        Array.from({ length: 3000 }, () => 0x80 + pick(0x80)).map((byte) => (pick(9) ? byte : 0x20)),
      );
      expect(
        inPieces(bytes, () => 1 + pick(500)),
        `seed ${seed}`,
      ).toEqual(bytes);
    }
  });
});

/** Any byte that may stand in a text: no controls, which a file is withheld for. */
function textByte(pick: (below: number) => number): number {
  const byte = 0x20 + pick(0xe0);
  return byte === 0x7f ? 0x0a : byte;
}

/** Lines of several encodings in one file, and stray bytes. */
function dirty(words: string, pick: (below: number) => number): Buffer {
  const gbk = Buffer.from([0xb1, 0xb8, 0xb7, 0xdd, 0xca, 0xa7, 0xb0, 0xdc]);
  return Buffer.concat(
    words
      .split('\n')
      .flatMap((line) => [
        Buffer.from(line),
        pick(3) ? Buffer.alloc(0) : gbk,
        Buffer.from(pick(5) ? '\n' : Buffer.from([0xe9, 0x0a])),
      ]),
  );
}
