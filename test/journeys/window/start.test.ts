// The window is there, and takes what is typed, not much later than the least window that Electron can open: both are started
// in turn, so that a slow or busy machine slows both (test/bench/window-start.mjs). Never an absolute time. Runs in vitest.
import { expect, onTestFinished, test } from 'vitest';
import { measureWindowStarts } from '#test/bench/window-start.mjs';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { electronPath } from '#test/journeys/electron-path.ts';
import { startXvfb } from '#test/journeys/xvfb.mjs';

const ROUNDS = 3;
/** On a quiet machine both are about 1.3 times the floor; other programs on two cores may double that for one of the two. */
const ALLOWED = 3;

test.runIf(process.platform === 'linux')('first paint and first input are near the floor', async () => {
  const xvfb = await startXvfb();
  onTestFinished(xvfb.stop);
  const folder = await temporaryFolder();
  const options = { electron: electronPath(), display: xvfb.display, folder, rounds: ROUNDS };
  const rounds = await measureWindowStarts(options);
  const least = (of: (round: (typeof rounds)[number]) => number) => Math.round(Math.min(...rounds.map(of)));
  const floor = least(({ trivial }) => trivial.paintMs);
  const paint = least(({ casepack }) => casepack.paintMs);
  const input = least(({ casepack }) => casepack.inputMs);
  process.stdout.write(`start of the window: paint ${paint} ms, input ${input} ms; floor ${floor} ms\n`);
  expect(paint).toBeLessThan(floor * ALLOWED);
  expect(input).toBeLessThan(floor * ALLOWED);
});
