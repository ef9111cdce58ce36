// Tests of electron/engine/packet/command-output.ts: where output is cut, and what is made of it. Runs in vitest.
import { expect, test } from 'vitest';
import type { Source } from '#engine/collectors/collector.ts';
import type { Command, CommandAnswer, Host } from '#engine/host/host.ts';
import { hostOpening } from '#test/fixtures/memory-file.ts';
import { readSource } from '#test/fixtures/read-source.ts';

const command: Command = { program: 'journalctl', args: [], timeoutMs: 1_000, maxOutputBytes: 100 };

async function kept(
  stdout: string | Buffer,
  source: Partial<Extract<Source, { kind: 'command' }>> = {},
  answer: Partial<CommandAnswer> = {},
) {
  const said = {
    status: 'ok' as const,
    exitCode: 0,
    stdout: Buffer.from(stdout),
    stderr: '',
    truncated: false,
  };
  const host: Host = {
    ...hostOpening(() => Promise.reject(new Error('no files'))),
    run: async () => ({ ...said, ...answer }),
  };
  const read = await readSource({ kind: 'command', name: 'x.txt', command, ...source }, host);
  return [read.bytes.toString(), read.outcome.cut];
}

test('output that is cut ends with a line, or begins with one where the newest is kept', async () => {
  const cut = { truncated: true };
  expect(await kept('one\ntwo\nthr', {}, cut)).toEqual(['one\ntwo\n', 'size-limit']);
  expect(await kept('ne\ntwo\nthree\n', { command: { ...command, keepNewest: true } }, cut)).toEqual([
    ...['two\nthree\n', 'size-limit'],
  ]);
  expect(await kept('one\ntwo\nthr', {}, { status: 'timed-out' })).toEqual(['one\ntwo\n', 'time-limit']);
  expect(await kept('one endless line', {}, cut)).toEqual(['one endless line', 'size-limit']);
  expect(await kept('one\ntwo\nthr')).toEqual(['one\ntwo\nthr', undefined]);
});

test('UTF-16 and the Chinese code page become UTF-8, also where a character is cut in two', async () => {
  const wide = Buffer.from('\ufeff服务\r\n已停止\r\n', 'utf16le');
  expect(await kept(wide, { recode: true })).toEqual(['服务\r\n已停止\r\n', undefined]);
  expect(await kept(wide.subarray(0, -5), { recode: true }, { truncated: true })).toEqual([
    ...['服务\r\n', 'size-limit'],
  ]);
  expect(await kept(Buffer.from('b1b8b7dd0a', 'hex'), { recode: true })).toEqual(['备份\n', undefined]);
  const raw = Buffer.from('b1b8b7dd0a', 'hex');
  expect(await kept(raw)).toEqual([raw.toString(), undefined]);
});

test('entries that come newest first are put in order, with the lines that belong to them', async () => {
  const newestFirst = { newestFirst: true } as const;
  expect(await kept('c1\n  c2\n\tc3\n\nb\na\n', newestFirst)).toEqual([
    'a\nb\nc1\n  c2\n\tc3\n\n',
    undefined,
  ]);
  expect(await kept('备份\n恢复\n', newestFirst)).toEqual(['恢复\n备份\n', undefined]);
  expect(await kept('c\nb\na has been cu', newestFirst, { truncated: true })).toEqual([
    'b\nc\n',
    'size-limit',
  ]);
  expect(await kept('', newestFirst)).toEqual(['', undefined]);
});
