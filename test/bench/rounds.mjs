// Rounds of a benchmark: every rival in turn, again and again, so that what disturbs the machine disturbs all of them. Runs
// in plain Node.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measure, median } from './measure.mjs';

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} wallS median
 * @property {number} cpuS median
 * @property {number} peakMib the most of all rounds
 * @property {number} packedBytes
 * @property {number} wallRatio median over rounds of its time by that of the reference in the same round
 * @property {number} cpuRatio likewise
 */

/**
 * @param {readonly import('./rivals.mjs').Rival[]} rivals the first is the reference
 * @param {string} logs
 * @param {{ readonly folder: string, readonly rounds: number, readonly env?: NodeJS.ProcessEnv }} options
 * @param {(line: string) => void} [say]
 * @returns {Promise<Result[]>}
 */
export async function runRounds(rivals, logs, { folder, rounds, env = {} }, say = () => undefined) {
  /** @type {Map<string, import('./measure.mjs').Measured[]>} */
  const all = new Map(rivals.map(({ name }) => [name, []]));
  const packed = new Map();
  const [out, drafts, data] = ['out', 'drafts', 'data'].map((name) => join(folder, name));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, command, goodCodes } of rivals) {
      for (const path of [out, drafts, data]) {
        rmSync(path, { recursive: true, force: true });
        mkdirSync(path);
      }
      const surroundings = {
        ...process.env,
        TMPDIR: drafts,
        CASEPACK_DATA: data,
        LANG: 'en_US.UTF-8',
        ...env,
      };
      const measured = await measure(command(logs, out), { env: surroundings, cwd: out, goodCodes });
      all.get(name)?.push(measured);
      packed.set(name, Math.max(...readdirSync(out).map((one) => statSync(join(out, one)).size)));
      const { wallS, cpuS, peakMib } = measured;
      say(
        `round ${round}: ${name}: ${wallS.toFixed(2)} s, processor ${cpuS.toFixed(2)} s, ${peakMib.toFixed(0)} MiB`,
      );
    }
  }
  const reference = all.get(rivals[0]?.name ?? '') ?? [];
  return [...all].map(([name, runs]) => {
    const ratio = (/** @type {'wallS' | 'cpuS'} */ field) =>
      median(runs.map((run, at) => run[field] / (reference[at]?.[field] ?? Number.NaN)));
    return {
      name,
      wallS: median(runs.map(({ wallS }) => wallS)),
      cpuS: median(runs.map(({ cpuS }) => cpuS)),
      peakMib: Math.max(...runs.map(({ peakMib }) => peakMib)),
      packedBytes: packed.get(name) ?? 0,
      ...{ wallRatio: ratio('wallS'), cpuRatio: ratio('cpuS') },
    };
  });
}
