import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkUpdate } from '#main/check-update.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = publicKey.export({ type: 'spki', format: 'der' }).subarray(12).toString('base64');

async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/casepack.json`;
}

function signedNote(version: string, key = privateKey): string {
  const note = JSON.stringify({ version, changes: { zh: ['更快'], en: ['faster'] } });
  return JSON.stringify({ note, signature: sign(null, Buffer.from(note), key).toString('base64') });
}

async function check(body: string, status = 200) {
  const url = await served((_request, response) => response.writeHead(status).end(body));
  return checkUpdate({ source: { url, publicKey: KEY }, version: '1.2.3', language: 'zh' }, fetch);
}

describe('checkUpdate', () => {
  it('asks nobody where the policy names nobody', async () => {
    const never: typeof fetch = () => Promise.reject(new Error('asked'));
    const question = { source: undefined, version: '1.2.3', language: 'zh' } as const;
    await expect(checkUpdate(question, never)).resolves.toEqual({ state: 'not-configured' });
  });
  it.each(['1.2.4', '1.10.0', '2.0.0'])('tells of %s with its changes', async (version) => {
    expect(await check(signedNote(version))).toEqual({ state: 'newer', version, changes: ['更快'] });
  });
  it.each(['1.2.3', '1.2.2', '0.9.9'])('does not offer %s', async (version) => {
    expect(await check(signedNote(version))).toEqual({ state: 'newest' });
  });
  it('does not believe a note that another key signed, or that was changed', async () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    expect(await check(signedNote('9.0.0', stranger))).toEqual({ state: 'not-signed' });
    expect(await check(signedNote('1.2.3').replace('1.2.3', '9.0.0'))).toEqual({ state: 'not-signed' });
  });
  it.each([
    ['an error page', 'no', 500],
    ['no JSON', '<html>', 200],
    ['something else', '{}', 200],
    ['without end', `"${'x'.repeat(1_000_000)}"`, 200],
  ])('%s is no answer', async (_case, body, status) => {
    expect(await check(body, status)).toMatchObject({ state: 'unreachable' });
  });
  it('follows nobody elsewhere', async () => {
    const elsewhere = await served((_request, response) => response.end(signedNote('9.0.0')));
    const url = await served((_request, response) => response.writeHead(302, { location: elsewhere }).end());
    const question = { source: { url, publicKey: KEY }, version: '1.2.3', language: 'en' } as const;
    expect(await checkUpdate(question, fetch)).toMatchObject({ state: 'unreachable' });
  });
});
