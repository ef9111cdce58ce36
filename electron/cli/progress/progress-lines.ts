// Progress where no terminal is: one plain line as a stage begins, then one every few seconds. Runs in the command
// line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import type { Stage } from '#shared/schema/progress.ts';
import type { Output } from '../surroundings.ts';
import { formatBytes, formatDuration } from '../terminal/amounts.ts';
import type { ProgressDisplay } from './progress-display.ts';
import { RemainingTime } from './remaining-time.ts';

const EVERY_MS = 5000;

export function progressLines(output: Output, { cli, terms }: Texts): ProgressDisplay {
  const remaining = new RemainingTime();
  let stageShown: Stage | undefined;
  let shownAtMs = 0;
  return {
    show(progress) {
      const { stage, doneBytes, totalBytes } = progress;
      const nowMs = performance.now();
      const remainingMs = remaining.estimate(progress, nowMs);
      if (stage !== stageShown) output.write(`${cli.progressStage(terms.stage[stage])}\n`);
      else if (nowMs - shownAtMs < EVERY_MS || totalBytes <= 0) return;
      else {
        const percent = Math.floor(Math.min(1, doneBytes / totalBytes) * 100);
        const line = cli.progressLine(
          terms.stage[stage],
          formatBytes(doneBytes),
          formatBytes(totalBytes),
          percent,
        );
        const parts = [
          line,
          ...(remainingMs === undefined ? [] : [cli.remaining(formatDuration(remainingMs))]),
        ];
        output.write(`${cli.list(parts)}\n`);
      }
      stageShown = stage;
      shownAtMs = nowMs;
    },
    clear() {},
  };
}
