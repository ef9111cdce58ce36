// Which of the planned CommVault logs support reads for a problem area. Pure. Runs in the window.
import type { LogAreas } from '#shared/policy/log-areas.ts';
import type { PlannedFile } from '#shared/schema/case-plan.ts';
import type { ProblemArea } from '#shared/schema/problem-area.ts';

const LOG_COLLECTOR = 'commvault.logs';

/** @returns paths of the logs that are for other problems; none where the area has no list of its own */
export function logsOfOtherAreas(
  files: readonly PlannedFile[],
  area: ProblemArea | undefined,
  areas: LogAreas,
): string[] {
  const own = area === undefined ? undefined : areas.byArea[area];
  if (own === undefined) return [];
  const wanted = new Set([...areas.any, ...own].map((name) => name.toLowerCase()));
  return files
    .filter(({ collector, path }) => collector === LOG_COLLECTOR && !wanted.has(baseName(path)))
    .map(({ path }) => path);
}

/** Without folder, endings and the marks of a rolled log, in lower case: CVD_2026_11_20_10_00_00.log.gz is cvd. */
function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name.replace(/\..*$/, '').replace(/_\d{4}(?:_\d{2}){5}$|_\d+$/, '');
}
