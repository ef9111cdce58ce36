// Where the hot loop's tables and its text are in memory: AssemblyScript, a part of walk.as.ts; filled and read by walk-memory.ts.
// Runs in the engine's process.

/** Of a byte of a run, 16 bits: its small letter above, its bits below; 0 for what is in no run. */
export const LETTERS: i32 = 0x0;
/** What a byte can begin, at standard and at strict. */
export const KINDS: i32 = 0x200;
export const STRICT_KINDS: i32 = 0x300;
/** Value of a hexadecimal digit, 255 for what is none. */
export const HEX: i32 = 0x400;
/** What was found, 32 bits each: start, end, bits, sense, name, hash, line. */
export const FOUND: i32 = 0x500;
/** 1 for the endings of domain names, by a hash of ten bits. */
export const ENDINGS: i32 = 0x600;
/** 1 for the first three letters of a name, five bits of each. */
export const STARTS: i32 = 0x8000;
/** The memory of words: their hash, length and sense; which bytes may follow directly, and one further on. */
export const WORD_HASHES: i32 = 0x10000;
export const WORD_SIZES: i32 = 0x30000;
export const WORD_SENSES: i32 = 0x38000;
export const WORD_NEXTS: i32 = 0x40000;
export const WORD_SECONDS: i32 = 0x60000;
/** 1 for the first three bytes of what names a field in Chinese, five bits of each. */
export const CHINESE: i32 = 0x80000;
/** The text; zeros follow it. */
export const TEXT: i32 = 0x88000;

/** Where STARTS says whether a name begins with these letters. */
export function startOf(first: u32, second: u32, third: u32): u32 {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}
