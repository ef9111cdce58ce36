// Streams every source that the collectors found through redaction into the spool, collector by collector. Trouble with a
// source becomes a note in its collector's ERROR.txt; what cannot be redacted is held back; only a full disk or cancelling
// ends it. Runs in the engine's process.
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Facts } from '#shared/schema/facts.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import type { Note, Source } from '../collectors/collector.ts';
import { folderOf } from '../collectors/collector-folder.ts';
import type { Look } from '../collectors/look-at-machine.ts';
import { outcomeOf } from '../collectors/outcome.ts';
import type { EngineContext } from '../engine-context.ts';
import type { WholeFileReader } from '../host/host.ts';
import { type CollectedFile, type HeldBack, type Redacting, takeRedacted } from './add-redacted.ts';
import { EntryNames } from './entry-names.ts';
import { leftOutText } from './left-out-text.ts';
import { lineSegments } from './line-segments.ts';
import { openAhead } from './open-ahead.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { isSmall, SmallFiles } from './small-files.ts';
import { openSource } from './source-chunks.ts';

/** Each file that is opened ahead listens for being cancelled; beyond ten Node would warn of a leak. */
const LISTENERS = 50;

/** So many small files are read sooner than a thread is started for them. */
const WORTH_THREAD_FILES = 100;

/** Gentle work pauses as long as it worked, but no longer than this. */
const MAX_PAUSE_MS = 2_000;

export interface Collected {
  readonly files: CollectedFile[];
  readonly heldBack: HeldBack[];
  readonly outcomes: CollectorOutcome[];
  /** What only reading could tell; not redacted yet. */
  readonly facts: Facts;
}

/** Rejects with Trouble when the spool cannot be written, and when cancelled. */
export async function collectIntoSpool(
  looks: readonly Look[],
  redacting: Redacting,
  meter: ProgressMeter,
  context: EngineContext,
): Promise<Collected> {
  const reader = redacting.gentle ? undefined : await readerFor(looks, context);
  try {
    return await collectAll(looks, redacting, meter, context, reader);
  } finally {
    reader?.close();
  }
}

async function readerFor(
  looks: readonly Look[],
  { host, threadFile }: EngineContext,
): Promise<WholeFileReader | undefined> {
  const small = looks.flatMap(({ findings }) => findings.sources?.filter(isSmall) ?? []);
  if (threadFile === undefined || small.length < WORTH_THREAD_FILES) return undefined;
  return await host.startWholeFileReader?.(threadFile);
}

async function collectAll(
  looks: readonly Look[],
  redacting: Redacting,
  meter: ProgressMeter,
  { host, signal }: EngineContext,
  reader: WholeFileReader | undefined,
): Promise<Collected> {
  setMaxListeners(LISTENERS, signal);
  const names = new EntryNames();
  /** In their order; the last ones may still be on their way into the spool. */
  const files: Promise<CollectedFile>[] = [];
  const heldBack: HeldBack[] = [];
  const outcomes: CollectorOutcome[] = [];
  let facts: Facts = {};
  for (const look of looks) {
    const { collector, findings } = look;
    const startedMs = host.elapsedMs();
    const notes = [...(findings.notes ?? [])];
    const leftOut = [...(findings.leftOut ?? [])];
    const before = files.length + heldBack.length;
    const { ahead: onNear } = redacting.redaction;
    const small = new SmallFiles(findings.sources ?? [], reader, signal);
    const open = async (source: Source) => {
      signal.throwIfAborted();
      const opened =
        (await small.open(source)) ?? (await openSource(source, host, signal, redacting.spool.folder));
      if (onNear === undefined || source.kind !== 'file' || source.picture || !('chunks' in opened))
        return opened;
      return { ...opened, chunks: lineSegments(opened.chunks) };
    };
    const add = async (source: Source, opened: Awaited<ReturnType<typeof open>>) => {
      if (!('chunks' in opened)) {
        notes.push(opened.note);
        return;
      }
      const folder = folderOf(collector);
      const place = { folder, name: names.claim(`${folder}/${source.name}`).slice(folder.length + 1) };
      const report = meter.file(collector.id, `${folder}/${place.name}`);
      const whole = { source, collector: collector.id, ...place };
      const taken = await takeRedacted(opened, whole, redacting, report, signal);
      notes.push(...(opened.outcome.notes ?? []));
      leftOut.push(...(opened.outcome.leftOut ?? []));
      if ('reason' in taken) heldBack.push(taken);
      else {
        files.push(taken.collected);
        facts = { ...facts, ...opened.outcome.facts };
      }
    };
    const addText = async (name: string, text: string) => {
      const source = { kind: 'text', name, text } as const;
      await add(source, await open(source));
    };
    const atATime = redacting.gentle ? 1 : undefined;
    const ahead = openAhead(findings.sources ?? [], open, { files: atATime, onNear });
    let fromMs = host.elapsedMs();
    for await (const { source, opened } of ahead) {
      await add(source, opened);
      if (!redacting.gentle) continue;
      await pause(Math.min(MAX_PAUSE_MS, host.elapsedMs() - fromMs), undefined, { signal });
      fromMs = host.elapsedMs();
    }
    const found = files.length + heldBack.length - before;
    if (leftOut.length > 0) await addText('LEFT-OUT.txt', leftOutText(leftOut));
    if (notes.length > 0) await addText('ERROR.txt', notesText(notes));
    const durationMs = look.durationMs + Math.round(host.elapsedMs() - startedMs);
    outcomes.push(outcomeOf(look, notes, found, durationMs));
  }
  return { files: await Promise.all(files), heldBack, outcomes, facts };
}

/** One line a note: reason, what it is about, the system's own words. */
function notesText(notes: readonly Note[]): string {
  const lines = notes.map(({ reason, about, detail }) => [reason, about, detail ?? ''].join('\t').trimEnd());
  return `${lines.join('\n')}\n`;
}
