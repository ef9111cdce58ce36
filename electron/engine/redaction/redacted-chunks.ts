// The bytes of one file with everything replaced that must not leave. Fails closed: whatever goes wrong ends the bytes and
// puts into the report why the file stays here. Runs in the engine's process.
import type { WithheldReason } from '#shared/schema/redaction.ts';
import { letGoOfOwn, markOwn } from '../own-memory.ts';
import { archiveKind } from './archive-kind.ts';
import { addCounts, type FileReport } from './file-report.ts';
import type { RedactStep } from './redact-step.ts';
import { redactedZip } from './redacted-zip.ts';
import { gzipped, unpackedChunks } from './unpacked-chunks.ts';

/** What encoding and kind are told from. */
const SAMPLE_BYTES = 64 * 1024;
/** A rolled log, or a rolled log in a zip; an archive in one of these is not opened. */
const MAX_DEPTH = 2;
/** A text that takes longer than this, and than a megabyte in five seconds, does not come to an end. */
const TEXT_MS = 120_000;
const SLOWEST_BYTES_PER_MS = 200;

/**
 * @param name as the packet will call it, to tell rolled logs from documents that are zips too.
 * @param depth how many archives it is in.
 * Throws only when cancelled.
 */
export async function* redactedChunks(
  chunks: AsyncIterable<Buffer>,
  name: string,
  step: RedactStep,
  report: FileReport,
  depth = 0,
): AsyncGenerator<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const { head, rest } = await readHead(source);
    yield* redactedKind(head, rest, name, step, report, depth);
  } finally {
    // Whatever was left unread, its file is closed; a read that hangs is not waited for.
    void source.return?.().catch(() => undefined);
  }
}

async function* redactedKind(
  head: Buffer,
  rest: AsyncIterable<Buffer>,
  name: string,
  step: RedactStep,
  report: FileReport,
  depth: number,
): AsyncGenerator<Buffer> {
  const kind = archiveKind(head, name);
  if (kind === undefined) {
    const passed = depth === 0 ? noteLearned(step, report) : () => undefined;
    return yield* redactedText(head, rest, step, report, passed);
  }
  if (kind === 'closed' || depth === MAX_DEPTH) {
    return yield* asItIs(rest, kind === 'closed' ? 'archive' : 'archive-too-deep', step, report);
  }
  const inner = (unpacked: AsyncIterable<Buffer>, innerName: string) =>
    redactedChunks(unpacked, innerName, step, report, depth + 1);
  if (kind === 'zip') return yield* redactedZip(rest, inner, step, report);
  // There is no encoder for bzip2 to rely on: it goes as gzip, and its name says so.
  if (kind === 'bzip2') report.nowGzip = true;
  const unpacked = unpackedChunks(kind, rest, report, step.signal);
  yield* gzipped(inner(unpacked, name.replace(/\.(gz|bz2)$/i, '')));
}

/** @returns what is to hear, after each step of the text, how many bytes are ready to leave. */
function noteLearned({ learned }: RedactStep, report: FileReport): (readyBytes: number) => void {
  let bytes = 0;
  report.lastLearned = { names: learned(), bytes };
  return (readyBytes) => {
    const names = learned();
    if (names !== report.lastLearned?.names) report.lastLearned = { names, bytes };
    bytes += readyBytes;
  };
}

async function* redactedText(
  head: Buffer,
  rest: AsyncIterable<Buffer>,
  step: RedactStep,
  report: FileReport,
  passed: (readyBytes: number) => void,
): AsyncGenerator<Buffer> {
  const clock = { spentMs: 0, bytes: 0 };
  const text = guarded(report, clock, () => step.open(head.subarray(0, SAMPLE_BYTES)));
  if (text === undefined) return;
  if ('withheld' in text) return yield* asItIs(rest, text.withheld, step, report);
  try {
    for await (const chunk of rest) {
      clock.bytes += chunk.length;
      const done = await step.done?.(chunk);
      const ready = guarded(report, clock, () => text.write(chunk, done));
      if (ready === undefined) return;
      letGoOfOwn(chunk);
      passed(ready.length);
      if (ready.length > 0) yield markOwn(ready);
    }
    const last = guarded(report, clock, () => text.end());
    if (last === undefined) return;
    passed(last.length);
    if (last.length > 0) yield markOwn(last);
  } finally {
    // Whoever has seen enough counts as well.
    addCounts(report.counts, text.counts);
  }
}

/** What is no text stays, or goes untouched where the user said so; a text that cannot be read always stays. */
async function* asItIs(
  chunks: AsyncIterable<Buffer>,
  reason: WithheldReason,
  step: RedactStep,
  report: FileReport,
): AsyncGenerator<Buffer> {
  if (!step.asItIs || reason === 'unknown-encoding') {
    report.withheld = reason;
    return;
  }
  report.unredacted = true;
  yield* chunks;
}

/** Runs one step of the redaction; a bug in it, or too much time, costs the file and not the case. */
function guarded<Value>(
  report: FileReport,
  clock: { spentMs: number; readonly bytes: number },
  run: () => Value,
): Value | undefined {
  const started = performance.now();
  try {
    const value = run();
    clock.spentMs += performance.now() - started;
    if (clock.spentMs <= TEXT_MS + clock.bytes / SLOWEST_BYTES_PER_MS) return value;
    report.withheld = 'time-limit';
  } catch {
    report.withheld = 'redaction-failed';
  }
  return undefined;
}

/** @returns the first bytes, and all bytes including them. */
async function readHead(
  source: AsyncIterator<Buffer>,
): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const start: Buffer[] = [];
  for (let bytes = 0; bytes < SAMPLE_BYTES; ) {
    const next = await source.next();
    if (next.done) break;
    start.push(next.value);
    bytes += next.value.length;
  }
  const rest = async function* () {
    yield* start.splice(0);
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return { head: Buffer.concat(start).subarray(0, SAMPLE_BYTES), rest: rest() };
}
