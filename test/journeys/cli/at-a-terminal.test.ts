// The built command at a terminal: the bar, the question before building, Ctrl-C. Python's pty plays the terminal.
// Runs in vitest.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completeForm } from '#test/cli/planted-machine.ts';
import { BUILT_COMMAND } from './casepack-process.ts';
import { logText } from './log-text.ts';
import { leftIn, type Workplace, workplace } from './workplace.ts';

/** Runs argv[4:] on a terminal of argv[1] columns; types argv[3] when argv[2] was shown. Prints what was shown and the exit code. */
const TERMINAL = `
import fcntl, json, os, pty, struct, sys, termios
columns, cue, keys = int(sys.argv[1]), sys.argv[2].encode(), sys.argv[3].encode()
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[4], sys.argv[4:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
shown, typed = b"", False
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    shown += part
    if not typed and cue in shown:
        typed = True
        os.write(terminal, keys)
exit_code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(json.dumps({"shown": shown.decode(), "exitCode": exit_code}))
`;

interface Seen {
  /** The lines as they stand at the end; what was drawn over is gone. */
  readonly lines: readonly string[];
  /** All that was ever drawn. */
  readonly shown: string;
  readonly exitCode: number;
}

async function atTerminal(
  { out, drafts, data }: Workplace,
  columns: number,
  [cue, keys]: readonly [cue: string, keys: string],
  args: readonly string[],
): Promise<Seen> {
  const command = [String(columns), cue, keys, process.execPath, BUILT_COMMAND, ...args];
  const { stdout } = await promisify(execFile)('python3', ['-c', TERMINAL, ...command], {
    cwd: out,
    env: {
      ...{ PATH: process.env.PATH, HOME: drafts, TMPDIR: drafts, CASEPACK_DATA: data },
      ...{ TERM: 'xterm', LANG: 'zh_CN.UTF-8' },
    },
    maxBuffer: 1 << 26,
  });
  const { shown, exitCode } = JSON.parse(stdout) as { shown: string; exitCode: number };
  const lines = shown
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\r\u001b[K').at(-1) ?? '');
  return { lines, shown, exitCode };
}

/** @param parts of 8 MB each. */
async function caseOf(parts: number): Promise<{ place: Workplace; args: readonly string[] }> {
  const place = await workplace();
  const text = logText(8 * 1024 ** 2);
  for (let part = 0; part < parts; part += 1) await writeFile(join(place.logs, `CVMA_${part}.log`), text);
  const form = [...completeForm, '--commvault-version', '11.26.35', '--log-dir', place.logs];
  return { place, args: ['collect', ...form] };
}

const QUESTION = '[y/N]';

describe.runIf(process.platform !== 'win32')('at a terminal', () => {
  test('the list is shown and asked about; 是 builds; the last line is the path', async () => {
    const { place, args } = await caseOf(2);
    const seen = await atTerminal(place, 120, [QUESTION, '是\r'], args);
    expect(seen.exitCode).toBe(0);
    expect(seen.lines).toContain('案例包将包含：');
    expect(seen.lines).toContainEqual(
      expect.stringMatching(/^commvault\.logs +CommVault 日志 +2 +16\.1 MB {2}完成$/),
    );
    expect(seen.lines).toContain('脱敏级别：标准');
    expect(seen.lines.at(-2)).toMatch(/^\/.*\/案例 packets\/F96C9_S2_[\w-]+\.zip$/);
    expect(await leftIn(place)).toHaveLength(2);
  });

  test.each([
    ['no', 'n\r'],
    ['Enter alone', '\r'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('130: %s as the answer', async (_name, keys) => {
    const { place, args } = await caseOf(1);
    const { exitCode, lines } = await atTerminal(place, 120, [QUESTION, keys], args);
    expect(exitCode).toBe(130);
    expect(lines.at(-2)).toBe('已取消，未留下任何不完整的文件');
    expect(await leftIn(place)).toEqual([]);
  });

  test.each([80, 0])('130: Ctrl-C while the bar is drawn, on a terminal of %s columns', async (columns) => {
    const { place, args } = await caseOf(24);
    const seen = await atTerminal(place, columns, ['MB / 192.', '\u0003'], [...args, '--yes']);
    expect(seen.exitCode).toBe(130);
    expect(seen.shown).toMatch(/采集 {2}\[[#.]{20}\] +\d+% {2}[\d.]+ MB \/ 192\.\d MB {2}\d+ \/ \d+ 个文件/);
    expect(seen.lines.at(-2)).toBe('已取消，未留下任何不完整的文件');
    expect(await leftIn(place)).toEqual([]);
  });
});
