// Uploads a packet under a temporary name, goes on where an earlier attempt broke off, checks what arrived, and only then
// gives it its name: for folders and servers that can append and rename. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { packetBytes } from './packet-bytes.ts';
import type { RemoteFiles } from './remote-files.ts';
import { SendFailure } from './send-failure.ts';
import type { Attempt, PacketFile, Sent } from './target.ts';

/** How much of the end of a partial upload is compared before it is continued. */
const COMPARED_BYTES = 1024 ** 2;

/** Up to this size every packet is read back; larger ones when they came in pieces. The connection itself is protected. */
const READ_BACK_BYTES = 32 * 1024 ** 2;

type AsideAttempt = Pick<Attempt, 'packet' | 'again' | 'progress' | 'checking'>;

/** @returns the name that a packet has while it is on its way: it holds the hash, another packet is never continued. */
export function asidePath(path: string, { sha256 }: PacketFile): string {
  return `${path}.${sha256.slice(0, 8)}.partial`;
}

/** @param path of the packet at the other end */
export async function uploadAside(
  path: string,
  files: RemoteFiles,
  { packet, again, progress, checking }: AsideAttempt,
): Promise<Sent> {
  const { bytes, sha256 } = packet;
  if (!again && (await isThere(path, files, packet, checking)))
    return { verified: 'hash', answer: 'already there' };

  const aside = asidePath(path, packet);
  const from = await continuesAt(aside, files, packet);
  progress(from);
  await refuseFullDisk(path, files, bytes - from);
  await files.write(aside, from, packetBytes(packet, from, progress));

  const size = await files.sizeOf(aside);
  // Another medium is there now, or none: trying again would fill the wrong one.
  if (size === undefined && files.inFolder) throw new SendFailure('folder-lost', aside);
  const readBack = files.inFolder || from > 0 || bytes <= READ_BACK_BYTES;
  if (size !== bytes || (readBack && (await hashOf(aside, 0, files, checking)) !== sha256)) {
    await files.remove(aside);
    throw new SendFailure('arrived-different', `${size} / ${bytes}`);
  }
  await files.rename(aside, path, again);
  return { verified: readBack ? 'hash' : 'size', answer: path };
}

/** An earlier attempt may have got as far as the name without hearing of it. */
async function isThere(
  path: string,
  files: RemoteFiles,
  { bytes, sha256 }: PacketFile,
  checking: Attempt['checking'],
): Promise<boolean> {
  const size = await files.sizeOf(path);
  if (size === undefined) return false;
  if (size === bytes && (await hashOf(path, 0, files, checking)) === sha256) return true;
  throw new SendFailure('name-taken', path);
}

/** @returns the position to go on from: the partial upload's end, where its last part is the packet's. */
async function continuesAt(aside: string, files: RemoteFiles, packet: PacketFile): Promise<number> {
  const size = await files.sizeOf(aside);
  if (size === undefined || size === 0 || size > packet.bytes) return 0;
  const from = Math.max(0, size - COMPARED_BYTES);
  const ours = createHash('sha256');
  for await (const chunk of packetBytes(packet, from, () => {}, size)) ours.update(chunk);
  return (await hashOf(aside, from, files, () => {})) === ours.digest('hex') ? size : 0;
}

async function hashOf(
  path: string,
  from: number,
  files: RemoteFiles,
  checking: Attempt['checking'],
): Promise<string> {
  const hash = createHash('sha256');
  let doneBytes = 0;
  await files.read(path, from, (chunk) => {
    hash.update(chunk);
    doneBytes += chunk.length;
    checking(doneBytes);
  });
  return hash.digest('hex');
}

async function refuseFullDisk(path: string, files: RemoteFiles, neededBytes: number): Promise<void> {
  const folder = path.replace(/[^/\\]*$/, '') || '.';
  const free = await files.freeBytes(folder);
  if (free === undefined || free >= neededBytes) return;
  throw new SendFailure(files.inFolder ? 'folder-full' : 'no-space', `${free} / ${neededBytes}`);
}
