// Tests of electron/engine/collectors/trouble-note.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { commandNote, fileNote } from '#engine/collectors/trouble-note.ts';
import type { CommandAnswer } from '#engine/host/host.ts';

const command = { program: 'dmesg', args: ['--time-format=iso'], timeoutMs: 1, maxOutputBytes: 1 };
const answer = (changes: Partial<CommandAnswer>): CommandAnswer => ({
  status: 'ok',
  exitCode: 0,
  stdout: Buffer.alloc(0),
  stderr: '',
  truncated: false,
  ...changes,
});

test.each([
  ['ENOENT', 'not-found'],
  ['EACCES', 'permission-denied'],
  ['EPERM', 'permission-denied'],
  ['ELOOP', 'link-not-followed'],
  ['EBUSY', 'cannot-read'],
  ['EIO', 'cannot-read'],
])('%s of a file is %s', (trouble, reason) => {
  expect(fileNote('/x', trouble)).toEqual({ reason, about: '/x', detail: trouble });
});

test('a program that did its work needs no note, whatever it grumbles', () => {
  expect(commandNote(command, answer({ stderr: 'warning: clock skew' }))).toBeUndefined();
});

test.each([
  [{ status: 'failed' as const, stderr: 'dmesg: read kernel buffer failed: Operation not permitted\n' }],
  [{ status: 'failed' as const, stderr: '拒绝访问。' }],
  [{ stderr: 'Hint: You are currently not seeing messages from other users and the system.' }],
])('%j is a lack of rights', (changes) => {
  expect(commandNote(command, answer(changes))).toEqual({
    reason: 'permission-denied',
    about: 'dmesg --time-format=iso',
    detail: changes.stderr.trim(),
  });
});

test.each([
  ['failed' as const, 'command-failed'],
  ['not-found' as const, 'not-found'],
  ['timed-out' as const, 'time-limit'],
])('a program that ended as %s', (status, reason) => {
  expect(commandNote(command, answer({ status }))).toEqual({ reason, about: 'dmesg --time-format=iso' });
});
