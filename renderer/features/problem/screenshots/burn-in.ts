// Makes a new picture of a picture and its edits: the boxes replace pixels, and nothing but pixels is carried over.
// Runs in the window.
import type { Edits, Rect } from './picture-edits.ts';

/** In both themes: what is black is covered, not missing. */
const COVER = '#000000';

/** @returns a PNG in the picture's own resolution; undefined where the system has no memory for it */
export async function burnIn(
  picture: HTMLImageElement | ImageBitmap,
  edits: Edits,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const size =
    'naturalWidth' in picture
      ? { width: picture.naturalWidth, height: picture.naturalHeight }
      : { width: picture.width, height: picture.height };
  const crop: Rect = edits.crop ?? { left: 0, top: 0, ...size };
  const canvas = document.createElement('canvas');
  canvas.width = crop.width;
  canvas.height = crop.height;
  const pen = canvas.getContext('2d', { alpha: true });
  if (pen === null) return undefined;
  pen.drawImage(picture, -crop.left, -crop.top);
  pen.fillStyle = COVER;
  for (const { left, top, width, height } of edits.boxes) {
    pen.fillRect(left - crop.left, top - crop.top, width, height);
  }
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return png === null ? undefined : new Uint8Array(await png.arrayBuffer());
}
