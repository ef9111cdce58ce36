// The folders of logs that benchmarks run on: made from a seed, the same on every machine. Runs in plain Node.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Dice, logLines, MODULES } from './log-lines.mjs';

const MIB = 1024 ** 2;
const WRITE_BYTES = 4 * MIB;

/**
 * Few large files, many of some megabytes, some small ones, as log folders are.
 * @param {string} folder is made
 * @param {number} bytes about so many in all
 * @param {number} seed
 */
export function makeLogs(folder, bytes, seed = 1) {
  mkdirSync(folder, { recursive: true });
  const dice = new Dice(seed);
  for (let left = bytes, file = 0; left > 0; file += 1) {
    // Median 3 MiB, a few of 20-40 MiB, the smallest of 4 KiB.
    const usual = Math.exp(Math.log(3 * MIB) + (dice.roll() + dice.roll() + dice.roll() - 1.5) * 1.6);
    const size =
      file % 40 === 7 ? (20 + dice.below(20)) * MIB : file % 25 === 3 ? 4096 + dice.below(60_000) : usual;
    writeLog(join(folder, logName(file)), Math.min(Math.round(size), left), dice.below(1e9));
    left -= size;
  }
}

/**
 * @param {string} folder is made
 * @param {number} files of 2 to 13 KB each
 * @param {number} seed
 */
export function makeSmallLogs(folder, files, seed = 2) {
  mkdirSync(folder, { recursive: true });
  const dice = new Dice(seed);
  for (let file = 0; file < files; file += 1) {
    writeLog(join(folder, logName(file)), 2000 + dice.below(11_000), dice.below(1e9));
  }
}

/**
 * @param {string} folder is made
 * @param {number} bytes
 * @param {number} seed
 */
export function makeOneLog(folder, bytes, seed = 3) {
  mkdirSync(folder, { recursive: true });
  writeLog(join(folder, 'CVD.log'), bytes, seed);
}

const logName = (/** @type {number} */ file) => `${MODULES[file % MODULES.length]}_${file}.log`;

/**
 * @param {string} path
 * @param {number} bytes so many at least, to the end of a line
 * @param {number} seed
 */
function writeLog(path, bytes, seed) {
  const dice = new Dice(seed);
  const lines = logLines(dice, dice.one(MODULES), dice.below(2) === 0 ? '\r\n' : '\n');
  const file = openSync(path, 'w');
  try {
    for (let written = 0; written < bytes; ) {
      let text = '';
      const wanted = Math.min(WRITE_BYTES, bytes - written);
      while (text.length < wanted) text += lines.next().value;
      written += writeSync(file, text);
    }
  } finally {
    closeSync(file);
  }
}
