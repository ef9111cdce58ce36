// Tests of electron/engine/host/powershell.ts. Runs in vitest.
import { expect, test } from 'vitest';
import type { Command, Host } from '#engine/host/host.ts';
import { askPowershell, powershellCommand } from '#engine/host/powershell.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

async function windows(printed: string): Promise<{ host: Host; started: Command[] }> {
  const machine = await recordedMachine('windows-commserve');
  const started: Command[] = [];
  const run: Host['run'] = async (command) => {
    started.push(command);
    return { status: 'ok', exitCode: 0, stdout: Buffer.from(printed), stderr: '', truncated: false };
  };
  return { host: { ...machine, run }, started };
}

const never = new AbortController().signal;

test('by absolute path, without profile and prompts, the script in UTF-16', async () => {
  const { host } = await windows('');
  const { program, args } = powershellCommand(host, "'备份'");
  expect(program).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  expect(args.slice(0, -1)).toEqual(['-NoProfile', '-NonInteractive', '-EncodedCommand']);
  const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
  expect(script.split('\n').at(-1)).toBe("'备份'");
  expect(script).toContain('[Text.Encoding]::UTF8');
});

test('what it prints as JSON, with or without byte order mark', async () => {
  for (const printed of ['{"名":1}\r\n', '\uFEFF{"名":1}']) {
    const { host, started } = await windows(printed);
    expect((await askPowershell(host, 'x', never)).json).toEqual({ 名: 1 });
    expect(started).toHaveLength(1);
  }
});

test('anything else is no answer', async () => {
  for (const printed of ['', 'Zugriff verweigert', '{"a":']) {
    expect((await askPowershell((await windows(printed)).host, 'x', never)).json).toBeUndefined();
  }
});
