// What stays on this machine when the user keeps some files back: also what quotes them, else their lines would leave all
// the same. Runs in the engine's process.
import type { Facts } from '#shared/schema/facts.ts';
import type { DraftEntry } from './packet-draft.ts';

/** Quotes lines of logs, in its files and in the case sheet. */
const QUOTING = 'commvault.incident';

/** @returns paths: those withheld, and those of files that quote one of them. */
export function staysBehind(entries: readonly DraftEntry[], withheld: readonly string[]): string[] {
  const named = new Set(withheld);
  const sources = new Set(entries.filter(({ path }) => named.has(path)).map(sourceOf));
  const quoting = entries.filter(({ quotes = [] }) => quotes.some((source) => sources.has(source)));
  return [...new Set([...withheld, ...quoting.map(({ path }) => path)])];
}

function sourceOf({ source }: Pick<DraftEntry, 'source'>): string | undefined {
  return source.kind === 'file' ? source.path : undefined;
}

/** @returns the facts without those that a file which stays behind told. */
export function factsThatLeave(
  facts: Facts,
  entries: readonly DraftEntry[],
  staying: ReadonlySet<string>,
): Facts {
  const { incident, ...others } = facts;
  const kept = entries.every(({ path, collector }) => collector !== QUOTING || !staying.has(path));
  return kept ? facts : others;
}
