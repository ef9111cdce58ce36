// Tests of electron/engine/host/console-text.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { consoleText } from '#engine/host/console-text.ts';

test.each([
  ['UTF-8', Buffer.from('备份 ok\r\n')],
  ['UTF-16 with a byte order mark', Buffer.from('\ufeff备份 ok\r\n', 'utf16le')],
  ['code page 936', Buffer.from('b1b8b7dd206f6b0d0a', 'hex')],
])('%s', (_encoding, bytes) => {
  expect(consoleText(bytes)).toBe('备份 ok\r\n');
});

test('UTF-16 without a mark is known by its Latin start', () => {
  expect(consoleText(Buffer.from('HKEY_LOCAL_MACHINE 备份', 'utf16le'))).toBe('HKEY_LOCAL_MACHINE 备份');
});

test('a mark in UTF-8 is no part of the text', () => {
  expect(consoleText(Buffer.from('\ufeffHKEY'))).toBe('HKEY');
});

test('nothing, and a single byte', () => {
  expect(consoleText(Buffer.alloc(0))).toBe('');
  expect(consoleText(Buffer.from('a'))).toBe('a');
});
