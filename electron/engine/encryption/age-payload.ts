// The payload of an age file, read from anywhere: 64 KiB chunks, each with its own check. Runs in the engine's process.
//
// note: why read age ourselves
// The age package decrypts front to back only; a zip is read from its end. It still opens the header, where the keys are.
import { hkdfSync } from 'node:crypto';
// Not node:crypto: Electron's has no ChaCha20-Poly1305.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { PacketBytes } from '../packet/packet-bytes.ts';

export const NONCE_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const LAST = 1;

/**
 * @param from where the payload begins, behind header and nonce.
 * @returns the plain bytes, which close `file` when they are closed; undefined where the file is cut off or damaged.
 */
export async function openPayload(
  file: PacketBytes,
  from: number,
  fileKey: Uint8Array,
  nonce: Uint8Array,
): Promise<PacketBytes | undefined> {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  const payloadBytes = file.sizeBytes - from;
  const chunks = Math.ceil(payloadBytes / (CHUNK_BYTES + TAG_BYTES));
  const sizeBytes = payloadBytes - chunks * TAG_BYTES;
  if (chunks < 1 || sizeBytes < 0) return undefined;

  async function chunk(index: number): Promise<Buffer> {
    const encrypted = await file.read(from + index * (CHUNK_BYTES + TAG_BYTES), CHUNK_BYTES + TAG_BYTES);
    const counter = Buffer.alloc(12);
    counter.writeUIntBE(index, 5, 6);
    if (index === chunks - 1) counter[11] = LAST;
    return Buffer.from(chacha20poly1305(key, counter).decrypt(encrypted));
  }

  let heldIndex = chunks - 1;
  // The last chunk is marked as such: reading it at once tells a file that was cut off.
  let held = await chunk(heldIndex).catch(() => undefined);
  if (held === undefined) return undefined;
  return {
    sizeBytes,
    async read(at, length) {
      const end = Math.min(at + length, sizeBytes);
      const parts: Buffer[] = [];
      for (let position = at; position < end; ) {
        const index = Math.floor(position / CHUNK_BYTES);
        if (index !== heldIndex || held === undefined) {
          held = await chunk(index);
          heldIndex = index;
        }
        const start = position - index * CHUNK_BYTES;
        const part = held.subarray(start, start + end - position);
        parts.push(part);
        position += part.length;
      }
      return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
    },
    close: () => file.close(),
  };
}
