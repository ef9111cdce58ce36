// One page of a file of the draft as text, with what stands on this machine where it was replaced. Runs in the engine's process.
import type { DraftPage } from '#shared/schema/draft-page.ts';
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { detectLogEncoding, type LogEncoding, logDecoder } from '../logs/log-encoding.ts';
import { archiveKind } from '../redaction/archive-kind.ts';
import { newReport } from '../redaction/file-report.ts';
import { unpackedChunks } from '../redaction/unpacked-chunks.ts';
import { Trouble } from '../trouble.ts';
import type { PacketDraft } from './packet-draft.ts';

/** A page ends with the first line end behind so many bytes … */
const PAGE_BYTES = 64 * 1024;
/** … and without one where the line goes on for longer than this. */
const LINE_BYTES = 16 * 1024;
const SAMPLE_BYTES = 4096;

/** @param page from 0. Throws Trouble where the draft has no such file, or it is no text. */
export async function viewFile(
  draft: PacketDraft,
  path: string,
  page: number,
  signal: AbortSignal,
): Promise<DraftPage> {
  const entry = draft.contents.entries.find((one) => one.path === path);
  if (entry === undefined) throw new Trouble({ code: 'cannot-read', path, reason: 'ENOENT' });
  const read = () => draft.spool.readUnpacked(entry) as AsyncIterable<Buffer>;
  const kind = archiveKind(await firstChunk(read()), path);
  if (kind === 'zip' || kind === 'closed') throw new Trouble({ code: 'not-text', path });
  const unpacked = () => (kind === undefined ? read() : unpackedChunks(kind, read(), newReport(), signal));
  const head = (await firstChunk(unpacked())).subarray(0, SAMPLE_BYTES);
  const { encoding } = detectLogEncoding(head);
  if (!encoding.startsWith('utf-16') && head.includes(0)) throw new Trouble({ code: 'not-text', path });
  const { bytes, before, sizeBytes } = await readAround(unpacked(), page, signal);
  const start = page === 0 ? 0 : cut(bytes, PAGE_BYTES * page - before, encoding);
  const end = cut(bytes, PAGE_BYTES * (page + 1) - before, encoding);
  const text = logDecoder(encoding).decode(bytes.subarray(start, end));
  return {
    page,
    pages: Math.max(1, Math.ceil(sizeBytes / PAGE_BYTES)),
    segments: segmentsOf(draft, text),
  };
}

async function firstChunk(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const chunk of chunks) return chunk;
  return Buffer.alloc(0);
}

/** @returns the page and what its edges need, where it begins, and how long the whole text is. */
async function readAround(
  chunks: AsyncIterable<Buffer>,
  page: number,
  signal: AbortSignal,
): Promise<{ bytes: Buffer; before: number; sizeBytes: number }> {
  const from = Math.max(0, page * PAGE_BYTES - 2);
  const to = (page + 1) * PAGE_BYTES + LINE_BYTES;
  const kept: Buffer[] = [];
  let at = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    const part = chunk.subarray(Math.max(0, from - at), Math.max(0, to - at));
    if (part.length > 0) kept.push(part);
    at += chunk.length;
  }
  return { bytes: Buffer.concat(kept), before: from, sizeBytes: at };
}

/** @returns behind the first line end from `at` on, or `at` where none is near. */
function cut(bytes: Buffer, at: number, encoding: LogEncoding): number {
  const wide = encoding.startsWith('utf-16');
  const size = wide ? 2 : 1;
  const feed = encoding === 'utf-16be' ? [0, 0x0a] : [0x0a, 0];
  for (let from = at - size; from >= 0 && from < Math.min(bytes.length, at + LINE_BYTES); from += size) {
    if (bytes[from] === feed[0] && (!wide || bytes[from + 1] === feed[1])) return from + size;
  }
  return Math.min(at, bytes.length);
}

function segmentsOf(draft: PacketDraft, text: string): DraftPage['segments'] {
  const { pieces } = draft.redacting.redaction.standIns.reveal(text);
  return pieces.flatMap(({ text: piece, original }) =>
    original === undefined ? secretsIn(piece) : [{ text: piece, original, rule: ruleOf(piece) }],
  );
}

/** Three asterisks and no fourth are a secret's mark. */
function secretsIn(text: string): DraftPage['segments'] {
  return text
    .split(/((?<!\*)\*{3}(?!\*))/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, ...(part === '***' ? { rule: 'password' as const } : {}) }));
}

const RULES: Readonly<Record<string, RedactionRule>> = {
  host: 'host',
  domain: 'domain',
  sub: 'domain',
  user: 'user',
  keyword: 'keyword',
  mac: 'mac',
  wwn: 'wwn',
  path: 'file-path',
  database: 'database',
  policy: 'policy',
  barcode: 'barcode',
  serial: 'serial',
  fd00: 'ipv6',
};

function ruleOf(standIn: string): RedactionRule {
  return RULES[/^[a-z0-9]+/i.exec(standIn)?.[0].toLowerCase() ?? ''] ?? 'ipv4';
}
