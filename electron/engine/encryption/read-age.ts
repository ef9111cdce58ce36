// Opens a packet that was encrypted with age. Runs in the engine's process.
import { Decrypter, type Identity } from 'age-encryption';
import type { PacketBytes } from '../packet/packet-bytes.ts';
import { NONCE_BYTES, openPayload } from './age-payload.ts';

const MAGIC = Buffer.from('age-encryption.org/v1\n');
/** Room for hundreds of recipients; ours has twenty at most. */
const MAX_HEADER_BYTES = 64 * 1024;

/** Whether it begins like an age file. */
export async function looksLikeAge(file: PacketBytes): Promise<boolean> {
  return MAGIC.equals(await file.read(0, MAGIC.length));
}

/** @returns whether this is a secret key of age as text. */
export function isIdentity(text: string): boolean {
  try {
    new Decrypter().addIdentity(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param identities a secret key as text, or one who knows the file's key.
 * @returns the packet inside, which closes `file` when it is closed; or what is wrong.
 */
export async function readAge(
  file: PacketBytes,
  identities: readonly (string | Identity)[],
): Promise<PacketBytes | 'wrong-identity' | 'damaged'> {
  const start = await file.read(0, MAX_HEADER_BYTES);
  const macAt = start.indexOf('\n--- ');
  const end = macAt < 0 ? -1 : start.indexOf('\n', macAt + 1);
  if (end < 0) return 'damaged';
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  let fileKey: Uint8Array;
  try {
    fileKey = await decrypter.decryptHeader(start.subarray(0, end + 1));
  } catch (error) {
    // The package says it in words only.
    return error instanceof Error && error.message.startsWith('no identity') ? 'wrong-identity' : 'damaged';
  }
  const nonce = await file.read(end + 1, NONCE_BYTES);
  const packet = await openPayload(file, end + 1 + NONCE_BYTES, fileKey, nonce);
  return packet ?? 'damaged';
}
