// Logs by their worth for the case: those that name the job, those of the problem area, the rest; newest first in each.
// Runs in the engine's process.
import { defaultLogAreas, type LogAreas } from '#shared/policy/log-areas.ts';
import type { ProblemArea } from '#shared/schema/problem-area.ts';
import type { LogFile } from './log-file.ts';

/** @param named files that name one of the case's jobs. */
export function byWorth(
  files: readonly LogFile[],
  area: ProblemArea,
  named: ReadonlySet<LogFile> = new Set(),
  areas: LogAreas = defaultLogAreas,
): LogFile[] {
  const wanted = keysOf([...areas.any, ...(areas.byArea[area] ?? [])]);
  const rank = (file: LogFile) => (named.has(file) ? 0 : wanted.has(file.baseKey) ? 1 : 2);
  return files
    .map((file) => ({ file, rank: rank(file), time: file.modifiedAt.getTime() }))
    .sort((one, other) => one.rank - other.rank || other.time - one.time)
    .map(({ file }) => file);
}

/** False where the area has logs of its own and none of them is on this machine. */
export function hasLogsOf(
  area: ProblemArea,
  files: readonly LogFile[],
  areas: LogAreas = defaultLogAreas,
): boolean {
  const own = keysOf(areas.byArea[area] ?? []);
  return own.size === 0 || files.some(({ baseKey }) => own.has(baseKey));
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
