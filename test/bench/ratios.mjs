// The small benchmark that guards every change: processor time of our command by that of zip in the same round. Processor
// time, since other programs disturb it less than the clock. Runs in plain Node on Linux.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeLogs, makeSmallLogs } from './corpora.mjs';
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
  await of('48 MiB of logs', (path) => makeLogs(path, 48 * 1024 ** 2));
  await of('1,000 small files', (path) => makeSmallLogs(path, 1000));
  return ratios;
}
