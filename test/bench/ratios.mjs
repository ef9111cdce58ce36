// The small benchmark that guards every change: processor time of our command by that of zip in the same round. Processor
// time, since other programs disturb it less than the clock. Runs in plain Node on Linux.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { builtCommandLine } from '../../build/ensure-built.mjs';
import { makeLogs, makeSmallLogs } from './corpora.mjs';
import { measure, median } from './measure.mjs';
import { ours, rivals } from './rivals.mjs';
import { runRounds } from './rounds.mjs';

const ROUNDS = 3;

/**
 * @param {string} folder an empty one
 * @param {(line: string) => void} [say]
 * @returns {Promise<Record<string, number>>} by what was packed and how
 */
export async function measureRatios(folder, say) {
  const commands = [
    ...rivals(['zip -6', 'pigz -6 -p2']),
    ours('casepack --redact off', ['--redact', 'off']),
    ours('casepack, redacted', []),
  ];
  /** @type {Record<string, number>} */
  const ratios = {};
  const of = async (/** @type {string} */ title, /** @type {(path: string) => void} */ make) => {
    const logs = join(folder, 'logs');
    make(logs);
    const results = await runRounds(commands, logs, { folder, rounds: ROUNDS }, say);
    for (const { name, cpuRatio } of results) ratios[`${title}: ${name}`] = Math.round(cpuRatio * 100) / 100;
    rmSync(logs, { recursive: true });
  };
  ratios['casepack --help: node alone'] = await startRatio();
  await of('48 MiB of logs', (path) => makeLogs(path, 48 * 1024 ** 2));
  await of('1,000 small files', (path) => makeSmallLogs(path, 1000));
  return ratios;
}

/** @returns processor time of the command's help by that of Node with nothing to do */
async function startRatio() {
  const ratios = [];
  for (let round = 0; round < 7; round += 1) {
    const help = await measure([process.execPath, builtCommandLine, '--help']);
    const nothing = await measure([process.execPath, '--eval', '0']);
    ratios.push(help.cpuS / nothing.cpuS);
  }
  return Math.round(median(ratios) * 100) / 100;
}
