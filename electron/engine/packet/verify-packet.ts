// Reads a whole packet back and holds it against its manifest: every file present with its hash, nothing extra, names
// safe, format known. Trusts nothing in the packet: sizes are limited by what the manifest promises.
// Runs in the engine's process.
import { createHash } from 'node:crypto';
import { configure, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { Manifest } from '#shared/schema/manifest.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { safeEntryName } from './entry-names.ts';
import { ProgressMeter } from './progress-meter.ts';
import { ZipFileReader } from './zip-file-reader.ts';

configure({ useWebWorkers: false, chunkSize: 256 * 1024 });

export type FileState = 'ok' | 'missing' | 'wrong-hash' | 'extra' | 'unsafe-name' | 'duplicate';

export interface VerifiedFile {
  readonly path: string;
  readonly bytes: number;
  readonly state: FileState;
}

export interface VerifyProblem {
  readonly code: 'cannot-read' | 'not-a-packet' | 'unknown-format' | 'encrypted' | 'files-differ';
  readonly detail: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly caseReference?: string;
  readonly files: readonly VerifiedFile[];
  readonly problems: readonly VerifyProblem[];
}

const MANIFEST = 'manifest.json';
/** Room for a million files; more is no manifest of ours. */
const MAX_MANIFEST_BYTES = 512 * 1024 ** 2;

interface VerifyContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** @returns what was found; rejects only when cancelled. */
export async function verifyPacket(path: string, context: VerifyContext): Promise<VerifyReport> {
  const source = new ZipFileReader(path);
  try {
    return await verifyEntries(await new ZipReader(source).getEntries(), context);
  } catch (error) {
    context.signal.throwIfAborted();
    const system = (error as NodeJS.ErrnoException).code;
    const detail = system ?? (error instanceof Error ? error.message : String(error));
    const code = system === undefined ? 'not-a-packet' : 'cannot-read';
    return { ok: false, files: [], problems: [{ code, detail }] };
  } finally {
    await source.close();
  }
}

async function verifyEntries(
  entries: readonly Entry[],
  { signal, onProgress }: VerifyContext,
): Promise<VerifyReport> {
  const refused = (code: VerifyProblem['code'], detail: string): VerifyReport => ({
    ok: false,
    files: [],
    problems: [{ code, detail }],
  });
  const encrypted = entries.find((entry) => entry.encrypted);
  if (encrypted !== undefined) return refused('encrypted', encrypted.filename);

  const { files, byName } = namesOf(entries);
  const manifestEntry = byName.get(MANIFEST);
  if (manifestEntry === undefined) return refused('not-a-packet', MANIFEST);
  const manifest = await readManifest(manifestEntry, signal);
  if (typeof manifest === 'string') return refused('unknown-format', manifest);

  const totalBytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const totals = { totalBytes, totalFiles: manifest.files.length };
  const meter = new ProgressMeter('check', totals, onProgress);
  byName.delete(MANIFEST);
  for (const expected of manifest.files) {
    const entry = byName.get(expected.path);
    byName.delete(expected.path);
    if (entry === undefined) {
      files.push({ path: expected.path, bytes: expected.bytes, state: 'missing' });
      continue;
    }
    const report = meter.file(undefined, expected.path);
    const sha256 = await hashOf(entry, expected.bytes, report, signal);
    const state = sha256 === expected.sha256 ? 'ok' : 'wrong-hash';
    files.push({ path: expected.path, bytes: expected.bytes, state });
  }
  for (const [path, entry] of byName) {
    files.push({ path, bytes: entry.uncompressedSize, state: 'extra' });
  }
  const wrong = files.filter(({ state }) => state !== 'ok');
  return {
    ok: wrong.length === 0,
    caseReference: manifest.caseReference,
    files,
    problems: wrong.length === 0 ? [] : [{ code: 'files-differ', detail: String(wrong.length) }],
  };
}

/** Sorts out entries whose name could harm or hides another; the rest is checked by name. */
function namesOf(entries: readonly Entry[]): {
  files: VerifiedFile[];
  byName: Map<string, FileEntry>;
} {
  const files: VerifiedFile[] = [];
  const byName = new Map<string, FileEntry>();
  const taken = new Set<string>();
  for (const entry of entries) {
    const { filename: path, uncompressedSize: bytes } = entry;
    const key = path.normalize('NFC').toLowerCase();
    if (entry.directory || path !== safeEntryName(path) || path.length > 200 || isLink(entry)) {
      files.push({ path, bytes, state: 'unsafe-name' });
    } else if (taken.has(key)) {
      files.push({ path, bytes, state: 'duplicate' });
    } else {
      taken.add(key);
      byName.set(path, entry);
    }
  }
  return { files, byName };
}

/** Unix file type of the entry: 0o12 is a symbolic link. */
function isLink(entry: Entry): boolean {
  return entry.externalFileAttributes >>> 28 === 0o12;
}

/** @returns the manifest, or what is wrong with it. */
async function readManifest(entry: FileEntry, signal: AbortSignal): Promise<Manifest | string> {
  if (entry.uncompressedSize > MAX_MANIFEST_BYTES) return 'size';
  const chunks: Uint8Array[] = [];
  await readEntry(entry, MAX_MANIFEST_BYTES, (chunk) => chunks.push(chunk), signal);
  try {
    const parsed = Manifest.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return parsed.success ? parsed.data : parsed.error.issues[0]?.path.join('.') || 'formatVersion';
  } catch {
    return 'JSON';
  }
}

/** @returns the SHA-256 of the entry's bytes, or undefined where it is damaged or longer than promised. */
async function hashOf(
  entry: FileEntry,
  bytes: number,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (entry.uncompressedSize !== bytes) return undefined;
  const hash = createHash('sha256');
  try {
    await readEntry(
      entry,
      bytes,
      (chunk) => {
        hash.update(chunk);
        onChunk(chunk.length);
      },
      signal,
    );
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
  return hash.digest('hex');
}

/** Rejects when the entry holds more than `maxBytes`, is damaged, or its checksum is wrong. */
async function readEntry(
  entry: FileEntry,
  maxBytes: number,
  onChunk: (chunk: Uint8Array) => void,
  signal: AbortSignal,
): Promise<void> {
  let bytes = 0;
  const target = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Error('longer than promised');
      onChunk(chunk);
    },
  });
  await entry.getData(target, { checkSignature: true, signal });
}
