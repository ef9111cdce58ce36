// A zip of rolled logs, each redacted, as a new zip. Zips are read from their end, so it lies in the draft's private folder
// meanwhile. Runs in the engine's process.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EntryNames } from '../packet/entry-names.ts';
import { Spool } from '../packet/spool.ts';
import { writeZip, type ZipEntry } from '../packet/write-zip.ts';
import { zipItems } from '../packet/zip-packet.ts';
import { writeTrouble } from '../trouble.ts';
import { type FileReport, packedName } from './file-report.ts';
import type { RedactStep } from './redact-step.ts';

/** One file of it, and all of them together, unpacked. */
const MAX_BYTES = 4 * 1024 ** 3;
const MAX_FILES = 10_000;
const CHUNK_BYTES = 256 * 1024;

/**
 * @param inner redacts one file of it.
 * Throws Trouble when the disk is full, and when cancelled.
 */
export async function* redactedZip(
  chunks: AsyncIterable<Buffer>,
  inner: (chunks: AsyncIterable<Buffer>, name: string) => AsyncIterable<Buffer>,
  step: RedactStep,
  report: FileReport,
): AsyncGenerator<Buffer> {
  const [original, redacted] = [randomUUID(), randomUUID()].map((id) =>
    join(step.privateFolder, `${id}.tmp`),
  );
  if (original === undefined || redacted === undefined) return;
  const spool = await Spool.create(step.privateFolder);
  try {
    await writeAll(original, chunks);
    const entries = await redactEntries(original, spool, inner, step, report);
    if (report.withheld === 'archive' && step.asItIs) {
      delete report.withheld;
      report.unredacted = true;
      return yield* createReadStream(original, { highWaterMark: CHUNK_BYTES });
    }
    if (report.withheld !== undefined) return;
    await writeZip(redacted, entries, () => undefined, step.signal);
    yield* createReadStream(redacted, { highWaterMark: CHUNK_BYTES });
  } finally {
    await Promise.all([rm(original, { force: true }), rm(redacted, { force: true }), spool.discard()]);
  }
}

async function writeAll(path: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
  } catch (error) {
    throw writeTrouble(error, path);
  } finally {
    await file.close();
  }
}

async function redactEntries(
  path: string,
  spool: Spool,
  inner: (chunks: AsyncIterable<Buffer>, name: string) => AsyncIterable<Buffer>,
  { name, signal }: RedactStep,
  report: FileReport,
): Promise<ZipEntry[]> {
  const names = new EntryNames();
  const entries: ZipEntry[] = [];
  let bytes = 0;
  let damaged = false;
  const items = zipItems(path);
  const next = () =>
    items.next().catch(() => {
      damaged = true;
      return { done: true, value: undefined } as const;
    });
  for (let item = await next(); !item.done; item = await next()) {
    const { kind, encrypted, path: member, modifiedAt, bytes: memberBytes } = item.value;
    if (kind === 'other') continue;
    bytes += memberBytes;
    if (encrypted) report.withheld = 'archive';
    else if (bytes > MAX_BYTES || entries.length === MAX_FILES) report.withheld = 'archive-too-large';
    if (report.withheld !== undefined) break;
    const taken = item.value.chunks(memberBytes, signal);
    const whole = async function* () {
      try {
        yield* taken;
      } catch {
        signal.throwIfAborted();
        damaged = true;
      }
    };
    const packed = await spool.add(inner(whole(), member), () => undefined, signal);
    if (damaged) break;
    entries.push({
      ...packed,
      path: names.claim(packedName(name(member), report)),
      modifiedAt,
      open: () => spool.readPacked(packed),
    });
  }
  await items.return(undefined);
  if (damaged) report.withheld ??= 'archive-damaged';
  return entries;
}
