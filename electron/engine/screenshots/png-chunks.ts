// PNG, chunk by chunk: what makes the picture stays, everything else goes: texts, EXIF, times, thumbnails, the display's
// colour profile, further frames, and whatever lies behind the end. Runs in the engine's and the main process.
import { crc32 } from 'node:zlib';

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** All that decides how the pixels look; none of it has room for words. */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'pHYs', 'cICP'],
]);

export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
  /** Length, type, data and checksum. */
  readonly whole: Buffer;
}

/** @returns the chunks up to the end chunk; fewer where the file is cut off or a checksum is wrong. */
export function* pngChunks(png: Buffer): Generator<PngChunk> {
  for (let at = PNG_SIGNATURE.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > png.length) return;
    const whole = png.subarray(at, end);
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return;
    const type = whole.toString('latin1', 4, 8);
    yield { type, data: whole.subarray(8, -4), whole };
    if (type === 'IEND') return;
    at = end;
  }
}

/** @param png begins with the signature. @returns the same pixels without metadata; a damaged end is left out. */
export function stripPng(png: Buffer): Buffer {
  const kept = [...pngChunks(png)].filter(({ type }) => KEPT.has(type));
  return Buffer.concat([PNG_SIGNATURE, ...kept.map(({ whole }) => whole)]);
}
