// Wraps a packet, as it is being written, in a zip with one AES-256 entry. Runs in the engine's process.
import { randomBytes } from 'node:crypto';
import { closingHeaders, localHeader, type WrappedEntry } from './password-zip-headers.ts';
import { applyKeyStream, authenticate, CODE_BYTES, deriveKeys, SALT_BYTES } from './winzip-aes.ts';

/** @returns the whole outer zip in parts; nothing plain is in any of them. */
export async function* writePasswordZip(
  plain: AsyncIterable<Uint8Array>,
  entry: WrappedEntry,
  password: string,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const keys = await deriveKeys(password, salt);
  yield Buffer.concat([localHeader(entry), salt, keys.verifier]);
  const mac = authenticate(keys);
  let bytes = 0;
  for await (const chunk of plain) {
    const encrypted = applyKeyStream(keys, bytes, chunk);
    mac.update(encrypted);
    bytes += chunk.length;
    yield encrypted;
  }
  const code = mac.digest().subarray(0, CODE_BYTES);
  const packedBytes = SALT_BYTES + keys.verifier.length + bytes + CODE_BYTES;
  yield Buffer.concat([code, closingHeaders(entry, bytes, packedBytes)]);
}
