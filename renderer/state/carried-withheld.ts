// What the user keeps here, carried over to the list of a draft that was redacted again, where words in names may have
// been replaced too. Pure. Runs in the window.
import type { DraftFile } from '#shared/schema/draft-summary.ts';

/**
 * @param before the list to which `withheld` belongs
 * @returns the paths of the same files in `after`; where that is not certain, all that may be them: rather one file too
 * few in the packet than one that was to stay
 */
export function carriedWithheld(
  withheld: ReadonlySet<string>,
  before: readonly DraftFile[],
  after: readonly DraftFile[],
): ReadonlySet<string> {
  const known = new Set(before.map(({ path }) => path));
  const still = new Set(after.map(({ path }) => path));
  const vanished = before.map(({ path }) => path).filter((path) => !still.has(path));
  const appeared = after.map(({ path }) => path).filter((path) => !known.has(path));
  const carried = [...withheld].filter((path) => still.has(path));
  if (!vanished.some((path) => withheld.has(path))) return new Set(carried);
  // The order of the files stays as it was.
  const renamed =
    vanished.length === appeared.length
      ? appeared.filter((_path, index) => withheld.has(vanished[index] ?? ''))
      : appeared;
  return new Set([...carried, ...renamed]);
}
