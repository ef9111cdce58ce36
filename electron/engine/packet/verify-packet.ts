// Reads a whole packet back and holds it against its manifest: every file present with its hash, nothing extra, names
// safe, format known. Trusts nothing in the packet: sizes are limited by what the manifest promises.
// Runs in the engine's process.
import type { Progress } from '#shared/schema/progress.ts';
import type { SealCheck } from '../seal/seal-check.ts';
import { safeEntryName } from './entry-names.ts';
import { type EntryReader, readHere } from './entry-reader.ts';
import type { PacketBytes } from './packet-bytes.ts';
import { ProgressMeter } from './progress-meter.ts';
import { readManifestFiles } from './read-manifest.ts';
import { ThreadedReader } from './threaded-reader.ts';
import { type ZipItem, zipItems } from './zip-packet.ts';

export type FileState = 'ok' | 'missing' | 'wrong-hash' | 'extra' | 'unsafe-name' | 'duplicate';

export interface VerifiedFile {
  readonly path: string;
  readonly bytes: number;
  readonly state: FileState;
}

export interface VerifyProblem {
  readonly code:
    | 'cannot-read'
    | 'not-a-packet'
    | 'unknown-format'
    /** By another program than this one. */
    | 'encrypted'
    | 'needs-password'
    | 'wrong-password'
    | 'needs-identity'
    | 'wrong-identity'
    /** Encrypted, and not as it was when it was encrypted. */
    | 'damaged'
    | 'files-differ'
    /** Parts of a packet that was cut: not there, not as written, or of another packet. */
    | 'missing-parts'
    | 'damaged-parts'
    | 'foreign-parts';
  readonly detail: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly caseReference?: string;
  readonly files: readonly VerifiedFile[];
  readonly problems: readonly VerifyProblem[];
}

export const MANIFEST = 'manifest.json';
/** Files that the manifest does not list are counted beyond this, and no longer named. */
const MAX_UNLISTED = 1_000;
/** Longer names are unsafe anyway, and shown by their beginning. */
const MAX_NAME_LENGTH = 200;

export interface VerifyContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** What a thread of this program begins with; absent: everything is read in this one. */
  readonly threadFile?: URL;
}

/** Less than this is read sooner than threads are started. */
const WORTH_THREADS_BYTES = 48 * 1024 ** 2;

/** What the manifest promises. */
interface Promises {
  readonly caseReference: string;
  readonly files: Map<string, { readonly bytes: number; readonly sha256: string }>;
  readonly totalBytes: number;
}

/**
 * @param packet a file's path, or bytes that stay open.
 * @param seal searches every file while it is read.
 * @returns what was found; rejects only when cancelled.
 */
export async function verifyPacket(
  packet: string | PacketBytes,
  context: VerifyContext,
  seal?: SealCheck,
): Promise<VerifyReport> {
  let reader: EntryReader | undefined;
  try {
    const manifest = await findManifest(packet, context.signal);
    if ('code' in manifest) return refused(manifest);
    reader = await readerFor(packet, manifest.totalBytes, context, seal);
    return await verifyItems(packet, manifest, context, reader, seal);
  } catch (error) {
    context.signal.throwIfAborted();
    return refusal(error);
  } finally {
    await reader?.close();
  }
}

/** Bytes that are decrypted as they are read come to this thread only. */
async function readerFor(
  packet: string | PacketBytes,
  totalBytes: number,
  { signal, threadFile }: VerifyContext,
  seal: SealCheck | undefined,
): Promise<EntryReader> {
  const path = typeof packet === 'string' ? packet : packet.path;
  const threads =
    path !== undefined && threadFile !== undefined && totalBytes >= WORTH_THREADS_BYTES
      ? await ThreadedReader.start(threadFile, path, signal, seal)
      : undefined;
  return threads ?? readHere(signal, seal);
}

/** @param error what reading the zip met. */
export function refusal(error: unknown): VerifyReport {
  return refused(zipProblem(error));
}

/** What it means that a zip could not be read: the system's trouble, or no sound zip. */
export function zipProblem(error: unknown): VerifyProblem {
  const system = (error as NodeJS.ErrnoException).code;
  const isSystem = system !== undefined && /^E[A-Z]+$/.test(system);
  const detail = isSystem ? system : error instanceof Error ? error.message : String(error);
  return { code: isSystem ? 'cannot-read' : 'not-a-packet', detail };
}

function refused(problem: VerifyProblem): VerifyReport {
  return { ok: false, files: [], problems: [problem] };
}

async function findManifest(
  packet: string | PacketBytes,
  signal: AbortSignal,
): Promise<Promises | VerifyProblem> {
  for await (const item of zipItems(packet)) {
    signal.throwIfAborted();
    if (item.encrypted) return { code: 'encrypted', detail: shortened(item.path) };
    // Awaited here: leaving the loop closes the zip.
    if (item.path === MANIFEST && item.kind === 'file') return await promisesOf(item, signal);
  }
  return { code: 'not-a-packet', detail: MANIFEST };
}

/** Of each file only what it is held against is kept: there may be very many. */
async function promisesOf(item: ZipItem, signal: AbortSignal): Promise<Promises | VerifyProblem> {
  const files: Promises['files'] = new Map();
  let totalBytes = 0;
  const onFile = ({ path, bytes, sha256 }: { path: string; bytes: number; sha256: string }) => {
    files.set(path, { bytes, sha256 });
    totalBytes += bytes;
  };
  const head = await readManifestFiles(item, onFile, signal);
  return 'code' in head ? head : { caseReference: head.caseReference, files, totalBytes };
}

async function verifyItems(
  packet: string | PacketBytes,
  { caseReference, files: promised, totalBytes }: Promises,
  { signal, onProgress }: VerifyContext,
  reader: EntryReader,
  seal: SealCheck | undefined,
): Promise<VerifyReport> {
  const meter = new ProgressMeter('check', { totalBytes, totalFiles: promised.size }, onProgress);
  const files: VerifiedFile[] = [];
  const taken = new Set<string>();
  let unlisted = 0;
  const unlist = ({ path, bytes }: ZipItem, state: FileState) => {
    unlisted += 1;
    if (unlisted <= MAX_UNLISTED) files.push({ path: shortened(path), bytes, state });
  };
  for await (const item of zipItems(packet, true)) {
    signal.throwIfAborted();
    if (item.encrypted) return refused({ code: 'encrypted', detail: shortened(item.path) });
    const key = item.path.normalize('NFC').toLowerCase();
    const isDuplicate = taken.has(key);
    taken.add(key);
    if (item.path === MANIFEST && !isDuplicate) {
      const ignored = () => undefined;
      if (seal) await reader.take({ item, bytes: item.bytes, onChunk: ignored, onHash: ignored });
      continue;
    }
    const expected = promised.get(item.path);
    if (isUnsafeItem(item)) unlist(item, 'unsafe-name');
    else if (isDuplicate) unlist(item, 'duplicate');
    else if (expected === undefined) unlist(item, 'extra');
    else {
      promised.delete(item.path);
      const { path } = item;
      const { bytes, sha256 } = expected;
      // Told in any order; the list keeps that of the packet.
      const at = files.push({ path, bytes, state: 'missing' }) - 1;
      const onHash = (found: string | undefined) => {
        files[at] = { path, bytes, state: found === sha256 ? 'ok' : 'wrong-hash' };
      };
      await reader.take({ item, bytes, onChunk: meter.file(undefined, path), onHash });
    }
  }
  await reader.finish();
  for (const [missing, { bytes }] of promised) files.push({ path: missing, bytes, state: 'missing' });
  const named = files.filter(({ state }) => state !== 'ok').length;
  const wrong = named + Math.max(0, unlisted - MAX_UNLISTED);
  return {
    ok: wrong === 0,
    caseReference,
    files,
    problems: wrong === 0 ? [] : [{ code: 'files-differ', detail: String(wrong) }],
  };
}

/** A name or kind of entry that no packet of ours has. */
export function isUnsafeItem({ path, kind }: ZipItem): boolean {
  return kind === 'other' || path.length > MAX_NAME_LENGTH || path !== safeEntryName(path);
}

function shortened(name: string): string {
  return name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;
}
