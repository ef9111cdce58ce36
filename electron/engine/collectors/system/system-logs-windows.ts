// Windows: the System and Application logs of the window, as files for the Event Viewer and as readable text. The Security
// log is never read. Runs in the engine's process.
import type { Findings, LookContext, Source } from '../collector.ts';
import { MAX_SYSTEM_LOG_BYTES, systemLogCommand } from './system-logs-command.ts';
import { systemLogWindow } from './system-logs-window.ts';

const LOGS = ['System', 'Application'];
/** An exported log is smaller than its text, and of no use in part. */
const MAX_EXPORT_BYTES = 128 * 1024 ** 2;

export async function windowsLogs(context: LookContext): Promise<Findings> {
  const { from, to } = systemLogWindow(context);
  const iso = (moment: number) => new Date(moment).toISOString();
  const until = to === undefined ? '' : ` and @SystemTime<='${iso(to)}'`;
  const query = `/q:*[System[TimeCreated[@SystemTime>='${iso(from)}'${until}]]]`;
  const system = context.host.env.SystemRoot ?? 'C:\\Windows';
  const program = `${system}\\System32\\wevtutil.exe`;
  const sources = LOGS.flatMap((log): Source[] => [
    {
      kind: 'export',
      name: `${log}.evtx`,
      maxBytes: MAX_EXPORT_BYTES,
      command: (path) => systemLogCommand(program, ['epl', log, path, query, '/ow:true']),
    },
    {
      kind: 'command',
      name: `${log}.txt`,
      recode: true,
      command: {
        // Newest first, as what is beyond the limit is dropped; UTF-16, in which no character is lost.
        ...systemLogCommand(program, ['qe', log, query, '/f:text', '/rd:true', '/uni:true']),
        maxOutputBytes: 2 * MAX_SYSTEM_LOG_BYTES,
      },
    },
  ]);
  return { sources };
}
