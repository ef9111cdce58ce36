// Tests of electron/engine/host/run-command.ts with real programs. Runs in vitest.
import { getPriority } from 'node:os';
import { describe, expect, test } from 'vitest';
import type { Command } from '#engine/host/host.ts';
import { runCommand } from '#engine/host/run-command.ts';

const never = new AbortController().signal;

function command(program: string, args: string[], changes: Partial<Command> = {}): Command {
  return { program, args, timeoutMs: 10_000, maxOutputBytes: 1024 ** 2, ...changes };
}

/** Runs this text in a Node of its own. */
const script = (text: string, changes: Partial<Command> = {}) =>
  command(process.execPath, ['-e', text], changes);

test('output and exit code of a program that works', async () => {
  const answer = await runCommand(command('printf', ['%s', '中文']), never);
  expect(answer).toMatchObject({ status: 'ok', exitCode: 0, stderr: '', truncated: false });
  expect(answer.stdout.toString()).toBe('中文');
});

test('a program that does not exist', async () => {
  expect(await runCommand(command('/no/such/program', []), never)).toMatchObject({
    status: 'not-found',
    truncated: false,
  });
});

test('a program that fails keeps what it printed', async () => {
  const answer = await runCommand(
    script('process.stdout.write("part"); process.stderr.write("why"); process.exit(3)'),
    never,
  );
  expect(answer).toMatchObject({ status: 'failed', exitCode: 3, stderr: 'why' });
  expect(answer.stdout.toString()).toBe('part');
});

test('no shell looks at the arguments', async () => {
  const args = ['%s|%s|%s', '$(id)', '; echo hello', '`id` > /dev/null'];
  const answer = await runCommand(command('printf', args), never);
  expect(answer.stdout.toString()).toBe('$(id)|; echo hello|`id` > /dev/null');
});

test('a program that reads its input gets none and ends', async () => {
  expect(await runCommand(command('cat', []), never)).toMatchObject({ status: 'ok' });
});

describe('time', () => {
  test('a program that takes too long is killed, even if it does not want to, and keeps what it printed', async () => {
    const stubborn = script(
      'process.on("SIGTERM", () => {}); console.log(process.pid); setInterval(() => {}, 1e6)',
      { timeoutMs: 2_000 },
    );
    const started = performance.now();
    const answer = await runCommand(stubborn, never);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(answer.status).toBe('timed-out');
    const pid = Number(answer.stdout.toString());
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test('a grandchild that keeps the output open does not hold us', async () => {
    const started = performance.now();
    const answer = await runCommand(command('sh', ['-c', 'sleep 6; true'], { timeoutMs: 300 }), never);
    expect(answer.status).toBe('timed-out');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('cancelling ends it at once, also before it started', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 100);
    const started = performance.now();
    expect(await runCommand(command('sleep', ['20']), cancel.signal)).toMatchObject({ status: 'timed-out' });
    expect(await runCommand(command('sleep', ['20']), cancel.signal)).toMatchObject({ status: 'timed-out' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('output beyond the limit is dropped, and said so', async () => {
  const answer = await runCommand(command('yes', [], { maxOutputBytes: 1_000 }), never);
  expect(answer).toMatchObject({ status: 'ok', truncated: true });
  expect(answer.stdout.length).toBe(1_000);
});

test('programs run at low priority and speak a language that parsers know', async () => {
  const answer = await runCommand(
    script('setTimeout(() => console.log(os.getPriority(), process.env.LC_ALL), 300)'),
    never,
  );
  expect(answer.stdout.toString()).toBe(`${Math.max(getPriority(), 10)} C.UTF-8\n`);
});

test('what a Chinese Windows program complains is readable', async () => {
  // "拒绝访问。" in code page 936
  const answer = await runCommand(
    script('process.stderr.write(Buffer.from("bedcbef8b7c3cecaa1a3", "hex")); process.exitCode = 1'),
    never,
  );
  expect(answer.stderr).toBe('拒绝访问。');
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
