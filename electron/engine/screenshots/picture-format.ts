// What kind of picture bytes are, by how they begin and never by a name. Runs in the engine's and the main process.

export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'bmp' | 'gif' | 'tiff' | 'heic';

/** @returns undefined for what is none of these. */
export function pictureFormat(bytes: Buffer): PictureFormat | undefined {
  const has = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text;
  if (has('\x89PNG\r\n\x1a\n')) return 'png';
  if (has('\xff\xd8\xff')) return 'jpeg';
  if (has('RIFF') && has('WEBP', 8)) return 'webp';
  if (has('BM')) return 'bmp';
  if (has('GIF8')) return 'gif';
  if (has('II*\0') || has('MM\0*')) return 'tiff';
  return has('ftyp', 4) && /hei|hev|mif|avif/.test(bytes.toString('latin1', 8, 12)) ? 'heic' : undefined;
}
