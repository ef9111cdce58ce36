// Reads the manifest of a packet, however many files it lists: one at a time, and within limits. Runs in the engine's process.
import { Manifest, ManifestFile } from '#shared/schema/manifest.ts';
import { SplitManifest } from './split-manifest.ts';
import type { ZipItem } from './zip-packet.ts';

/** Some 400 bytes for each of a million files. */
const MAX_MANIFEST_BYTES = 512 * 1024 ** 2;
/** As many as a packet may have. */
const MAX_FILES = 1_000_000;

/** Why it is no manifest that this version knows. */
export interface UnknownManifest {
  readonly code: 'unknown-format';
  readonly detail: string;
}

/** All but its files. */
export type ManifestHead = Omit<Manifest, 'files'>;

/**
 * @param onFile hears each file; what it heard counts only if all of it was read well.
 * @returns the rest, or why it is none that this version knows. Rejects when it is damaged or more than a manifest can be.
 */
export async function readManifestFiles(
  item: ZipItem,
  onFile: (file: ManifestFile) => void,
  signal: AbortSignal,
): Promise<ManifestHead | UnknownManifest> {
  if (item.bytes > MAX_MANIFEST_BYTES) return unknown('size');
  let trouble: string | undefined;
  let files = 0;
  const split = new SplitManifest((json) => {
    files += 1;
    if (files > MAX_FILES) throw new Error('too many files');
    if (trouble !== undefined) return;
    const parsed = ManifestFile.safeParse(parsedJson(json));
    if (parsed.success) onFile(parsed.data);
    else trouble = ['files', files - 1, ...(parsed.error.issues[0]?.path ?? [])].join('.');
  });
  await item.read(MAX_MANIFEST_BYTES, (chunk) => split.write(chunk), signal);
  const rest = parsedJson(split.end());
  if (rest === undefined) return unknown('JSON');
  const parsed = Manifest.safeParse(rest);
  if (!parsed.success) return unknown(parsed.error.issues[0]?.path.join('.') || 'formatVersion');
  if (trouble !== undefined) return unknown(trouble);
  const { files: _, ...head } = parsed.data;
  return head;
}

/** The whole manifest, for packets that are cut for e-mail, where files are few. Rejects as readManifestFiles. */
export async function readManifest(item: ZipItem, signal: AbortSignal): Promise<Manifest | UnknownManifest> {
  const files: ManifestFile[] = [];
  const head = await readManifestFiles(item, (file) => files.push(file), signal);
  return 'code' in head ? head : { ...head, files };
}

function unknown(detail: string): UnknownManifest {
  return { code: 'unknown-format', detail };
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
