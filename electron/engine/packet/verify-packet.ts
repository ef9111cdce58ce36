// Reads a whole packet back and holds it against its manifest: every file present with its hash, nothing extra, names
// safe, format known. Trusts nothing in the packet: sizes are limited by what the manifest promises.
// Runs in the engine's process.
import { createHash } from 'node:crypto';
import { Manifest } from '#shared/schema/manifest.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { SealReader } from '../seal/seal-check.ts';
import { safeEntryName } from './entry-names.ts';
import type { PacketBytes } from './packet-bytes.ts';
import { ProgressMeter } from './progress-meter.ts';
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
/** Room for 300,000 files; more is no manifest of ours, and parsing it could take all memory. */
const MAX_MANIFEST_BYTES = 128 * 1024 ** 2;
/** Brackets and commas: each may become an object of its own. */
const MAX_MANIFEST_PARTS = 5_000_000;
/** Files that the manifest does not list are counted beyond this, and no longer named. */
const MAX_UNLISTED = 1_000;
/** Longer names are unsafe anyway, and shown by their beginning. */
const MAX_NAME_LENGTH = 200;

export interface VerifyContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Who else takes the bytes of a file, while they are read. */
type Listen = (path: string) => SealReader | undefined;

/** What the manifest promises of each path. */
type Promised = Map<string, { readonly bytes: number; readonly sha256: string }>;

/**
 * @param packet a file's path, or bytes that stay open.
 * @param listen is asked for a reader of each file, which then takes its bytes.
 * @returns what was found; rejects only when cancelled.
 */
export async function verifyPacket(
  packet: string | PacketBytes,
  context: VerifyContext,
  listen: Listen = () => undefined,
): Promise<VerifyReport> {
  try {
    const manifest = await findManifest(packet, context.signal);
    return 'code' in manifest ? refused(manifest) : await verifyItems(packet, manifest, context, listen);
  } catch (error) {
    context.signal.throwIfAborted();
    return refusal(error);
  }
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
): Promise<Manifest | VerifyProblem> {
  for await (const item of zipItems(packet)) {
    signal.throwIfAborted();
    if (item.encrypted) return { code: 'encrypted', detail: shortened(item.path) };
    // Awaited here: leaving the loop closes the zip.
    if (item.path === MANIFEST && item.kind === 'file') return await readManifest(item, signal);
  }
  return { code: 'not-a-packet', detail: MANIFEST };
}

/** @returns the manifest, or why it is none that this version knows. */
export async function readManifest(item: ZipItem, signal: AbortSignal): Promise<Manifest | VerifyProblem> {
  if (item.bytes > MAX_MANIFEST_BYTES) return { code: 'unknown-format', detail: 'size' };
  const chunks: Buffer[] = [];
  let parts = 0;
  const take = (chunk: Buffer) => {
    chunks.push(chunk);
    parts += partsIn(chunk);
    if (parts > MAX_MANIFEST_PARTS) throw new Error('a manifest of too many parts');
  };
  await item.read(MAX_MANIFEST_BYTES, take, signal);
  try {
    const parsed = Manifest.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    if (parsed.success) return parsed.data;
    const detail = parsed.error.issues[0]?.path.join('.') || 'formatVersion';
    return { code: 'unknown-format', detail };
  } catch {
    return { code: 'unknown-format', detail: 'JSON' };
  }
}

function partsIn(json: Buffer): number {
  let parts = 0;
  // [ { and ,
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === 0x5b || byte === 0x7b || byte === 0x2c) parts += 1;
  }
  return parts;
}

async function verifyItems(
  packet: string | PacketBytes,
  manifest: Manifest,
  { signal, onProgress }: VerifyContext,
  listen: Listen,
): Promise<VerifyReport> {
  const promised: Promised = new Map(manifest.files.map((file) => [file.path, file]));
  const totalBytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const meter = new ProgressMeter('check', { totalBytes, totalFiles: manifest.files.length }, onProgress);
  const files: VerifiedFile[] = [];
  const taken = new Set<string>();
  let unlisted = 0;
  const unlist = ({ path, bytes }: ZipItem, state: FileState) => {
    unlisted += 1;
    if (unlisted <= MAX_UNLISTED) files.push({ path: shortened(path), bytes, state });
  };
  for await (const item of zipItems(packet)) {
    signal.throwIfAborted();
    if (item.encrypted) return refused({ code: 'encrypted', detail: shortened(item.path) });
    const key = item.path.normalize('NFC').toLowerCase();
    const isDuplicate = taken.has(key);
    taken.add(key);
    if (item.path === MANIFEST && !isDuplicate) {
      const listener = listen(item.path);
      if (listener) await hashOfItem(item, item.bytes, () => undefined, signal, listener);
      continue;
    }
    const expected = promised.get(item.path);
    if (isUnsafeItem(item)) unlist(item, 'unsafe-name');
    else if (isDuplicate) unlist(item, 'duplicate');
    else if (expected === undefined) unlist(item, 'extra');
    else {
      promised.delete(item.path);
      const report = meter.file(undefined, item.path);
      const sha256 = await hashOfItem(item, expected.bytes, report, signal, listen(item.path));
      const state = sha256 === expected.sha256 ? 'ok' : 'wrong-hash';
      files.push({ path: item.path, bytes: expected.bytes, state });
    }
  }
  for (const [missing, { bytes }] of promised) files.push({ path: missing, bytes, state: 'missing' });
  const named = files.filter(({ state }) => state !== 'ok').length;
  const wrong = named + Math.max(0, unlisted - MAX_UNLISTED);
  return {
    ok: wrong === 0,
    caseReference: manifest.caseReference,
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

/** @returns the SHA-256 of the entry's bytes, or undefined where it is damaged or not as long as promised. */
export async function hashOfItem(
  item: ZipItem,
  bytes: number,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
  listener?: SealReader,
): Promise<string | undefined> {
  if (item.bytes !== bytes) return undefined;
  const hash = createHash('sha256');
  try {
    for await (const chunk of item.chunks(bytes, signal)) {
      hash.update(chunk);
      onChunk(chunk.length);
      await listener?.write(chunk);
    }
    await listener?.end();
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
  return hash.digest('hex');
}
