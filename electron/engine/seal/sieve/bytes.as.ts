// Bits of one kind of byte among 64, and kinds of single bytes, for the seal check's hot loop (sieve.as.ts). Runs in the engine's
// process.

export const COLON: u32 = 0x3a;
export const DOT: u32 = 0x2e;
export const DASH: u32 = 0x2d;

/** Of four times sixteen. */
export function joined(one: u32, two: u32, three: u32, four: u32): u64 {
  return <u64>one | ((<u64>two) << 16) | ((<u64>three) << 32) | ((<u64>four) << 48);
}

export function bitsOf(byte: u32, one: v128, two: v128, three: v128, four: v128): u64 {
  const sought = i8x16.splat(<i8>byte);
  return joined(
    i8x16.bitmask(i8x16.eq(one, sought)),
    i8x16.bitmask(i8x16.eq(two, sought)),
    i8x16.bitmask(i8x16.eq(three, sought)),
    i8x16.bitmask(i8x16.eq(four, sought)),
  );
}

/** Of ASCII letters and digits among sixteen. */
export function wordBits(bytes: v128): u32 {
  const small = v128.or(bytes, i8x16.splat(0x20));
  const letters = i8x16.le_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(25));
  const digits = i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(9));
  return i8x16.bitmask(v128.or(letters, digits));
}

export function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

export function isWord(byte: u32): bool {
  return isDigit(byte) || (byte | 0x20) - 0x61 < 26;
}

export function isOfAddress(byte: u32): bool {
  return isDigit(byte) || (byte | 0x20) - 0x61 < 6 || byte === COLON || byte === DOT || byte === DASH;
}
