// Processor time from the kernel's own accounts: of a program with all that it started, and of everything on the machine, so
// that a benchmark can tell what others took meanwhile. Runs in plain Node on Linux.
import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** @param {number} session the process id of a program that was started detached @returns {number} of its session so far, ms */
export function sessionMs(session) {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? statOf(name) : [];
    // After the name: state 0, session 3, then user, system, and both of children that ended, at 11 to 14.
    if (Number(fields[3]) !== session) continue;
    for (const field of fields.slice(11, 15)) ticks += Number(field);
  }
  return ticks * TICK_MS;
}

/** @returns {number} of all programs since the machine started, ms */
export function machineMs() {
  const [user, nice, system, , , irq, softIrq] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '')
    .replace(/^cpu\s+/, '')
    .split(' ')
    .map(Number);
  return (
    [user, nice, system, irq, softIrq].reduce((/** @type {number} */ sum, one) => sum + (one ?? 0), 0) *
    TICK_MS
  );
}

/** @param {string} pid @returns {string[]} what follows the program's name, which may hold blanks; none once it is gone */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
