// Runs a command and measures it: clock, processor time of it and all that it started, and the most memory that these had
// together. Runs in plain Node on Linux.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const POLL_MS = 30;
/** Our command lowers its own priority; the others are given the same, so that a busy machine slows all alike. */
const NICE = 10;

/**
 * @typedef {object} Measured
 * @property {number} wallS
 * @property {number} cpuS user and system
 * @property {number} peakMib
 */

/**
 * @param {readonly string[]} command program and arguments
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly cwd?: string, readonly goodCodes?: readonly number[] }} [options]
 * @returns {Promise<Measured>} rejects where the command fails
 */
export async function measure(command, { env = process.env, cwd, goodCodes = [0] } = {}) {
  // The shell counts the processor time of its children, once they ended.
  const counted = ['-c', '"$@"; code=$?; times >&3; exit $code', 'sh', ...command];
  const startedMs = performance.now();
  const child = spawn('nice', ['-n', String(NICE), 'sh', ...counted], {
    ...{ env, cwd },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let times = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  child.stdio[3]?.on('data', (text) => {
    times += text;
  });
  let peakKib = 0;
  const look = () => {
    peakKib = Math.max(peakKib, memoryOf(child.pid ?? 0));
  };
  const timer = setInterval(look, POLL_MS);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(timer);
  const wallS = (performance.now() - startedMs) / 1000;
  if (!goodCodes.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}:\n${said}`);
  return { wallS, cpuS: childrenSeconds(times), peakMib: peakKib / 1024 };
}

/** @param {string} program */
export function isInstalled(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/** @param {readonly number[]} values */
export function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What `times` says of the children: its second line. @param {string} text */
function childrenSeconds(text) {
  const line = text.trim().split('\n')[1] ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** @param {number} pid @returns {number} of a process and all below it, in KiB */
function memoryOf(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statusOf(name, 'PPid'));
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (/** @type {number} */ one) =>
    (children.get(one) ?? []).reduce((all, child) => all + sum(child), Number(statusOf(one, 'VmRSS')));
  return sum(pid);
}

/** @param {number | string} pid @param {string} field */
function statusOf(pid, field) {
  try {
    return (
      new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0
    );
  } catch {
    return 0;
  }
}
