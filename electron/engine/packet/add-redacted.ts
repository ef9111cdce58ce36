// One file on its way into the spool: redacted, or held back with nothing of it left. Runs in the engine's process.
import type { Cut } from '#shared/schema/manifest.ts';
import type { RuleCount, WithheldReason } from '#shared/schema/redaction.ts';
import type { Source } from '../collectors/collector.ts';
import type { CaseRedaction } from '../redaction/case-redaction.ts';
import { type LastLearned, newReport, packedName, ruleCounts } from '../redaction/file-report.ts';
import type { OpenSource } from './file-chunks.ts';
import type { Packed } from './packed-files.ts';
import type { Spool } from './spool.ts';

/** What every file of a case goes through. */
export interface Redacting {
  readonly spool: Spool;
  readonly redaction: CaseRedaction;
  /** Paths in the packet of what goes although it is no text. */
  readonly sendBinaries: readonly string[];
  /** One thing at a time, with pauses: the machine has more important work. */
  readonly gentle?: boolean;
}

/** Where a file comes from and where it goes, in names that may still tell of the customer. */
export interface FilePlace {
  readonly source: Source;
  readonly collector: string;
  /** Of the collector in the packet; never changed. */
  readonly folder: string;
  /** Below that folder. */
  readonly name: string;
}

export interface CollectedFile extends Packed, FilePlace {
  readonly modifiedAt: Date;
  readonly cut?: Cut;
  /** Source paths of other files whose lines it holds. */
  readonly quotes?: readonly string[];
  readonly redactions: readonly RuleCount[];
  readonly unredacted: boolean;
  /** How many names were replaced everywhere when it was redacted; those learned later are still to be looked for. */
  readonly learned: number;
  /** Of a text: where in it the last of its names was learned. */
  readonly lastLearned?: LastLearned;
}

export interface HeldBack extends FilePlace {
  readonly reason: WithheldReason;
}

/** As `takeRedacted`, and waits until the file is in the spool. */
export async function addRedacted(
  ...file: Parameters<typeof takeRedacted>
): Promise<CollectedFile | HeldBack> {
  const taken = await takeRedacted(...file);
  return 'reason' in taken ? taken : taken.collected;
}

/**
 * Takes one file; one at a time. Resolves when its last byte was read and redacted, while the rest of the work goes on.
 * Throws Trouble when the disk is full, and when cancelled.
 */
export async function takeRedacted(
  { chunks, modifiedAt, outcome }: OpenSource,
  { source, collector, folder, name }: FilePlace,
  redacting: Redacting,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ readonly collected: Promise<CollectedFile> } | HeldBack> {
  const { spool, redaction } = redacting;
  const { learned } = redaction;
  const place = { source, collector, folder, name };
  const report = newReport();
  const options = {
    ...{ name: place.name, privateFolder: spool.folder, signal },
    asItIs: goesAsItIs(place, redacting),
  };
  const { packed } = await spool.take(redaction.file(chunks, options, report), onChunk, signal);
  if (report.withheld !== undefined) {
    await spool.drop(packed);
    return { ...place, reason: report.withheld };
  }
  const { cut, quotes } = outcome;
  const file = {
    ...place,
    name: packedName(place.name, report),
    modifiedAt,
    redactions: ruleCounts(report.counts),
    unredacted: report.unredacted,
    learned,
    ...(report.lastLearned && { lastLearned: report.lastLearned }),
    ...(cut === undefined ? {} : { cut }),
    ...(quotes === undefined ? {} : { quotes }),
  };
  const collected = packed.then((where) => ({ ...file, ...where }));
  // A caller that was cancelled meanwhile does not ask for it any more.
  collected.catch(() => undefined);
  return { collected };
}

/** What the user added by hand was looked at; at level off only secrets matter; the rest is asked for by name. */
export function goesAsItIs(
  { collector, folder, name }: FilePlace,
  { redaction, sendBinaries }: Redacting,
): boolean {
  if (collector.startsWith('user.') || redaction.level === 'off') return true;
  if (sendBinaries.length === 0) return false;
  const chosen = [`${folder}/${name}`, `${folder}/${redaction.text(name)}`];
  return chosen.some((path) => sendBinaries.includes(path));
}
