// The known hosts file: names with ports, patterns, hashes, revoked keys.
import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostName, KnownHost, trustHost } from '#engine/delivery/ssh/known-hosts.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const ours = { type: 'ssh-ed25519', key: 'AAAAours' };
const other = { type: 'ssh-ed25519', key: 'AAAAother' };
const judge = (text: string, name: string, key = ours) => new KnownHost(text, name).judge(key);

test.each([
  ['files.example.com ssh-ed25519 AAAAours', 'files.example.com', 'known'],
  ['files.example.com ssh-ed25519 AAAAours', '[files.example.com]:2222', 'unknown'],
  ['[files.example.com]:2222 ssh-ed25519 AAAAours comment', '[files.example.com]:2222', 'known'],
  ['one,files.example.com,10.0.0.1 ssh-ed25519 AAAAours', 'files.example.com', 'known'],
  ['*.example.com ssh-ed25519 AAAAours', 'files.example.com', 'known'],
  ['*.example.com,!files.example.com ssh-ed25519 AAAAours', 'files.example.com', 'unknown'],
  ['f?les.example.com ssh-ed25519 AAAAours', 'files.example.com', 'known'],
  ['files.example.com ssh-ed25519 AAAAother', 'files.example.com', 'changed'],
  ['files.example.com ssh-rsa AAAAother', 'files.example.com', 'changed'],
  [
    'files.example.com ssh-ed25519 AAAAother\nfiles.example.com ssh-ed25519 AAAAours',
    'files.example.com',
    'known',
  ],
  ['@revoked * ssh-ed25519 AAAAours\nfiles.example.com ssh-ed25519 AAAAours', 'files.example.com', 'changed'],
  ['# files.example.com ssh-ed25519 AAAAours\n\nnonsense', 'files.example.com', 'unknown'],
])('%j for %s: %s', (text, name, verdict) => {
  expect(judge(text, name)).toBe(verdict);
});

test('hashed names are found by hashing', () => {
  const salt = Buffer.from('a salt of twenty byt');
  const hash = createHmac('sha1', salt).update('files.example.com').digest('base64');
  const text = `|1|${salt.toString('base64')}|${hash} ssh-ed25519 AAAAours`;
  expect(judge(text, 'files.example.com')).toBe('known');
  expect(judge(text, 'files.example.com', other)).toBe('changed');
  expect(judge(text, 'elsewhere.example.com')).toBe('unknown');
});

test('only ports other than 22 are named', () => {
  expect([hostName('Files', 22), hostName('Files', 2222)]).toEqual(['files', '[files]:2222']);
});

test('a line is added on a line of its own, also where the last one has no end', async () => {
  const file = join(await temporaryFolder(), 'new', 'known_hosts');
  await trustHost(file, 'one ssh-ed25519 AAAA');
  await writeFile(file, 'one ssh-ed25519 AAAA');
  await trustHost(file, 'two ssh-ed25519 AAAA');
  expect(await readFile(file, 'utf8')).toBe('one ssh-ed25519 AAAA\ntwo ssh-ed25519 AAAA\n');
});
