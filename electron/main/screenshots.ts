// Pictures between the window and this machine: shows picked ones, and keeps those that the window drew, captured or was
// given by the clipboard in a private folder beside the drafts, which say how long. Runs in the main process.
//
// NOTE burnt-in boxes: the window draws the picture and the boxes on one canvas and hands over that canvas as PNG, so what
// lies under a box exists nowhere in the file. Main takes it only as a whole, sound PNG, and drops everything but pixels.
import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { isSoundPng } from '#engine/screenshots/check-png.ts';
import { type PictureFormat, pictureFormat } from '#engine/screenshots/picture-format.ts';
import { stripPng } from '#engine/screenshots/png-chunks.ts';
import { writeTrouble } from '#engine/trouble.ts';
import type { PickedFile } from '#shared/ipc/contract.ts';
import { MAX_PICTURE_BYTES } from '#shared/ipc/screenshot-transfer.ts';
import type { PickedFiles } from './picked-files.ts';
import type { PageAnswer } from './window-protocol.ts';

/** What Chromium decodes as a picture: no SVG and no HTML among them. */
const SHOWN: ReadonlySet<PictureFormat> = new Set(['png', 'jpeg', 'webp', 'bmp', 'gif']);

export interface Screenshots {
  /**
   * Keeps a picture that the window drew.
   * @param of the picture it was made from, for its name; absent for one that was pasted or captured.
   * @returns the new file. Rejects with Trouble where it cannot be written; throws on what is no sound PNG, which our window
   * never makes.
   */
  save(of: string | undefined, png: Uint8Array): Promise<PickedFile>;
  /** The answer to the window's request for a picked picture. */
  show(id: string): Promise<PageAnswer>;
}

/** @param folder made when it is first needed. */
export function createScreenshots(picked: PickedFiles, folder: string): Screenshots {
  return {
    async save(of, bytes) {
      const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const name = of === undefined ? 'screenshot' : parse(basename(picked.label(of, 'screenshots'))).name;
      if (!(await isSoundPng(png))) throw new Error('the window handed over what is no sound PNG');
      const path = join(folder, `${randomUUID()}.png`);
      const clean = stripPng(png);
      await write(path, clean).catch((error) => {
        throw writeTrouble(error, path);
      });
      return picked.add(path, 'screenshots', `${name}.png`, clean.length);
    },
    async show(id) {
      const bytes = await readPicture(picked, id);
      const format = bytes === undefined ? undefined : pictureFormat(bytes);
      if (bytes === undefined || format === undefined || !SHOWN.has(format)) {
        // Not 404: that would be an error on the page's console, and a picture that cannot be shown is none.
        return { statusCode: 204, data: Buffer.alloc(0) };
      }
      const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
      return { statusCode: 200, mimeType: `image/${format}`, headers, data: bytes };
    },
  };
}

/** Complete or not at all: half a picture would come back with the draft. */
async function write(path: string, png: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, png, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** @returns undefined for an id that is none, and for files that cannot be read or are too large. */
async function readPicture(picked: PickedFiles, id: string): Promise<Buffer | undefined> {
  try {
    const file = await open(picked.path(id, 'screenshots'), 'r');
    try {
      const stats = await file.stat();
      return stats.isFile() && stats.size <= MAX_PICTURE_BYTES ? await file.readFile() : undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
