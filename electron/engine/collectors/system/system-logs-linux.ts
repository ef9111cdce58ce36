// Linux: the journal, the log files with those that were rotated, and the kernel's messages. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import type { Findings, LookContext, Source } from '../collector.ts';
import { systemLogCommand } from './system-logs-command.ts';
import { systemLogFiles } from './system-logs-files.ts';
import { systemLogWindow } from './system-logs-window.ts';

const LOG_FILES = ['messages', 'syslog', 'kern.log'];
const NO_FOLDER = new Set(['ENOENT', 'ENOTDIR']);

export async function linuxLogs(context: LookContext): Promise<Findings> {
  const window = systemLogWindow(context);
  const { sources: files, notes, leftOut } = await systemLogFiles(LOG_FILES, window, context);
  const sources: Source[] = [...files];
  if (await keepsJournal(context.host)) {
    const seconds = (moment: number) => `@${moment / 1000}`;
    const until = window.to === undefined ? [] : ['--until', seconds(window.to)];
    const args = ['--no-pager', '--output=short-iso', '--since', seconds(window.from), ...until];
    sources.push({
      kind: 'command',
      name: 'journal.txt',
      // Newest first, so that the program can be ended at the limit. Without --quiet it says what it may not show.
      command: systemLogCommand('journalctl', [...args, '--reverse']),
      newestFirst: true,
    });
  }
  if (sources.length === 0 && notes.length === 0) return { skipped: 'no-system-log' };
  const dmesg = { ...systemLogCommand('dmesg', ['--time-format=iso']), keepNewest: true } as const;
  sources.push({ kind: 'command', name: 'dmesg.txt', command: dmesg });
  return { sources, ...(notes.length > 0 ? { notes } : {}), ...(leftOut.length > 0 ? { leftOut } : {}) };
}

/** Volatile or persistent; a folder without a machine's subfolder holds nothing, one that is closed to us may. */
async function keepsJournal(host: Host): Promise<boolean> {
  for (const folder of ['/var/log/journal', '/run/log/journal']) {
    const entries = await host.list(folder);
    const mayHold = isTrouble(entries)
      ? !NO_FOLDER.has(entries.trouble)
      : entries.some((entry) => entry.kind === 'folder');
    if (mayHold) return true;
  }
  return false;
}
