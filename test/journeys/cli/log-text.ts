// Log text as CommVault writes it, as much as is wanted: it compresses about as well as the real thing. Runs in vitest.
import { writeFile } from 'node:fs/promises';

const MESSAGES = [
  'CVD      - Received heartbeat from client [ma01] in',
  'CVArchive::Write() - Wrote data chunk, size in bytes',
  'BkpCtrlHandle::startThread() - 备份线程已启动，编号',
  'CvFailed to connect to service EvMgrC, error = 0x80070',
  'SdtTailProcessor::fetchAndSend - Buffers in flight',
];

/** @returns about so many bytes of whole lines, always the same. */
export function logText(bytes: number): Buffer {
  const lines: string[] = [];
  let seed = 20_261_122;
  for (let length = 0; length < bytes; ) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    const [minute, second] = [seed % 60, (seed >> 6) % 60].map((part) => String(part).padStart(2, '0'));
    const thread = (seed >> 3) % 0xffff;
    const line = `4312  ${thread.toString(16)}  11/22 10:${minute}:${second} ${230_000 + (seed % 900)} ${MESSAGES[seed % 5]} [${seed}]\n`;
    lines.push(line);
    length += Buffer.byteLength(line);
  }
  return Buffer.from(lines.join(''));
}

/** Writes files of such text, each a different part of `block`. */
export async function writeLogs(paths: readonly string[], bytesEach: number, block: Buffer): Promise<void> {
  for (const [number, path] of paths.entries()) {
    const start = (number * bytesEach) % Math.max(1, block.length - bytesEach);
    await writeFile(path, block.subarray(start, start + bytesEach));
  }
}
