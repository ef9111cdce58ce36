// WebP, chunk by chunk: pixels, alpha and animation stay; EXIF, XMP, colour profiles, unknown chunks and whatever lies behind
// the end go. Runs in the engine's process.

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** In the first byte of VP8X: colour profile, EXIF and XMP are there. */
const METADATA_FLAGS = 0x20 | 0x08 | 0x04;

/** @param webp begins with RIFF and WEBP. @returns the same pixels without metadata; a damaged end is left out. */
export function stripWebp(webp: Buffer): Buffer {
  const kept: Buffer[] = [];
  const end = Math.min(webp.length, 8 + webp.readUInt32LE(4));
  for (let at = 12; at + 8 <= end; ) {
    const length = webp.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > end) break;
    const type = webp.toString('latin1', at, at + 4);
    if (KEPT.has(type))
      kept.push(type === 'VP8X' ? withoutFlags(webp.subarray(at, next)) : webp.subarray(at, next));
    at = next;
  }
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~METADATA_FLAGS;
  return copy;
}
