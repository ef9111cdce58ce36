// The commands that benchmarks compare: ours, and what people would use instead. Runs in plain Node.
import { join } from 'node:path';
import { builtCommandLine } from '../../build/ensure-built.mjs';
import { isInstalled } from './measure.mjs';

/**
 * @typedef {object} Rival
 * @property {string} name
 * @property {(logs: string, out: string) => readonly string[]} command that packs a folder into another, which is empty
 * @property {readonly number[]} [goodCodes]
 */

const form = [
  ...['--ccid', 'F96C9', '--company', 'Acme', '--contact-name', 'Li', '--contact-phone', '010-59051155'],
  ...[
    '--contact-email',
    'li@acme.example',
    '--severity',
    '2',
    '--problem',
    'backup',
    '--description',
    'Slow',
  ],
  ...['--commvault-version', '11.26.35', '--patch-level', '11.26.35', '--only', 'commvault.logs'],
  ...['--allow-incomplete', '--yes', '--quiet'],
];

/**
 * The whole command: start, looking, packing with SHA-256, reading the packet back, the seal check.
 * @param {string} name
 * @param {readonly string[]} options
 * @returns {Rival}
 */
export function ours(name, options) {
  const command = (/** @type {string} */ logs, /** @type {string} */ out) => [
    ...[process.execPath, builtCommandLine, 'collect', ...form, ...options],
    ...['--log-dir', logs, '--out', out],
  ];
  // 3: nothing but logs was asked for, so the checklist has gaps.
  return { name, command, goodCodes: [0, 3] };
}

/** @type {readonly (Rival & { readonly program: string })[]} */
const others = [
  {
    ...{ name: 'zip -6', program: 'zip' },
    command: (logs, out) => ['zip', '-q', '-r', '-6', join(out, 'logs.zip'), logs],
  },
  {
    ...{ name: 'pigz -6 -p2', program: 'pigz' },
    command: (logs, out) => shell('tar cf - "$1" | pigz -6 -p2 > "$2/logs.tgz"', logs, out),
  },
  {
    ...{ name: '7z -tzip -mx5', program: '7z' },
    command: (logs, out) => ['7z', 'a', '-tzip', '-mx5', '-mmt2', '-bd', join(out, 'logs.zip'), logs],
  },
  {
    ...{ name: '7z -tzip -mx1', program: '7z' },
    command: (logs, out) => ['7z', 'a', '-tzip', '-mx1', '-mmt2', '-bd', join(out, 'logs.zip'), logs],
  },
  {
    ...{ name: 'tar, zstd -3 -T2', program: 'zstd' },
    command: (logs, out) => shell('tar cf - "$1" | zstd -q -3 -T2 -o "$2/logs.tar.zst"', logs, out),
  },
];

/** @param {readonly string[]} [names] absent: all @returns {Rival[]} those that are installed */
export function rivals(names) {
  return others.filter(({ name, program }) => (names?.includes(name) ?? true) && isInstalled(program));
}

/** @param {string} line @param {readonly string[]} values as $1, $2 */
function shell(line, ...values) {
  return ['sh', '-c', line, 'sh', ...values];
}
