// UTF-16 to bytes that the scanner reads, and back, without losing anything: UTF-8 in which half a pair of surrogates stands
// as three bytes of its own. Runs in the engine's process.

/** @returns the bytes, and how many of `wide` are left for the next call: half a unit, or the first half of a pair. */
export function fromWide(
  wide: Buffer,
  bigEndian: boolean,
): { readonly narrow: Buffer; readonly left: number } {
  const narrow = Buffer.allocUnsafe((wide.length >> 1) * 3);
  const high = bigEndian ? 0 : 1;
  const low = 1 - high;
  let to = 0;
  let at = 0;
  for (; at + 1 < wide.length; at += 2) {
    const unit = ((wide[at + high] as number) << 8) | (wide[at + low] as number);
    if (unit < 0x80) {
      narrow[to++] = unit;
    } else if (unit < 0x800) {
      narrow[to++] = 0xc0 | (unit >> 6);
      narrow[to++] = 0x80 | (unit & 0x3f);
    } else {
      if (unit >= 0xd800 && unit < 0xdc00) {
        if (at + 3 >= wide.length) break;
        const second = ((wide[at + 2 + high] as number) << 8) | (wide[at + 2 + low] as number);
        if (second >= 0xdc00 && second < 0xe000) {
          const point = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
          narrow[to++] = 0xf0 | (point >> 18);
          narrow[to++] = 0x80 | ((point >> 12) & 0x3f);
          narrow[to++] = 0x80 | ((point >> 6) & 0x3f);
          narrow[to++] = 0x80 | (point & 0x3f);
          at += 2;
          continue;
        }
      }
      narrow[to++] = 0xe0 | (unit >> 12);
      narrow[to++] = 0x80 | ((unit >> 6) & 0x3f);
      narrow[to++] = 0x80 | (unit & 0x3f);
    }
  }
  return { narrow: narrow.subarray(0, to), left: wide.length - at };
}

/** @param narrow whole characters, as {@link fromWide} wrote them. */
export function toWide(narrow: Buffer, bigEndian: boolean): Buffer {
  const wide = Buffer.allocUnsafe(narrow.length * 2);
  const high = bigEndian ? 0 : 1;
  const low = 1 - high;
  let to = 0;
  const put = (unit: number): void => {
    wide[to + high] = unit >> 8;
    wide[to + low] = unit & 0xff;
    to += 2;
  };
  for (let at = 0; at < narrow.length; ) {
    const lead = narrow[at] as number;
    const rest = (ahead: number): number => (narrow[at + ahead] as number) & 0x3f;
    if (lead < 0x80) {
      put(lead);
      at += 1;
    } else if (lead < 0xe0) {
      put(((lead & 0x1f) << 6) | rest(1));
      at += 2;
    } else if (lead < 0xf0) {
      put(((lead & 0x0f) << 12) | (rest(1) << 6) | rest(2));
      at += 3;
    } else {
      const point = (((lead & 0x07) << 18) | (rest(1) << 12) | (rest(2) << 6) | rest(3)) - 0x10000;
      put(0xd800 | (point >> 10));
      put(0xdc00 | (point & 0x3ff));
      at += 4;
    }
  }
  return wide.subarray(0, to);
}
