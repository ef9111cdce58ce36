// Looks at a packet before it is cut: a zip of ours whose files can be handed out one by one, or an encrypted packet that
// can only be cut as it is. Runs in the engine's process.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import { Manifest, type ManifestFile } from '#shared/schema/manifest.ts';
import { hashFile } from '../hash-file.ts';
import type { PackedRange } from '../packet/read-entry.ts';
import { isUnsafeItem } from '../packet/verify-packet.ts';
import { type ZipItem, zipItems } from '../packet/zip-packet.ts';
import { Trouble } from '../trouble.ts';

/** What stands in every volume, in this order. */
export const COMMON_FILES = ['case.html', 'case.json', 'manifest.json'] as const;

const MAX_JSON_BYTES = 512 * 1024 ** 2;
const AGE_STARTS = ['age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----'];

/** A file of the packet, with its place in the zip. */
export interface PacketFile {
  readonly path: string;
  readonly bytes: number;
  readonly packed: PackedRange;
  readonly modifiedAt: Date;
}

interface AnyPacket {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}
export interface OpenPacket extends AnyPacket {
  readonly kind: 'open';
  readonly caseReference: string;
  /** Undefined where a newer version wrote one that this version does not know. */
  readonly sheet: CaseSheet | undefined;
  readonly common: readonly PacketFile[];
  readonly others: readonly PacketFile[];
}
/** Encrypted: its contents are nobody's but the recipient's. */
export interface SealedPacket extends AnyPacket {
  readonly kind: 'sealed';
}

/** @param path absolute. Rejects with Trouble where it is not readable or no packet. */
export async function openPacket(path: string, signal: AbortSignal): Promise<OpenPacket | SealedPacket> {
  try {
    const any = { path, name: basename(path), ...(await hashFile(path, () => undefined, signal)) };
    if (await isAge(path)) return { kind: 'sealed', ...any };
    const items: ZipItem[] = [];
    const json = new Map<string, unknown>();
    for await (const item of zipItems(path)) {
      signal.throwIfAborted();
      if (item.encrypted) return { kind: 'sealed', ...any };
      items.push(item);
      if (item.path === 'case.json' || item.path === 'manifest.json') {
        json.set(item.path, await readJson(item, signal));
      }
    }
    const manifest = Manifest.safeParse(json.get('manifest.json'));
    if (!manifest.success) throw new Error('manifest.json');
    const sheet = CaseSheet.safeParse(json.get('case.json'));
    const files = matched(path, items, manifest.data);
    const isCommon = ({ path }: PacketFile) => COMMON_FILES.some((name) => name === path);
    return {
      kind: 'open',
      ...any,
      caseReference: manifest.data.caseReference,
      sheet: sheet.success ? sheet.data : undefined,
      common: files.filter(isCommon),
      others: files.filter((file) => !isCommon(file)),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Trouble) throw error;
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code !== undefined && syscall !== undefined) {
      throw new Trouble({ code: 'cannot-read', path, reason: code });
    }
    throw new Trouble({ code: 'not-a-packet', path });
  }
}

/** @returns whether a file begins as age's files do. Rejects with the system's error. */
export async function isAge(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const start = buffer.toString('latin1', 0, bytesRead);
    return AGE_STARTS.some((mark) => start.startsWith(mark));
  } finally {
    await file.close();
  }
}

async function readJson(item: ZipItem, signal: AbortSignal): Promise<unknown> {
  const chunks: Buffer[] = [];
  await item.read(MAX_JSON_BYTES, (chunk) => chunks.push(chunk), signal);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Every file with what the manifest promises of it; a packet that is not as promised is not cut. */
function matched(path: string, items: readonly ZipItem[], manifest: Manifest): PacketFile[] {
  const promised = new Map(manifest.files.map((file) => [file.path, file]));
  // manifest.json does not list itself; it was written when the case sheet was.
  const writtenAt = promised.get('case.json')?.modifiedAt ?? '1980-01-01T00:00:00Z';
  const modifiedAt = (file: ManifestFile | undefined) => new Date(file?.modifiedAt ?? writtenAt);
  const names = new Set(items.map((item) => item.path.normalize('NFC').toLowerCase()));
  const damaged = (detail: string) => new Trouble({ code: 'damaged-packet', path, detail });
  if (names.size !== items.length) throw damaged('duplicate');
  const files = items.map((item) => {
    const file = promised.get(item.path);
    const known = item.path === 'manifest.json' || (file !== undefined && file.bytes === item.bytes);
    if (!known || isUnsafeItem(item) || item.packed === undefined) throw damaged(item.path);
    return { path: item.path, bytes: item.bytes, packed: item.packed, modifiedAt: modifiedAt(file) };
  });
  const missing = manifest.files.find((file) => !names.has(file.path.normalize('NFC').toLowerCase()));
  if (missing !== undefined) throw damaged(missing.path);
  return files;
}
