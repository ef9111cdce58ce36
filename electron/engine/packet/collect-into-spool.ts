// Streams every source that the collectors found into the spool, collector by collector. Trouble with a source becomes a
// note in its collector's ERROR.txt; only a full disk or cancelling ends it. Runs in the engine's process.
import type { Facts } from '#shared/schema/facts.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import type { Note, Source } from '../collectors/collector.ts';
import { folderOf } from '../collectors/collector-folder.ts';
import type { Look } from '../collectors/look-at-machine.ts';
import { outcomeOf } from '../collectors/outcome.ts';
import type { EngineContext } from '../engine-context.ts';
import { EntryNames } from './entry-names.ts';
import { leftOutText } from './left-out-text.ts';
import type { DraftEntry } from './packet-draft.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { openSource } from './source-chunks.ts';
import type { Spool } from './spool.ts';

export interface Collected {
  readonly entries: DraftEntry[];
  readonly outcomes: CollectorOutcome[];
  /** What only reading could tell. */
  readonly facts: Facts;
}

/** Rejects with Trouble when the spool cannot be written, and when cancelled. */
export async function collectIntoSpool(
  looks: readonly Look[],
  spool: Spool,
  meter: ProgressMeter,
  { host, signal }: EngineContext,
): Promise<Collected> {
  const names = new EntryNames();
  const entries: DraftEntry[] = [];
  const outcomes: CollectorOutcome[] = [];
  let facts: Facts = {};
  for (const look of looks) {
    const { collector, findings } = look;
    const started = performance.now();
    const notes = [...(findings.notes ?? [])];
    const leftOut = [...(findings.leftOut ?? [])];
    const before = entries.length;
    const add = async (source: Source) => {
      signal.throwIfAborted();
      const opened = await openSource(source, host, signal, spool.folder);
      if (!('chunks' in opened)) {
        notes.push(opened.note);
        return;
      }
      const path = names.claim(`${folderOf(collector)}/${source.name}`);
      const report = meter.file(collector.id, path);
      const packed = await spool.add(opened.chunks, report, signal);
      const { cut, facts: learned, quotes } = opened.outcome;
      notes.push(...(opened.outcome.notes ?? []));
      leftOut.push(...(opened.outcome.leftOut ?? []));
      facts = { ...facts, ...learned };
      entries.push({
        ...packed,
        path,
        collector: collector.id,
        modifiedAt: opened.modifiedAt,
        ...(source.kind === 'file' ? { sourcePath: source.path } : {}),
        ...(cut === undefined ? {} : { cut }),
        ...(quotes === undefined ? {} : { quotes }),
      });
    };
    for (const source of findings.sources ?? []) await add(source);
    const files = entries.length - before;
    if (leftOut.length > 0) await add({ kind: 'text', name: 'LEFT-OUT.txt', text: leftOutText(leftOut) });
    if (notes.length > 0) await add({ kind: 'text', name: 'ERROR.txt', text: notesText(notes) });
    const durationMs = look.durationMs + Math.round(performance.now() - started);
    outcomes.push(outcomeOf(look, notes, files, durationMs));
  }
  return { entries, outcomes, facts };
}

/** One line a note: reason, what it is about, the system's own words. */
function notesText(notes: readonly Note[]): string {
  const lines = notes.map(({ reason, about, detail }) => [reason, about, detail ?? ''].join('\t').trimEnd());
  return `${lines.join('\n')}\n`;
}
