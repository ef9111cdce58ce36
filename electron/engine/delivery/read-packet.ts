// Reads a packet once before it is sent: its hashes, held against the checksum file that lies beside it. Runs in the
// engine's process.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EngineContext } from '../engine-context.ts';
import { readTextFile } from '../own-files/read-text-file.ts';
import { ProgressMeter } from '../packet/progress-meter.ts';
import { Trouble } from '../trouble.ts';
import { packetBytes } from './packet-bytes.ts';
import type { PacketFile } from './target.ts';

/** Someone may have put many sums into one file. */
const MAX_CHECKSUM_BYTES = 1024 ** 2;

type ReadContext = Pick<EngineContext, 'onProgress' | 'signal'>;

/** @param path absolute. Rejects with Trouble where it cannot be read or is not what its checksum file says. */
export async function readPacket(path: string, { onProgress, signal }: ReadContext): Promise<PacketFile> {
  try {
    const { size: bytes } = await stat(path);
    const name = basename(path);
    const meter = new ProgressMeter('check', { totalBytes: bytes, totalFiles: 1 }, onProgress);
    const count = meter.file(undefined, name);
    const [sha256, md5] = [createHash('sha256'), createHash('md5')];
    const unhashed = { path, name, bytes, sha256: '', md5: '' };
    for await (const chunk of packetBytes(unhashed, 0, () => {})) {
      signal.throwIfAborted();
      sha256.update(chunk);
      md5.update(chunk);
      count(chunk.length);
    }
    const packet = { ...unhashed, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
    await refuseChanged(packet);
    return packet;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new Trouble({ code: 'cannot-read', path, reason: code });
  }
}

/** The checksum file is the one that was written with the packet; without one there is nothing to hold against. */
async function refuseChanged({ path, name, sha256 }: PacketFile): Promise<void> {
  const file = await readTextFile(`${path}.sha256`, MAX_CHECKSUM_BYTES);
  const promised = /^([0-9a-f]{64}) [ *](.+)$/m.exec(file.ok ? file.text : '');
  if (promised?.[2] !== name || promised[1] === sha256) return;
  throw new Trouble({ code: 'delivery-failed', reason: 'packet-changed', target: '', detail: '' });
}
