// Small text files that people or this program wrote, read without trusting them: never more than a limit, never waiting for
// a pipe that nobody writes to. Runs in every process that reads files.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

export type TextFile =
  | { readonly ok: true; readonly text: string }
  /** The system's code, such as ENOENT; EFBIG where it is larger than the limit, EINVAL where it is no regular file. */
  | { readonly ok: false; readonly reason: string };

/** A pipe that the shell made for us, as in `--case <(…)`, or a device that was named on purpose. */
const HANDED_OVER = /^\/(dev|proc\/(self|\d+)\/fd)\//;
/** A pipe opened so does not wait for its other end; links are followed. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** UTF-16 and UTF-8 by their marks; else UTF-8; else what Notepad on Chinese Windows writes, GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** @param path absolute; links are followed: a user may keep such files elsewhere. */
export async function readTextFile(path: string, maxBytes: number): Promise<TextFile> {
  try {
    const isHandedOver = HANDED_OVER.test(path);
    const file = await open(path, isHandedOver ? 'r' : AT_ONCE);
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) return { ok: false, reason: 'EISDIR' };
      if (!stats.isFile() && !isHandedOver) return { ok: false, reason: 'EINVAL' };
      const bytes = stats.size > maxBytes ? undefined : await readBounded(file, stats.size, maxBytes);
      return bytes === undefined ? { ok: false, reason: 'EFBIG' } : { ok: true, text: decodeText(bytes) };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { ok: false, reason: String(error.code) };
    throw error;
  }
}

/**
 * @param likelyBytes a size is not known of every file, and can change.
 * @returns all of it, or undefined where it is larger.
 */
async function readBounded(
  file: FileHandle,
  likelyBytes: number,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const target = Buffer.allocUnsafe(Math.max(64 * 1024, likelyBytes + 1 - length));
    const { bytesRead } = await file.read(target, 0, target.length, null);
    if (bytesRead === 0) return Buffer.concat(chunks);
    chunks.push(target.subarray(0, bytesRead));
    length += bytesRead;
    if (length > maxBytes) return undefined;
  }
}
