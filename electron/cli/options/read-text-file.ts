// Text files that users write by hand: --description-file and --case. Runs in the command line's process.
import { readFile, stat } from 'node:fs/promises';

const MAX_BYTES = 1024 ** 2;

export type TextFile =
  | { readonly ok: true; readonly text: string }
  /** The system's code, such as ENOENT; EFBIG where it is larger than 1 MB. */
  | { readonly ok: false; readonly reason: string };

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

/** @param path absolute */
export async function readTextFile(path: string): Promise<TextFile> {
  try {
    if ((await stat(path)).size > MAX_BYTES) return { ok: false, reason: 'EFBIG' };
    return { ok: true, text: decodeText(await readFile(path)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { ok: false, reason: String(error.code) };
    throw error;
  }
}
