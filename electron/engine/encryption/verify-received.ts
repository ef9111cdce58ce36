// Checks a packet as it was received, encrypted or not; decrypts while reading, so that nothing plain is written. Runs in
// the engine's process.
import { openPlain, type PacketBytes } from '../packet/packet-bytes.ts';
import { ProgressMeter } from '../packet/progress-meter.ts';
import {
  refusal,
  type VerifyContext,
  type VerifyProblem,
  type VerifyReport,
  verifyPacket,
} from '../packet/verify-packet.ts';
import { looksLikeAge, readAge } from './read-age.ts';
import { findWrapped, unwrapPacket } from './read-password-zip.ts';

/** What the receiver has to open it with. */
export interface PacketKeys {
  readonly password?: string | undefined;
  /** Secret keys of age, `AGE-SECRET-KEY-1…`. */
  readonly identities: readonly string[];
}

/** @returns what was found; rejects only when cancelled. */
export async function verifyReceived(
  path: string,
  keys: PacketKeys,
  context: VerifyContext,
): Promise<VerifyReport> {
  let file: PacketBytes | undefined;
  try {
    file = await openPlain(path);
    const packet = await decrypted(file, path, keys, context);
    return 'code' in packet
      ? { ok: false, files: [], problems: [packet] }
      : await verifyPacket(packet, context);
  } catch (error) {
    context.signal.throwIfAborted();
    return refusal(error);
  } finally {
    await file?.close();
  }
}

/** @returns the packet's own bytes, or why they cannot be had. */
async function decrypted(
  file: PacketBytes,
  path: string,
  { password, identities }: PacketKeys,
  { signal, onProgress }: VerifyContext,
): Promise<PacketBytes | VerifyProblem> {
  const asProblem = (opened: PacketBytes | Exclude<VerifyProblem['code'], 'files-differ'>) =>
    typeof opened === 'string' ? { code: opened, detail: '' } : opened;
  if (await looksLikeAge(file)) {
    return asProblem(identities.length === 0 ? 'needs-identity' : await readAge(file, identities));
  }
  const wrapped = await findWrapped(file);
  if (wrapped === undefined) return file;
  if (password === undefined) return { code: 'needs-password', detail: '' };
  const totals = { totalBytes: wrapped.sizeBytes, totalFiles: 1 };
  const onChunk = new ProgressMeter('check', totals, onProgress).file(undefined, path);
  return asProblem(await unwrapPacket(file, wrapped, password, onChunk, signal));
}
