// A case that was collected and not yet packed: what the user reviews. Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { ChecklistItem } from '#shared/schema/checklist.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { Facts } from '#shared/schema/facts.ts';
import type { CollectorOutcome, Cut } from '#shared/schema/manifest.ts';
import { fillChecklist } from '../checklist.ts';
import type { Packed, Spool } from './spool.ts';
import { factsThatLeave, staysBehind } from './stays-behind.ts';

/** One file of the draft: its place in the packet and where its bytes lie in the spool. */
export interface DraftEntry extends Packed {
  readonly path: string;
  readonly collector: string;
  readonly modifiedAt: Date;
  readonly sourcePath?: string;
  readonly cut?: Cut;
  /** Source paths of other files whose lines it holds. */
  readonly quotes?: readonly string[];
}

export interface DraftContents {
  readonly caseReference: string;
  readonly request: PartialCaseRequest;
  readonly facts: Facts;
  readonly entries: readonly DraftEntry[];
  readonly outcomes: readonly CollectorOutcome[];
  readonly checklist: readonly ChecklistItem[];
}

export class PacketDraft {
  readonly contents: DraftContents;
  readonly spool: Spool;

  constructor(contents: DraftContents, spool: Spool) {
    this.contents = contents;
    this.spool = spool;
  }

  get caseReference(): string {
    return this.contents.caseReference;
  }

  /** The list for review, without bytes. */
  summary(): DraftSummary {
    const { caseReference, entries, outcomes, checklist } = this.contents;
    return {
      caseReference,
      files: entries.map(({ path, collector, bytes, packedBytes, cut }) => ({
        path,
        collector,
        bytes,
        packedBytes,
        ...(cut === undefined ? {} : { cut }),
        redactions: [],
        unredacted: true,
      })),
      redaction: { level: this.contents.request.redaction, rules: [], withheld: [] },
      outcomes: [...outcomes],
      checklist: [...checklist],
    };
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
    return new PacketDraft({ ...this.contents, facts, entries, checklist }, this.spool);
  }

  /** Removes all of it from this machine. */
  discard(): Promise<void> {
    return this.spool.discard();
  }
}
