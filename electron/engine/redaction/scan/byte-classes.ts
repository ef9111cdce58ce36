// What a byte can be to the scanner, as tables: one look-up a byte. Runs in the engine's process.

/** Kinds of bytes. A run is a stretch of letters, digits, dots, hyphens and underscores; marks may begin something themselves. */
const NOTHING = 0;
const RUN = 1;
const MARK = 2;
const LINE_FEED = 3;

/** What a run holds, as bits. */
export const DIGIT = 1;
const UPPER = 2;
const LOWER = 4;
export const DOT = 8;
const HYPHEN = 16;
const UNDERSCORE = 32;
export const LETTER = UPPER | LOWER;
export const WORD = LETTER | DIGIT;

const code = (char: string): number => char.charCodeAt(0);

/** Bits of a byte of a run; 0 for all others. */
export const BITS = table((byte) => {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT;
  if (byte >= 0x41 && byte <= 0x5a) return UPPER;
  if (byte >= 0x61 && byte <= 0x7a) return LOWER;
  if (byte === code('.')) return DOT;
  if (byte === code('-')) return HYPHEN;
  return byte === code('_') ? UNDERSCORE : 0;
});

/** NOTHING, RUN, MARK or LINE_FEED. Bytes of characters beyond ASCII are marks: a keyword may begin there. */
export const KIND = kinds('\\:|%$~*');

/** At level strict a slash is one too: a path may begin there. */
export const STRICT_KIND = kinds('\\:|%$~*/');

/** Letters small, everything else as it is. */
export const SMALL = table((byte) => (BITS[byte] === UPPER ? byte + 32 : byte));

/** Both at once, for the hot loop: the small letter above, the bits below. 0 for what is in no run. */
export const LETTERS = Uint16Array.from({ length: 256 }, (_, byte) =>
  BITS[byte] ? ((SMALL[byte] as number) << 8) | (BITS[byte] as number) : 0,
);

/** Value of a hexadecimal digit, 255 for what is none. */
export const HEX = table((byte) => {
  if (BITS[byte] === DIGIT) return byte - 0x30;
  const small = SMALL[byte] ?? 0;
  return small >= 0x61 && small <= 0x66 ? small - 87 : 255;
});

/** Whether a byte is a letter or a digit of ASCII. */
export function isWord(byte: number | undefined): boolean {
  return byte !== undefined && ((BITS[byte] ?? 0) & WORD) !== 0;
}

/** Whether a byte is a decimal digit. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && BITS[byte] === DIGIT;
}

function kinds(marks: string): Uint8Array {
  const codes = new Set(Array.from(marks, code));
  return table((byte) => {
    if (BITS[byte]) return RUN;
    if (byte === 0x0a) return LINE_FEED;
    return codes.has(byte) || byte >= 0x80 ? MARK : NOTHING;
  });
}

function table(of: (byte: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => of(byte));
}
