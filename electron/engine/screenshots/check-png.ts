// Whether bytes from the window are a whole PNG with the pixels that it claims, before they become a file. Runs in the main
// process.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import { PNG_SIGNATURE, pngChunks } from './png-chunks.ts';

const MAX_SIDE_PIXELS = 32_767;
/** Four screens of 4K side by side and some. */
const MAX_PIXELS = 64_000_000;
/** Samples a pixel by colour type: grey, colours, palette, grey and alpha, colours and alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Rejects on nothing: what is no sound PNG is false. Pictures in passes (Adam7), which canvases never make, are not taken. */
export async function isSoundPng(png: Buffer): Promise<boolean> {
  if (!png.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return false;
  const chunks = [...pngChunks(png)];
  const [header] = chunks;
  const wholeBytes = chunks.reduce((sum, { whole }) => sum + whole.length, PNG_SIGNATURE.length);
  const isWhole = chunks.at(-1)?.type === 'IEND' && wholeBytes === png.length;
  if (!isWhole || header?.type !== 'IHDR' || header.data.length !== 13) return false;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colourType = 0, , , passes] = header.data.subarray(8);
  const samples = SAMPLES[colourType];
  const isTooLarge = Math.max(width, height) > MAX_SIDE_PIXELS || width * height > MAX_PIXELS;
  if (samples === undefined || passes !== 0 || width === 0 || height === 0 || isTooLarge) return false;
  const expected = height * (1 + Math.ceil((width * samples * depth) / 8));
  return hasBytes(
    chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
    expected,
  );
}

/** Whether the deflated parts unpack to exactly so many bytes; stops as soon as they are more. */
async function hasBytes(packed: readonly Buffer[], expected: number): Promise<boolean> {
  let bytes = 0;
  const count = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > expected) throw new Error('more pixels than it says');
    }
  };
  try {
    await pipeline(Readable.from(packed), createInflate(), count);
    return bytes === expected;
  } catch {
    return false;
  }
}
