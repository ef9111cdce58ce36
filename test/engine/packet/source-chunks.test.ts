// Tests of electron/engine/packet/source-chunks.ts: texts and commands. Runs in vitest.
import { expect, test } from 'vitest';
import type { CommandAnswer, Host } from '#engine/host/host.ts';
import { hostOpening } from '#test/fixtures/memory-file.ts';
import { noteOf, readSource } from '#test/fixtures/read-source.ts';

const command = { program: 'journalctl', args: ['-r'], timeoutMs: 1_000, maxOutputBytes: 100 };
const source = { kind: 'command', name: 'journal.txt', command } as const;

function answering(changes: Partial<CommandAnswer>): Host {
  const run = async () => ({
    ...{ status: 'ok' as const, exitCode: 0, stdout: Buffer.from('line\n'), stderr: '', truncated: false },
    ...changes,
  });
  return { ...hostOpening(() => Promise.reject(new Error('no files here'))), run };
}

test('a text is its bytes, of any length, at the time of the host', async () => {
  const text = '备份'.repeat(200_000);
  const { bytes, modifiedAt } = await readSource({ kind: 'text', name: 't', text }, answering({}));
  expect(bytes.toString()).toBe(text);
  expect(modifiedAt).toEqual(new Date('2026-11-20T02:15:30Z'));
  expect((await readSource({ kind: 'text', name: 't', text: '' }, answering({}))).bytes).toHaveLength(0);
});

test('a command is what it printed', async () => {
  expect(await readSource(source, answering({}))).toMatchObject({
    bytes: Buffer.from('line\n'),
    outcome: {},
  });
});

test('a command that failed after it printed something keeps it, and says so', async () => {
  const { bytes, outcome } = await readSource(source, answering({ status: 'failed', stderr: 'disk error' }));
  expect(bytes.toString()).toBe('line\n');
  expect(outcome).toEqual({
    notes: [{ reason: 'command-failed', about: 'journalctl -r', detail: 'disk error' }],
  });
});

test('output that was too long, or took too long, is cut', async () => {
  expect((await readSource(source, answering({ truncated: true }))).outcome).toEqual({ cut: 'size-limit' });
  expect((await readSource(source, answering({ status: 'timed-out' }))).outcome).toEqual({
    cut: 'time-limit',
    notes: [{ reason: 'time-limit', about: 'journalctl -r' }],
  });
});

test('a command that may not, or that does not exist, leaves a note and no file', async () => {
  const nothing = { stdout: Buffer.alloc(0) };
  const denied = answering({ ...nothing, status: 'failed', stderr: 'Operation not permitted' });
  expect(await noteOf(source, denied)).toMatchObject({ reason: 'permission-denied' });
  const missing = answering({ ...nothing, status: 'not-found' });
  expect(await noteOf(source, missing)).toEqual({ reason: 'not-found', about: 'journalctl -r' });
});

test('a command that was silent and succeeded is an empty file', async () => {
  const { bytes, outcome } = await readSource(source, answering({ stdout: Buffer.alloc(0) }));
  expect(bytes).toHaveLength(0);
  expect(outcome).toEqual({});
});

test('a cancelled command is cancelling, no note', async () => {
  const cancelled = noteOf(source, answering({ status: 'timed-out' }), AbortSignal.abort());
  await expect(cancelled).rejects.toThrow('aborted');
});
