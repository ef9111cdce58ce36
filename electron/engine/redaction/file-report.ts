// What became of one file on its way through redaction. Runs in the engine's process.
import type { RedactionRule, RuleCount, WithheldReason } from '#shared/schema/redaction.ts';

/** How far a text was when a name was learned last. */
export interface LastLearned {
  /** How many names are known since then. */
  readonly names: number;
  /** So many bytes had left the redaction, in which that name was not looked for. */
  readonly bytes: number;
}

/** Filled while the file's bytes flow; complete after the last one. */
export interface FileReport {
  readonly counts: Map<RedactionRule, number>;
  /** Set as soon as it is known that the file must stay here: whatever came out of it before is to be dropped. */
  withheld?: WithheldReason;
  /** It goes as it is because the user said so. */
  unredacted: boolean;
  /** Of a text; absent where its bytes go into an archive. */
  lastLearned?: LastLearned;
  /** It was bzip2 and is gzip now, so its name must say so. */
  nowGzip?: true;
}

/** @returns the name under which what came out goes. */
export function packedName(name: string, { nowGzip }: FileReport): string {
  return nowGzip ? `${name.replace(/\.bz2$/i, '')}.gz` : name;
}

export function newReport(): FileReport {
  return { counts: new Map(), unredacted: false };
}

export function addCounts(
  sum: Map<RedactionRule, number>,
  counts: Iterable<readonly [RedactionRule, number]>,
): void {
  for (const [rule, count] of counts) sum.set(rule, (sum.get(rule) ?? 0) + count);
}

/** @returns those that are not zero, most frequent first. */
export function ruleCounts(counts: ReadonlyMap<RedactionRule, number>): RuleCount[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => ({ rule, count }))
    .sort((one, other) => other.count - one.count || one.rule.localeCompare(other.rule));
}

export function totalOf(counts: readonly RuleCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
