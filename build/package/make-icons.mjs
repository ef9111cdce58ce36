// Renders the icon for every desktop from icons/casepack.svg: PNGs for Linux, one .ico for Windows, one .icns for macOS.
// Its results are committed, so only who changes the drawing runs it (needs rsvg-convert, Debian librsvg2-bin):
// `node build/package/make-icons.mjs`. Plain Node.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = fileURLToPath(new URL('icons', import.meta.url));
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** The type codes of macOS' icon file by size in pixels. */
const macTypes = /** @type {const} */ ([
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * @param {number} size in pixels
 * @returns {Promise<Buffer>} a PNG
 */
async function render(size) {
  const args = ['-w', String(size), '-h', String(size), `${folder}/casepack.svg`];
  const { stdout } = await promisify(execFile)('rsvg-convert', args, {
    encoding: 'buffer',
    maxBuffer: 1 << 24,
  });
  return stdout;
}

/** A directory of PNGs: 6 bytes of header, 16 bytes an image, then the images. */
async function windowsIcon() {
  const images = await Promise.all(windowsSizes.map(render));
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index;
    const size = windowsSizes[index] ?? 0;
    header.writeUInt8(size % 256, at); // 256 is written as 0
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(image.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += image.length;
  }
  return Buffer.concat([header, ...images]);
}

/** Chunks of type, length and PNG, in a chunk of their own. */
async function macIcon() {
  const chunks = await Promise.all(macTypes.map(async ([type, size]) => iconChunk(type, await render(size))));
  return iconChunk('icns', Buffer.concat(chunks));
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function iconChunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

await mkdir(`${folder}/linux`, { recursive: true });
for (const size of linuxSizes) await writeFile(`${folder}/linux/${size}x${size}.png`, await render(size));
await writeFile(`${folder}/icon.ico`, await windowsIcon());
await writeFile(`${folder}/icon.icns`, await macIcon());
