// Benchmark of packing (`npm run bench`): the built command and what people would use instead, in turn in one run, on seeded
// folders of logs; then how the command's time and memory grow. Writes results/packing.json, .md and growth.svg. BENCH_SHARE
// makes all folders smaller, BENCH_ROUNDS changes how often. Runs in plain Node on Linux.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import { makeLogs, makeOneLog, makeSmallLogs } from './corpora.mjs';
import { growthChart } from './growth-chart.mjs';
import { isInstalled } from './measure.mjs';
import { ours, rivals } from './rivals.mjs';
import { runRounds } from './rounds.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SHARE = Number(process.env.BENCH_SHARE ?? 1);
const MIB = 1024 ** 2;
// On a disk: /tmp is often in memory.
const folder = mkdtempSync(join(process.env.TMPDIR ?? '/var/tmp', 'casepack-bench-'));
const results = fileURLToPath(new URL('results/', import.meta.url));
const say = (/** @type {string} */ line) => console.error(line);

const off = ours('casepack --redact off', ['--redact', 'off']);
const standard = ours('casepack, redacted', []);
const sizes = { logs: 1024 * SHARE, small: Math.round(8000 * SHARE), one: 763 * SHARE };

/** Each with what is packed; zip is what the others are measured against. */
const corpora = [
  {
    ...{ id: 'logs', title: `${sizes.logs} MiB of logs` },
    make: (/** @type {string} */ path) => makeLogs(path, sizes.logs * MIB),
    rivals: () => [...rivals(['zip -6']), off, standard, ...rivals().slice(1)],
  },
  {
    ...{ id: 'small', title: `${sizes.small.toLocaleString('en')} files of 2-13 KB` },
    make: (/** @type {string} */ path) => makeSmallLogs(path, sizes.small),
    rivals: () => [...rivals(['zip -6']), off, standard, ...rivals(['7z -tzip -mx5', 'tar, zstd -3 -T2'])],
  },
  {
    ...{ id: 'one', title: `one file of ${sizes.one} MiB` },
    make: (/** @type {string} */ path) => makeOneLog(path, sizes.one * MIB),
    rivals: () => [...rivals(['zip -6']), off, standard, ...rivals(['pigz -6 -p2'])],
  },
];

try {
  await ensureBuilt();
  mkdirSync(results, { recursive: true });
  const tables = [];
  for (const corpus of corpora) {
    const logs = join(folder, corpus.id);
    say(`making ${corpus.title} …`);
    corpus.make(logs);
    const measured = await runRounds(corpus.rivals(), logs, { folder, rounds: ROUNDS }, say);
    tables.push({ id: corpus.id, title: corpus.title, results: measured });
    rmSync(logs, { recursive: true });
  }
  const growth = await measureGrowth();
  const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
  const report = { date: new Date().toISOString().slice(0, 10), machine, rounds: ROUNDS, tables, growth };
  const text = markdown(report);
  writeFileSync(join(results, 'packing.json'), `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync(join(results, 'packing.md'), text);
  writeFileSync(join(results, 'growth.svg'), growthChart(growth));
  console.log(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How the command, redacting, grows with one thing at a time. */
async function measureGrowth() {
  const panels = [];
  const one = async (/** @type {import('./rivals.mjs').Rival} */ rival, /** @type {string} */ logs) => {
    const [result] = await runRounds([rival], logs, { folder, rounds: 1 }, say);
    if (result === undefined) throw new Error('nothing was measured');
    return { wallS: result.wallS, cpuS: result.cpuS, peakMib: result.peakMib };
  };
  const over = async (
    /** @type {string} */ title,
    /** @type {string} */ unit,
    /** @type {readonly number[]} */ steps,
    /** @type {(step: number, logs: string) => import('./rivals.mjs').Rival} */ prepare,
  ) => {
    const points = [];
    for (const at of steps) {
      const logs = join(folder, 'growth');
      const rival = prepare(at, logs);
      points.push({ at, ...(await one(rival, logs)) });
      rmSync(logs, { recursive: true });
    }
    panels.push({ title, unit, points });
  };
  const scaled = (/** @type {readonly number[]} */ values) =>
    values.map((value) => Math.max(1, Math.round(value * SHARE)));
  await over('size', 'MiB of logs', scaled([64, 128, 256, 512]), (mebibytes, logs) => {
    makeLogs(logs, mebibytes * MIB);
    return standard;
  });
  await over('number of files', 'files of 2-13 KB', scaled([2000, 4000, 8000, 16_000]), (files, logs) => {
    makeSmallLogs(logs, files);
    return standard;
  });
  await over(
    'number of names',
    `--keyword, ${Math.round(64 * SHARE)} MiB of logs`,
    [1, 100, 1000, 10_000],
    (names, logs) => {
      makeLogs(logs, 64 * SHARE * MIB);
      const list = join(folder, 'keywords.txt');
      writeFileSync(list, Array.from({ length: names }, (_, at) => `secret-project-${at}`).join('\n'));
      return ours('casepack', ['--keyword-file', list]);
    },
  );
  const cores = Array.from({ length: Math.min(8, cpus().length) }, (_, at) => at + 1);
  if (isInstalled('taskset')) {
    await over('cores', `cores, ${Math.round(256 * SHARE)} MiB of logs`, cores, (count, logs) => {
      makeLogs(logs, 256 * SHARE * MIB);
      const pinned = (/** @type {readonly string[]} */ command) => [
        'taskset',
        '-c',
        `0-${count - 1}`,
        ...command,
      ];
      return { ...standard, command: (path, out) => pinned(standard.command(path, out)) };
    });
  }
  return panels;
}

/** @param {{ date: string, machine: string, rounds: number, tables: readonly { title: string, results: readonly import('./rounds.mjs').Result[] }[] }} report */
function markdown({ date, machine, rounds, tables }) {
  const head =
    '| | time / zip | clock s | processor s | processor / zip | memory MiB | packed MB |\n|---|---|---|---|---|---|---|';
  const parts = tables.map(({ title, results: rows }) => {
    const lines = rows.map(
      ({ name, wallS, cpuS, peakMib, packedBytes, wallRatio, cpuRatio }) =>
        `| ${name} | ${wallRatio.toFixed(2)} | ${wallS.toFixed(2)} | ${cpuS.toFixed(2)} | ${cpuRatio.toFixed(2)} | ${peakMib.toFixed(0)} | ${(packedBytes / 1e6).toFixed(1)} |`,
    );
    return `### ${title}\n\n${head}\n${lines.join('\n')}\n`;
  });
  return `Medians of ${rounds} rounds in turn, ${date}; ${machine}.\n\n${parts.join('\n')}`;
}
