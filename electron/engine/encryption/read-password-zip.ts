// Reads the packet inside a password zip as if it were a plain file: from anywhere, without a plain copy on disk. Runs in
// the engine's process.
import { timingSafeEqual } from 'node:crypto';
import type { Entry } from 'yauzl';
import type { PacketBytes } from '../packet/packet-bytes.ts';
import { openZip } from '../packet/zip-packet.ts';
import { EXTRA_AES, METHOD_AES } from './password-zip-headers.ts';
import {
  type AesKeys,
  applyKeyStream,
  authenticate,
  CODE_BYTES,
  deriveKeys,
  SALT_BYTES,
  VERIFIER_BYTES,
} from './winzip-aes.ts';

const CHUNK_BYTES = 1024 ** 2;

/** Where the encrypted packet lies in the outer zip. */
export interface WrappedPacket {
  readonly start: number;
  readonly sizeBytes: number;
}

/** @returns the one stored AES-256 entry that is a zip, or undefined where this is another zip, or none. */
export async function findWrapped(outer: PacketBytes): Promise<WrappedPacket | undefined> {
  const zip = await openZip(outer);
  if (zip.entryCount !== 1) return undefined;
  for await (const entry of zip.eachEntry()) {
    if (!isWrapped(entry)) return undefined;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return { start: fileDataStart, sizeBytes: entry.compressedSize };
  }
  return undefined;
}

/** Vendor version 1 or 2, AES-256, stored. */
function isWrapped(entry: Entry): boolean {
  const field = entry.extraFields.find(({ id }) => id === EXTRA_AES)?.data;
  return (
    entry.isEncrypted() &&
    entry.compressionMethod === METHOD_AES &&
    entry.compressedSize >= SALT_BYTES + VERIFIER_BYTES + CODE_BYTES &&
    entry.fileNameRaw.toString('latin1').toLowerCase().endsWith('.zip') &&
    field?.length === 7 &&
    field[4] === 3 &&
    field.readUInt16LE(5) === 0
  );
}

/**
 * @param onChunk hears the size of each chunk while everything is held against the code that follows it.
 * @returns the packet inside, which closes `outer` when it is closed; or what is wrong.
 */
export async function unwrapPacket(
  outer: PacketBytes,
  { start, sizeBytes }: WrappedPacket,
  password: string,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): Promise<PacketBytes | 'wrong-password' | 'damaged'> {
  const head = await outer.read(start, SALT_BYTES + VERIFIER_BYTES);
  const keys = await deriveKeys(password, head.subarray(0, SALT_BYTES));
  if (!keys.verifier.equals(head.subarray(SALT_BYTES))) return 'wrong-password';
  const from = start + head.length;
  const length = sizeBytes - head.length - CODE_BYTES;
  if (!(await isAuthentic(outer, from, length, keys, onChunk, signal))) return 'damaged';
  return {
    sizeBytes: length,
    async read(at, wanted) {
      const encrypted = await outer.read(from + at, Math.max(0, Math.min(wanted, length - at)));
      return applyKeyStream(keys, at, encrypted);
    },
    close: () => outer.close(),
  };
}

async function isAuthentic(
  outer: PacketBytes,
  from: number,
  length: number,
  keys: AesKeys,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const mac = authenticate(keys);
  for (let done = 0; done < length; ) {
    signal.throwIfAborted();
    const chunk = await outer.read(from + done, Math.min(CHUNK_BYTES, length - done));
    if (chunk.length === 0) return false;
    mac.update(chunk);
    done += chunk.length;
    onChunk(chunk.length);
  }
  const code = await outer.read(from + length, CODE_BYTES);
  return code.length === CODE_BYTES && timingSafeEqual(code, mac.digest().subarray(0, CODE_BYTES));
}
