// Benchmark of the window's start (`npm run bench:window`): the built application and the least that Electron can do, in turn in
// one run. Writes results/window-start.json and .md. BENCH_ROUNDS changes how often. Rounds in which other programs were busy
// are repeated, up to three times as many as asked for. Runs in plain Node on Linux.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronRuntime } from '../../build/electron-runtime.mjs';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import { startXvfb } from '../journeys/xvfb.mjs';
import { median } from './measure.mjs';
import { measureWindowStarts } from './window-start.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
/** Processors that others may keep busy in a round that counts. */
const QUIET = 0.25;
const folder = mkdtempSync(join(tmpdir(), 'casepack-bench-window-'));
const say = (/** @type {string} */ line) => console.error(line);

await ensureBuilt();
const xvfb = await startXvfb();
try {
  const electron = await electronRuntime(say);
  const options = { electron, display: xvfb.display, folder, rounds: ROUNDS, most: ROUNDS * 3, quiet: QUIET };
  const rounds = await measureWindowStarts(options, say);
  const figures = Object.entries(figuresOf()).map(([name, of]) => ({ name, ...spread(rounds.map(of)) }));
  const others = spread(
    rounds.map(({ trivial, casepack }) => Math.max(trivial.othersCpus, casepack.othersCpus)),
  );
  const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  const report = { date, machine, rounds: rounds.length, others, figures };
  const to = (/** @type {string} */ name) => new URL(`results/window-start.${name}`, import.meta.url);
  writeFileSync(to('json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(to('md'), markdown(report));
  console.log(markdown(report));
} finally {
  await xvfb.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What is told of a round, by its name. @returns {Record<string, (round: import('./window-start.mjs').Round) => number>} */
function figuresOf() {
  return {
    'trivial window: first paint, ms': ({ trivial }) => trivial.paintMs,
    'trivial window: first input taken, ms': ({ trivial }) => trivial.inputMs,
    'casepack: first paint, ms': ({ casepack }) => casepack.paintMs,
    'casepack: first input taken, ms': ({ casepack }) => casepack.inputMs,
    'casepack / trivial: first paint': ({ trivial, casepack }) => casepack.paintMs / trivial.paintMs,
    'casepack / trivial: first input taken': ({ trivial, casepack }) => casepack.inputMs / trivial.inputMs,
    'casepack / trivial: processor time until then': ({ trivial, casepack }) =>
      casepack.cpuMs / trivial.cpuMs,
  };
}

/** @param {readonly number[]} values */
function spread(values) {
  const round = (/** @type {number} */ value) => Number(value < 20 ? value.toFixed(2) : value.toFixed(0));
  return {
    median: round(median(values)),
    least: round(Math.min(...values)),
    most: round(Math.max(...values)),
  };
}

/** @param {{ date: string, machine: string, rounds: number, others: { median: number, most: number }, figures: readonly { name: string, median: number, least: number, most: number }[] }} report */
function markdown({ date, machine, rounds, others, figures }) {
  const rows = figures.map((one) => `| ${one.name} | ${one.median} | ${one.least}–${one.most} |`);
  return [
    `Warm starts, from spawning the program; ${rounds} rounds in turn, ${date}; ${machine}. Meanwhile other programs kept`,
    `${others.median} processors busy (median of the rounds; at most ${others.most}).`,
    '',
    '| | median | least–most |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
