// Takes the metadata from a screenshot on its way into the draft: the pixels stay as they are, bit by bit. Runs in the
// engine's process.
//
// note: formats
// PNG, JPEG and WebP are cleaned. BMP has no place for words. GIF, TIFF and HEIC are taken as they are, with a note that
// says so: they are rare among screenshots.
import { pictureFormat } from './picture-format.ts';
import { stripPng } from './png-chunks.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripWebp } from './strip-webp.ts';

/** Larger pictures are no screenshots. */
const MAX_BYTES = 64 * 1024 ** 2;

export type StripTrouble = 'metadata-kept' | 'picture-too-large';

/** Trouble is told to `onTrouble`: nothing comes of a picture that is too large. */
export async function* strippedPicture(
  chunks: AsyncIterable<Buffer>,
  onTrouble: (trouble: StripTrouble) => void,
): AsyncGenerator<Buffer> {
  const held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) return onTrouble('picture-too-large');
    held.push(chunk);
  }
  const picture = Buffer.concat(held);
  switch (pictureFormat(picture)) {
    case 'png':
      return yield stripPng(picture);
    case 'jpeg':
      return yield stripJpeg(picture);
    case 'webp':
      return yield stripWebp(picture);
    case 'gif':
    case 'tiff':
    case 'heic':
      onTrouble('metadata-kept');
      return yield picture;
    default:
      // No picture, or one without metadata: there is nothing to take away.
      return yield picture;
  }
}
