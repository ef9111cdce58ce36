// The newest part of the system's own logs, bounded in time and size. Runs in the engine's process.
import { type Command, type Host, isTrouble } from '../../host/host.ts';
import type { Collector, Findings, LookContext, Note, Source } from '../collector.ts';
import { fileNote } from '../trouble-note.ts';

const MAX_LINES = 100_000;
const MAX_BYTES = 32 * 1024 ** 2;
const DEFAULT_DAYS = 7;

export const systemLogs: Collector = {
  id: 'system.logs',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 30_000,
  look: (context) => logsOf[context.host.platform](context),
};

const logsOf: Record<Host['platform'], (context: LookContext) => Promise<Findings>> = {
  win32: async (context) => windowsLogs(context),
  linux: linuxLogs,
  darwin: (context) => logFiles(context.host, ['/var/log/system.log', '/var/log/install.log']),
};

/** Bounds of what is asked for, in seconds since 1970. */
function windowSeconds({ host, request }: LookContext): { from: number; to: number | undefined } {
  const seconds = (time: number) => Math.floor(time / 1000);
  const { from, to } = request.window;
  return {
    from: seconds(from ? Date.parse(from) : host.now().getTime() - DEFAULT_DAYS * 86_400_000),
    to: to === undefined ? undefined : seconds(Date.parse(to)),
  };
}

function command(program: string, args: readonly string[]): Command {
  return { program, args, timeoutMs: 120_000, maxOutputBytes: MAX_BYTES };
}

async function linuxLogs(context: LookContext): Promise<Findings> {
  const { host } = context;
  const { from, to } = windowSeconds(context);
  const files = await logFiles(host, ['/var/log/messages', '/var/log/syslog', '/var/log/kern.log']);
  const sources: Source[] = [...(files.sources ?? [])];
  if (await keepsJournal(host)) {
    const until = to === undefined ? [] : ['--until', `@${to}`];
    sources.push({
      kind: 'command',
      name: 'journal.txt',
      command: command('journalctl', [
        ...['--no-pager', '--output=short-iso', '--since', `@${from}`, ...until],
        // Newest first, as what is beyond the size limit is dropped. Without --quiet it says what it may not show.
        ...['--reverse', `--lines=${MAX_LINES}`],
      ]),
    });
  }
  if (sources.length === 0 && files.notes === undefined) return { skipped: 'no-system-log' };
  sources.push({ kind: 'command', name: 'dmesg.txt', command: command('dmesg', ['--time-format=iso']) });
  return { ...files, sources };
}

/** Volatile or persistent; a folder without a machine's subfolder holds nothing. */
async function keepsJournal(host: Host): Promise<boolean> {
  for (const folder of ['/var/log/journal', '/run/log/journal']) {
    const entries = await host.list(folder);
    if (!isTrouble(entries) && entries.some((entry) => entry.kind === 'folder')) return true;
  }
  return false;
}

async function logFiles(host: Host, paths: readonly string[]): Promise<Findings> {
  const sources: Source[] = [];
  const notes: Note[] = [];
  for (const path of paths) {
    const file = await host.open(path);
    if (isTrouble(file)) {
      if (file.trouble !== 'ENOENT') {
        notes.push(fileNote(path, file.trouble));
      }
      continue;
    }
    await file.close();
    const { sizeBytes, modifiedAt } = file;
    const name = path.slice(path.lastIndexOf('/') + 1);
    sources.push({ kind: 'file', name, path, sizeBytes, modifiedAt, tailBytes: MAX_BYTES });
  }
  return { sources, ...(notes.length > 0 ? { notes } : {}) };
}

/** Application and System as readable text; the Security log is never read. */
function windowsLogs(context: LookContext): Findings {
  const { from, to } = windowSeconds(context);
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  const until = to === undefined ? '' : ` and @SystemTime<='${iso(to)}'`;
  const query = `*[System[TimeCreated[@SystemTime>='${iso(from)}'${until}]]]`;
  const system = context.host.env.SystemRoot ?? 'C:\\Windows';
  return {
    sources: ['System', 'Application'].map((log) => ({
      kind: 'command',
      name: `${log}.txt`,
      command: command(`${system}\\System32\\wevtutil.exe`, [
        ...['qe', log, `/q:${query}`, '/f:text', '/rd:true', `/c:${MAX_LINES / 10}`],
      ]),
    })),
  };
}
