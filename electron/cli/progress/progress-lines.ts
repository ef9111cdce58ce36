// Progress where no terminal is: one plain line as a stage begins, then one every few seconds. Runs in the command
// line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import type { Stage } from '#shared/schema/progress.ts';
import type { Output } from '../surroundings.ts';
import { formatBytes } from '../terminal/amounts.ts';
import { Pace } from './pace.ts';
import { paceWords, pauseLine } from './pace-words.ts';
import type { ProgressDisplay } from './progress-display.ts';

const EVERY_MS = 5000;

export function progressLines(output: Output, texts: Texts): ProgressDisplay {
  const { cli, terms } = texts;
  const pace = new Pace();
  let stageShown: Stage | undefined;
  let shownAtMs = 0;
  return {
    show(progress) {
      const { stage, doneBytes, totalBytes, pause } = progress;
      const nowMs = performance.now();
      const estimate = pace.estimate(progress, nowMs);
      if (pause !== undefined) output.write(`${pauseLine(pause, texts)}\n`);
      else if (stage !== stageShown) output.write(`${cli.progressStage(terms.stage[stage])}\n`);
      else if (nowMs - shownAtMs < EVERY_MS || totalBytes <= 0) return;
      else {
        const percent = Math.floor(Math.min(1, doneBytes / totalBytes) * 100);
        const line = cli.progressLine(
          terms.stage[stage],
          formatBytes(doneBytes),
          formatBytes(totalBytes),
          percent,
        );
        output.write(`${cli.list([line, ...paceWords(progress, estimate, texts)])}\n`);
      }
      stageShown = stage;
      shownAtMs = nowMs;
    },
    clear() {},
  };
}
