// Benchmark of redaction (`npm run bench:redaction`): this program, `sed -E` with rules of the same kind and `sos clean`, in turn
// in one run, on a seeded text like CommVault's logs. Prints processor time, which other programs disturb less than the clock, and
// ratios within a round, as Markdown. Runs in plain Node on Linux.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { commVaultLikeLog } from './commvault-like-corpus.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const MEGABYTES = Number(process.env.BENCH_MB ?? 200);
/** sos clean is far slower: it gets the first part, and its time is scaled to the whole. */
const SOS_MEGABYTES = 2;
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'casepack-bench-'));

try {
  const log = join(folder, 'corpus.log');
  writeFileSync(log, commVaultLikeLog(MEGABYTES * 1e6));
  const rivals = { casepack: await ours(log), 'sed -E': sed(log), 'sos clean': sos(log) };
  const seconds = Object.fromEntries(Object.keys(rivals).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(rivals)) if (run) seconds[name].push(run());
  }
  report(seconds);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The redactor as it is built, the second of two passes. */
async function ours(log) {
  const outDir = join(folder, 'redactor');
  writeFileSync(
    join(folder, 'entry.ts'),
    `export { createRedactor } from ${JSON.stringify(join(root, 'electron/engine/redaction/redactor.ts'))};
export { letGo } from ${JSON.stringify(join(root, 'electron/engine/own-memory.ts'))};
     export { StandIns } from ${JSON.stringify(join(root, 'electron/engine/redaction/stand-ins.ts'))};`,
  );
  const ssr = join(folder, 'entry.ts');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr, outDir },
  });
  const pass = fileURLToPath(new URL('redaction-pass.mjs', import.meta.url));
  const args = [pass, join(outDir, 'entry.js'), log];
  return () => Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function sed(log) {
  if (!isInstalled('sed')) return undefined;
  const rules = join(dirname(fileURLToPath(import.meta.url)), 'redaction-rules.sed');
  return () => secondsOf('sed', ['-E', '-f', rules, log]);
}

/** It takes folders of its own shape only, and changes them: a fresh one each time. */
function sos(log) {
  if (!isInstalled('sos')) return undefined;
  const part = join(folder, 'part.log');
  writeFileSync(part, readFileSync(log).subarray(0, SOS_MEGABYTES * 1e6));
  return () => {
    const report = join(folder, 'sosreport-bench-2026');
    for (const name of ['sos_logs', 'sos_reports', 'sos_commands', 'var/log']) {
      mkdirSync(join(report, name), { recursive: true });
    }
    writeFileSync(join(report, 'version.txt'), 'sosreport: 4.0\n');
    writeFileSync(join(report, 'sos_reports/manifest.json'), '{}');
    copyFileSync(part, join(report, 'var/log/messages'));
    const args = ['clean', '--batch', '--jobs', '1', '--no-update', '--tmp-dir', folder, report];
    const took = secondsOf('sos', args);
    rmSync(report, { recursive: true, force: true });
    return (took * MEGABYTES) / SOS_MEGABYTES;
  };
}

function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Processor time of a program and its children, as the shell counts it. */
function secondsOf(program, args) {
  const counted = ['-c', '"$@" >/dev/null 2>&1 || exit 1; times', 'sh', program, ...args];
  const text = execFileSync('sh', counted, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const times = [
    ...text
      .trim()
      .split('\n')[1]
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function report(seconds) {
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  console.log(
    `${MEGABYTES} MB, ${ROUNDS} rounds in turn, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`,
  );
  console.log(
    '| | processor s, median | best | MB/s, best | time / casepack, median |\n|---|---|---|---|---|',
  );
  for (const [name, values] of Object.entries(seconds)) {
    if (values.length === 0) {
      console.log(`| ${name} | not installed | | | |`);
      continue;
    }
    const best = Math.min(...values);
    const ratio = median(values.map((value, round) => value / seconds.casepack[round]));
    console.log(
      `| ${name} | ${median(values).toFixed(2)} | ${best.toFixed(2)} | ${(MEGABYTES / best).toFixed(1)} | ${ratio.toFixed(2)} |`,
    );
  }
}
