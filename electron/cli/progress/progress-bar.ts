// A bar on one line of a terminal: percent, bytes, remaining time, the file at work. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import { safeText } from '#shared/safe-text.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { columnsOf, type Output } from '../surroundings.ts';
import { formatBytes } from '../terminal/amounts.ts';
import { displayWidth, shortenToWidth } from '../terminal/display-width.ts';
import { Pace, type PaceEstimate } from './pace.ts';
import { paceWords, pauseLine } from './pace-words.ts';
import type { ProgressDisplay } from './progress-display.ts';

const REDRAW_MS = 100;
const BAR_COLUMNS = 20;
const ERASE_LINE = '\r\u001b[K';

/** @returns the line for one state of progress, no wider than `columns`. */
export function barLine(
  progress: Progress,
  pace: PaceEstimate | undefined,
  columns: number,
  texts: Texts,
): string {
  const { cli, terms } = texts;
  const { stage, doneBytes, totalBytes, doneFiles, totalFiles, collector, file } = progress;
  const counted = stage !== 'look' && stage !== 'send';
  const share = totalBytes > 0 ? Math.min(1, doneBytes / totalBytes) : 0;
  const filled = Math.round(share * BAR_COLUMNS);
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_COLUMNS - filled)}]`;
  const parts = [
    terms.stage[stage],
    ...(totalBytes > 0
      ? [
          `${bar} ${String(Math.floor(share * 100)).padStart(3)}%`,
          `${formatBytes(Math.min(doneBytes, totalBytes))} / ${formatBytes(totalBytes)}`,
        ]
      : []),
    ...(totalFiles > 0 && counted ? [cli.progressFiles(doneFiles, totalFiles)] : []),
    ...paceWords(progress, pace, texts),
  ];
  const facts = parts.join('  ');
  const room = columns - displayWidth(facts) - 3;
  const subject = safeText(file ?? collector ?? '');
  return room < 8 || subject === ''
    ? shortenToWidth(facts, columns - 1)
    : `${facts}  ${shortenToWidth(subject, room)}`;
}

export function progressBar(output: Output, texts: Texts): ProgressDisplay {
  const pace = new Pace();
  let drawnAtMs = 0;
  return {
    show(progress) {
      const nowMs = performance.now();
      const estimate = pace.estimate(progress, nowMs);
      if (progress.pause !== undefined) {
        output.write(`${ERASE_LINE}${pauseLine(progress.pause, texts)}\n`);
        return;
      }
      if (nowMs - drawnAtMs < REDRAW_MS) return;
      drawnAtMs = nowMs;
      output.write(ERASE_LINE + barLine(progress, estimate, columnsOf(output), texts));
    },
    clear() {
      if (drawnAtMs > 0) output.write(ERASE_LINE);
      drawnAtMs = 0;
    },
  };
}
