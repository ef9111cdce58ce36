// Where the lines around an incident are too many, keeps the minutes nearest to it. Runs in the engine's process.
import type { TimeWindow } from './incident-scope.ts';
import type { Survey } from './survey-log.ts';

const MINUTE_MS = 60_000;

/** @returns undefined where everything fits into `maxBytes`; the focus' own minute always stays. */
export function narrowWindow(
  surveys: readonly Survey[],
  focus: number,
  maxBytes: number,
): TimeWindow | undefined {
  const bytesAtDistance = new Map<number, number>();
  const focusMinute = Math.floor(focus / MINUTE_MS);
  for (const { bytesOfMinute } of surveys) {
    for (const [minute, bytes] of bytesOfMinute) {
      const distance = Math.abs(minute - focusMinute);
      bytesAtDistance.set(distance, (bytesAtDistance.get(distance) ?? 0) + bytes);
    }
  }
  let total = 0;
  let reach = 0;
  for (const [distance, bytes] of [...bytesAtDistance].sort(([a], [b]) => a - b)) {
    total += bytes;
    if (total > maxBytes) {
      return { from: (focusMinute - reach) * MINUTE_MS, to: (focusMinute + reach + 1) * MINUTE_MS - 1 };
    }
    reach = distance;
  }
  return undefined;
}
