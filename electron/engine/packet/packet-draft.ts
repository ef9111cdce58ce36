// A case that was collected and not yet packed: what the user reviews. Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { ChecklistItem } from '#shared/schema/checklist.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { Facts } from '#shared/schema/facts.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import type { RuleCount } from '#shared/schema/redaction.ts';
import { fillChecklist } from '../checklist.ts';
import type { Gathered } from '../draft-case.ts';
import { addCounts, ruleCounts } from '../redaction/file-report.ts';
import type { CollectedFile, HeldBack, Redacting } from './add-redacted.ts';
import type { Spool } from './spool.ts';
import { factsThatLeave, staysBehind } from './stays-behind.ts';

/** One file of the draft: its place in the packet and where its bytes lie in the spool. */
export interface DraftEntry extends CollectedFile {
  readonly path: string;
  /** As it may be told. */
  readonly sourcePath?: string;
}

/** A file that redaction keeps here, by the path that it would have. */
export interface HeldBackEntry extends HeldBack {
  readonly path: string;
}

/** All of it as it may leave. */
export interface DraftContents {
  readonly caseReference: string;
  readonly request: PartialCaseRequest;
  readonly facts: Facts;
  readonly entries: readonly DraftEntry[];
  readonly heldBack: readonly HeldBackEntry[];
  readonly outcomes: readonly CollectorOutcome[];
  readonly checklist: readonly ChecklistItem[];
}

export class PacketDraft {
  readonly contents: DraftContents;
  readonly redacting: Redacting;
  /** What it was made of; stays on this machine. */
  readonly gathered: Gathered;

  constructor(contents: DraftContents, redacting: Redacting, gathered: Gathered) {
    this.contents = contents;
    this.redacting = redacting;
    this.gathered = gathered;
  }

  get caseReference(): string {
    return this.contents.caseReference;
  }

  get spool(): Spool {
    return this.redacting.spool;
  }

  /** The list for review, without bytes. */
  summary(): DraftSummary {
    const { caseReference, entries, outcomes, checklist, heldBack } = this.contents;
    return {
      caseReference,
      files: entries.map(({ path, collector, bytes, packedBytes, cut, redactions, unredacted }) => ({
        ...{ path, collector, bytes, packedBytes, redactions: [...redactions], unredacted },
        ...(cut === undefined ? {} : { cut }),
      })),
      redaction: {
        level: this.redacting.redaction.level,
        rules: ruleTotals(entries),
        withheld: heldBack.map(({ path, reason }) => ({ path, reason })),
        ...(this.redacting.redaction.hasTooManyNames ? { tooManyNames: true as const } : {}),
      },
      outcomes: [...outcomes],
      checklist: [...checklist],
    };
  }

  /**
   * @param given a path as the packet or as the plan has it, where names are not replaced.
   * @returns the path in this draft, also of a file that redaction holds back; undefined where there is none.
   */
  pathOf(given: string): string | undefined {
    const all = [...this.contents.entries, ...this.contents.heldBack];
    return all.find(({ path, folder, name }) => path === given || `${folder}/${name}` === given)?.path;
  }

  /** Paths of what does not leave when the user keeps these back. */
  staysBehind(withheld: readonly string[]): string[] {
    return staysBehind(this.contents.entries, withheld);
  }

  /** The draft as it leaves: without what the user keeps back, and with the checklist of what is still there. */
  without(withheld: readonly string[]): PacketDraft {
    const staying = new Set(this.staysBehind(withheld));
    const entries = this.contents.entries.filter(({ path }) => !staying.has(path));
    const facts = factsThatLeave(this.contents.facts, this.contents.entries, staying);
    const checklist = fillChecklist({ ...this.contents, facts }, entries);
    return new PacketDraft({ ...this.contents, facts, entries, checklist }, this.redacting, this.gathered);
  }

  /** Removes all of it from this machine. */
  discard(): Promise<void> {
    return this.spool.discard();
  }
}

/** @returns how often each rule replaced something, over these files. */
export function ruleTotals(entries: readonly Pick<DraftEntry, 'redactions'>[]): RuleCount[] {
  const sum = new Map<RuleCount['rule'], number>();
  for (const { redactions } of entries) {
    addCounts(
      sum,
      redactions.map(({ rule, count }) => [rule, count] as const),
    );
  }
  return ruleCounts(sum);
}
