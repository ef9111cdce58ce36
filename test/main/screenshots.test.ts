// Tests of electron/main/screenshots.ts and of what it thinks a PNG is: what the window may hand over, what it may see.
// Runs in vitest.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSoundPng } from '#engine/screenshots/check-png.ts';
import { createPickedFiles, type PickedFiles } from '#main/picked-files.ts';
import { createScreenshots, type Screenshots } from '#main/screenshots.ts';
import { serveWindow } from '#main/window-protocol.ts';
import { texts } from '#shared/i18n/texts.ts';
import { contract } from '#shared/ipc/contract.ts';
import { MAX_PICTURE_BYTES, screenshotAddress } from '#shared/ipc/screenshot-transfer.ts';
import { pngChunk as chunk, pngOf } from '#test/fixtures/sample-pictures.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Red, green, blue and alpha of 8 bits, as canvases make it. */
const png = (
  width = 3,
  height = 2,
  pixels = Buffer.alloc(height * (1 + 4 * width), 7),
  ...extra: readonly Buffer[]
) => pngOf(width, height, pixels, ...extra);

async function desk(): Promise<{
  picked: PickedFiles;
  screenshots: Screenshots;
  folder: string;
  file: string;
}> {
  const folder = await temporaryFolder();
  const file = join(folder, '备份 失败.jpg');
  await writeFile(file, Buffer.from('\xff\xd8\xff\xe0 pixels', 'latin1'));
  const picked = createPickedFiles(async () => ({ canceled: false, filePaths: [file] }));
  return { picked, screenshots: createScreenshots(picked, join(folder, 'pictures')), folder, file };
}

describe('a picture that the window drew', () => {
  it('becomes a private file with the name of the one it was made from, and can be shown and collected', async () => {
    const { picked, screenshots, file } = await desk();
    const [original] = await picked.pick('screenshots', texts('zh'));
    const saved = await screenshots.save(original?.id, png());
    expect(saved).toMatchObject({ label: '备份 失败.png', sizeBytes: png().length });
    const path = picked.path(saved.id, 'screenshots');
    expect((await readFile(path)).equals(png())).toBe(true);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(dirname(path)).not.toBe(dirname(file));
    const shown = await screenshots.show(saved.id);
    expect(shown.mimeType).toBe('image/png');
    expect(shown.data.equals(png())).toBe(true);
  });

  it('loses everything but pixels', async () => {
    const { picked, screenshots } = await desk();
    const noisy = png(
      3,
      2,
      undefined,
      chunk('tEXt', Buffer.from('Author\0li')),
      chunk('eXIf', Buffer.from('MM')),
    );
    const saved = await screenshots.save(undefined, noisy);
    expect(saved.label).toBe('screenshot.png');
    expect((await readFile(picked.path(saved.id, 'screenshots'))).equals(png())).toBe(true);
  });

  it('is told as trouble where it cannot be written, and leaves nothing', async () => {
    const { picked, folder } = await desk();
    await writeFile(join(folder, 'file'), '');
    const screenshots = createScreenshots(picked, join(folder, 'file'));
    await expect(screenshots.save(undefined, png())).rejects.toMatchObject({
      problems: [{ code: 'cannot-write', reason: expect.any(String) }],
    });
    expect((await readdir(folder)).sort()).toEqual(['file', '备份 失败.jpg'].sort());
  });

  it('must be a sound PNG with the pixels that it claims', async () => {
    const cut = png().subarray(0, -1);
    const wrongSum = png();
    wrongSum[20] = (wrongSum[20] ?? 0) ^ 1;
    const bad: Record<string, Buffer> = {
      nothing: Buffer.alloc(0),
      'only the signature': SIGNATURE,
      'a web page': Buffer.from('<script>alert(1)</script>'),
      'cut off': cut,
      'a wrong checksum': wrongSum,
      'something behind the end': Buffer.concat([png(), Buffer.from('PK\x03\x04')]),
      'no pixels at all': png(0, 0, Buffer.alloc(0)),
      'fewer pixels than it says': png(3, 2, Buffer.alloc(10)),
      'a bomb': png(3, 2, Buffer.alloc(50_000_000)),
      'a huge picture': png(60_000, 60_000, Buffer.alloc(10)),
    };
    for (const [what, bytes] of Object.entries(bad)) {
      expect({ what, sound: await isSoundPng(bytes) }).toEqual({ what, sound: false });
    }
    expect(await isSoundPng(png())).toBe(true);
    const { screenshots, folder } = await desk();
    await expect(screenshots.save(undefined, cut)).rejects.toThrow('no sound PNG');
    expect((await readdir(folder)).filter((name) => name.startsWith('casepack-'))).toEqual([]);
  });

  it('crosses the contract as bytes, within the limit', () => {
    const args = contract['screenshot:save'].args;
    expect(args.safeParse([{ png: png() }]).success).toBe(true);
    expect(args.safeParse([{ png: new Uint8Array(MAX_PICTURE_BYTES + 1) }]).success).toBe(false);
    for (const png of ['data:image/png;base64,', [1, 2], { length: 3 }, new ArrayBuffer(8), null]) {
      expect(args.safeParse([{ png }]).success).toBe(false);
    }
  });
});

describe('showing a picked picture', () => {
  const get = (screenshots: Screenshots, path: string, method = 'GET') =>
    serveWindow({ url: `casepack://window${path}`, method }, '/nonexistent', screenshots.show);

  it('goes by id, with the type that its bytes have', async () => {
    const { picked, screenshots } = await desk();
    const [original] = await picked.pick('screenshots', texts('en'));
    const response = await get(screenshots, screenshotAddress(original!.id));
    expect(response.statusCode).toBe(200);
    expect(response.mimeType).toBe('image/jpeg');
    expect(response.headers?.['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['an id that was never given out', '5b0f8a52-5f0e-4f0e-8d8f-111111111111'],
    ['a path', '..%2f..%2fetc%2fpasswd'],
    ['nothing', ''],
  ])('nothing for %s', async (_what, id) => {
    const { screenshots } = await desk();
    expect((await get(screenshots, screenshotAddress(id))).statusCode).toBe(204);
  });

  it('nothing for what was picked as something else, is no picture, is a script, or is too large', async () => {
    const { picked, screenshots, file } = await desk();
    const [attachment] = await picked.pick('attachments', texts('en'));
    expect((await get(screenshots, screenshotAddress(attachment!.id))).statusCode).toBe(204);
    const [own] = await picked.pick('screenshots', texts('en'));
    for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', '<html>', 'text', '']) {
      await writeFile(file, bytes);
      expect((await get(screenshots, screenshotAddress(own!.id))).statusCode).toBe(204);
    }
    await writeFile(file, Buffer.alloc(MAX_PICTURE_BYTES + 1, '\xff\xd8\xff', 'latin1'));
    expect((await get(screenshots, screenshotAddress(own!.id))).statusCode).toBe(204);
  });

  it('nothing but GET is answered', async () => {
    const { picked, screenshots } = await desk();
    const [own] = await picked.pick('screenshots', texts('en'));
    expect((await get(screenshots, screenshotAddress(own!.id), 'POST')).statusCode).toBe(404);
  });
});
