// Tests of electron/engine/screenshots/: real pictures lose every word and keep every pixel; damaged ones lose no less.
// Runs in vitest.
import { readFile, writeFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pngChunks } from '#engine/screenshots/png-chunks.ts';
import { strippedPicture } from '#engine/screenshots/strip-picture.ts';
import {
  metadataOf,
  type PictureName,
  pictureWithMetadata,
  pixelsOf,
  SECRET,
} from '#test/fixtures/sample-pictures.ts';

async function stripped(bytes: Buffer): Promise<{ picture: Buffer; trouble: string[] }> {
  const trouble: string[] = [];
  // In parts that end anywhere.
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  }
  const parts = [];
  for await (const part of strippedPicture(chunks(), (one) => trouble.push(one))) parts.push(part);
  return { picture: Buffer.concat(parts), trouble };
}

const holdsSecret = (bytes: Buffer) =>
  bytes.includes(SECRET) || bytes.includes(Buffer.from(SECRET, 'utf16le')) || bytes.includes('trailer');

const made = new Map<PictureName, Buffer>();

/** Made once: exiftool takes its time. */
async function picture(name: PictureName): Promise<Buffer> {
  const bytes = made.get(name) ?? (await readFile(await pictureWithMetadata(name)));
  made.set(name, bytes);
  return bytes;
}

const NAMES: readonly PictureName[] = ['png', 'jpeg', 'progressive', 'restarts', 'webp'];

describe.each(NAMES)('%s', (name) => {
  test('exiftool finds nothing any more, and the pixels are the same', async () => {
    const path = await pictureWithMetadata(name);
    const before = await readFile(path);
    made.set(name, before);
    expect(holdsSecret(before)).toBe(true);
    const pixels = name === 'png' ? pngPixels(before) : await pixelsOf(path);
    const { picture, trouble } = await stripped(before);
    expect(trouble).toEqual([]);
    expect(holdsSecret(picture)).toBe(false);
    await writeFile(path, picture);
    const left = Object.keys(await metadataOf(path)).filter((tag) => !tag.startsWith('JFIF:'));
    expect(left).toEqual([]);
    const after = name === 'png' ? pngPixels(picture) : await pixelsOf(path);
    expect(after.equals(pixels)).toBe(true);
  });

  test('cut off anywhere, no word gets through', async () => {
    const whole = await picture(name);
    for (let share = 1; share < 20; share += 1) {
      const { picture } = await stripped(whole.subarray(0, Math.floor((whole.length * share) / 20)));
      expect(holdsSecret(picture)).toBe(false);
    }
  });

  test('with a byte changed here and there, it ends without an error', async () => {
    const whole = await picture(name);
    const step = Math.ceil(whole.length / 97);
    for (let at = 12; at < whole.length; at += step) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await stripped(damaged);
    }
  });
});

const pngPixels = (png: Buffer) =>
  inflateSync(
    Buffer.concat([...pngChunks(png)].filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );

test('a photo of a screen keeps only how the camera was held', async () => {
  for (const order of ['II', 'MM']) {
    const path = await pictureWithMetadata('jpeg', '-Orientation#=6', `-ExifByteOrder=${order}`);
    const { picture } = await stripped(await readFile(path));
    await writeFile(path, picture);
    const left = Object.entries(await metadataOf(path)).filter(([tag]) => !tag.startsWith('JFIF:'));
    expect(left).toEqual([['EXIF:Orientation', 'Rotate 90 CW']]);
  }
});

describe('other files', () => {
  test.each([
    ['no picture', 'not really a picture', []],
    ['nothing', '', []],
    ['a BMP', 'BM and pixels', []],
    ['a GIF', 'GIF89a with a comment', ['metadata-kept']],
    ['a TIFF', 'II*\0 with tags', ['metadata-kept']],
    ['a HEIC', '\0\0\0\x18ftypheic', ['metadata-kept']],
  ])('%s is taken as it is', async (_what, text, trouble) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(await stripped(bytes)).toEqual({ picture: bytes, trouble });
  });

  test('what is too large to be a screenshot is not taken', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(8 * 1024 ** 2);
    }
    const trouble: string[] = [];
    const parts = [];
    for await (const part of strippedPicture(endless(), (one) => trouble.push(one))) parts.push(part);
    expect({ parts, trouble }).toEqual({ parts: [], trouble: ['picture-too-large'] });
  });
});
