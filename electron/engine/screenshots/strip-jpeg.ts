// JPEG, segment by segment: what makes the picture stays, everything else goes: EXIF with place and camera, XMP, IPTC,
// comments, thumbnails, colour profiles, and whatever lies behind the end. How the camera was held is kept, or a photo of a
// screen would lie on its side. Runs in the engine's process.

const MARKER = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app14: 0xee } as const;
/** What decoders need: frames, tables, restart intervals, scans. */
const isNeeded = (marker: number) =>
  (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdf && marker !== MARKER.end);
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** The shortest JFIF header: version 1.1, square pixels, no thumbnail. */
const PLAIN_JFIF = Buffer.from([0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);

/** @param jpeg begins with its start marker. @returns the same pixels without metadata; a damaged end is left out. */
export function stripJpeg(jpeg: Buffer): Buffer {
  const kept: Buffer[] = [Buffer.from([0xff, MARKER.start])];
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) {
      // Any number of these may fill the space before a marker.
      at += 1;
      continue;
    }
    if (marker === MARKER.end) break;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (end > jpeg.length) break;
    const segment = jpeg.subarray(at, end);
    kept.push(...keptOf(marker, segment));
    at = marker === MARKER.scan ? scanEnd(jpeg, end) : end;
    if (marker === MARKER.scan) kept.push(jpeg.subarray(end, at));
  }
  return Buffer.concat([...kept, Buffer.from([0xff, MARKER.end])]);
}

function keptOf(marker: number, segment: Buffer): Buffer[] {
  const starts = (text: string) => segment.toString('latin1', 4, 4 + text.length) === text;
  if (marker === MARKER.app0 && starts('JFIF\0')) return [PLAIN_JFIF];
  if (marker === MARKER.app1 && starts('Exif\0\0')) return orientationOnly(segment.subarray(10));
  // Twelve bytes that say how colours are coded; without them they come out wrong.
  if (marker === MARKER.app14 && starts('Adobe') && segment.length === 16) return [segment];
  return isNeeded(marker) ? [segment] : [];
}

/** @returns where the next segment begins: coded pixels hold 0xff only before 0 and restart marks. */
function scanEnd(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0 && at + 1 < jpeg.length; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return jpeg.length;
}

const ORIENTATION_TAG = 0x0112;

/** @param tiff what stands behind `Exif`. @returns EXIF with nothing but a number from 2 to 8, or nothing. */
function orientationOnly(tiff: Buffer): Buffer[] {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 10) return [];
  const start = long(4);
  const entries = start + 2 <= tiff.length ? short(start) : 0;
  for (let entry = 0; entry < entries; entry += 1) {
    const at = start + 2 + 12 * entry;
    if (at + 12 > tiff.length) return [];
    const value = short(at + 8);
    if (short(at) === ORIENTATION_TAG) return value >= 2 && value <= 8 ? [exifOf(value)] : [];
  }
  return [];
}

function exifOf(orientation: number): Buffer {
  const head = [0xff, MARKER.app1, 0, 34, ...Buffer.from('Exif\0\0MM\0*'), 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Buffer.from([...head, ...entry, 0, 0, 0, 0]);
}
