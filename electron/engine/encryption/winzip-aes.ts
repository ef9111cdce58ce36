// The cipher of WinZip's AES-256 entries (AE-2): keys from a password, the stream of AES blocks, the check over what was
// encrypted. Runs in the engine's process.
//
// note: why not zip.js
// zip.js encrypts and decrypts in JavaScript, front to back only. The blocks are AES of a counter that grows from its
// lowest byte on, which no ready mode of OpenSSL counts; but whole runs of counters through AES-ECB give the same at
// several times the speed, and begin anywhere, so that an encrypted packet can be checked without a plain copy on disk.
import { createCipheriv, createHmac, type Hmac, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

export const SALT_BYTES = 16;
/** Behind the salt; tells a wrong password from a right one, but for one in 65,536. */
export const VERIFIER_BYTES = 2;
/** Behind the data. */
export const CODE_BYTES = 10;
const BLOCK_BYTES = 16;
const KEY_BYTES = 32;
/** Fixed by the format. */
const ITERATIONS = 1000;

export interface AesKeys {
  readonly encryption: Buffer;
  readonly authentication: Buffer;
  readonly verifier: Buffer;
}

/** @param salt 16 random bytes, other ones for each file. */
export async function deriveKeys(password: string, salt: Buffer): Promise<AesKeys> {
  const all = await promisify(pbkdf2)(
    Buffer.from(password, 'utf8'),
    salt,
    ITERATIONS,
    2 * KEY_BYTES + VERIFIER_BYTES,
    'sha1',
  );
  return {
    encryption: all.subarray(0, KEY_BYTES),
    authentication: all.subarray(KEY_BYTES, 2 * KEY_BYTES),
    verifier: all.subarray(2 * KEY_BYTES),
  };
}

/** Takes the encrypted bytes; the first CODE_BYTES of its digest follow them in the file. */
export function authenticate({ authentication }: AesKeys): Hmac {
  return createHmac('sha1', authentication);
}

/**
 * Encrypts or decrypts, which are the same.
 * @param at where `bytes` begin in the whole.
 * @returns as many bytes, in a buffer of their own.
 */
export function applyKeyStream({ encryption }: AesKeys, at: number, bytes: Uint8Array): Buffer {
  const firstBlock = Math.floor(at / BLOCK_BYTES);
  const skip = at - firstBlock * BLOCK_BYTES;
  const blocks = Math.ceil((skip + bytes.length) / BLOCK_BYTES);
  const stream = keyStream(encryption, firstBlock, blocks);
  const out = Buffer.allocUnsafeSlow(bytes.length);
  const words = skip === 0 && bytes.byteOffset % 4 === 0 ? bytes.length >>> 2 : 0;
  const streamWords = new Uint32Array(stream.buffer, stream.byteOffset, stream.length >>> 2);
  const inWords = words === 0 ? new Uint32Array(0) : new Uint32Array(bytes.buffer, bytes.byteOffset, words);
  const outWords = new Uint32Array(out.buffer, out.byteOffset, words);
  for (let word = 0; word < words; word += 1) {
    outWords[word] = (inWords[word] as number) ^ (streamWords[word] as number);
  }
  for (let byte = 4 * words; byte < bytes.length; byte += 1) {
    out[byte] = (bytes[byte] as number) ^ (stream[skip + byte] as number);
  }
  return out;
}

/** AES of the counters firstBlock + 1, firstBlock + 2, … each as 128 bits, lowest byte first. */
function keyStream(key: Buffer, firstBlock: number, blocks: number): Buffer {
  const counters = Buffer.alloc(blocks * BLOCK_BYTES);
  for (let block = 0; block < blocks; block += 1) {
    const counter = firstBlock + block + 1;
    counters.writeUInt32LE(counter % 2 ** 32, block * BLOCK_BYTES);
    counters.writeUInt32LE(Math.floor(counter / 2 ** 32), block * BLOCK_BYTES + 4);
  }
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const stream = cipher.update(counters);
  // Aligned for reading it as words.
  return stream.byteOffset % 4 === 0 ? stream : Buffer.from(Uint8Array.from(stream).buffer);
}
