// Tests of electron/main/sending-calls.ts with an engine that answers as the test says. Runs in vitest.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rememberPacket } from '#engine/saved-packets.ts';
import type { EngineClient } from '#main/engine-client.ts';
import { createKnownPackets } from '#main/known-packets.ts';
import { createPickedFiles } from '#main/picked-files.ts';
import { createSecretStore } from '#main/secret-store.ts';
import { sendingCalls } from '#main/sending-calls.ts';
import { createSendingTargets } from '#main/sending-targets.ts';
import { texts } from '#shared/i18n/texts.ts';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const SHA = 'ab'.repeat(32);
const order = { sha256: SHA, to: { target: 'vendor' }, again: false };

async function desk(answer: Result<unknown> = success({})) {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'data');
  const packetPath = join(folder, 'F96C9.zip');
  await plantFiles(folder, { 'F96C9.zip': 'PK' });
  await rememberPacket(dataFolder, {
    savedAt: '2026-11-28T03:00:00.000Z',
    caseReference: '7K3QX',
    packetPath,
    bytes: 2,
    sha256: SHA,
    files: 1,
    gaps: 0,
    title: '',
    ccid: 'F96C9',
    company: '',
  });
  const questions: unknown[] = [];
  const ended: unknown[] = [];
  let awake = 0;
  const engine = {
    call: async (_name: string, question: unknown) => {
      questions.push(question);
      return answer;
    },
    cancel: async () => undefined,
  } as unknown as EngineClient;
  const stick = join(folder, 'USB 盘');
  await mkdir(stick);
  const picked = createPickedFiles(async () => ({ canceled: false, filePaths: [stick] }));
  const secrets = createSecretStore(join(dataFolder, 'secrets.json'), {
    isEncryptionAvailable: () => false,
    encryptString: () => Buffer.alloc(0),
    decryptString: () => '',
  });
  const targets = createSendingTargets(dataFolder, picked, secrets, async () => []);
  await targets.save({
    name: 'vendor',
    url: 'sftp://li@host:2222/in/',
    proxy: 'http://wang@proxy:3128',
    identityFile: 'none',
    caFile: 'none',
    remember: true,
  });
  const calls = sendingCalls({
    dataFolder,
    engine,
    packets: createKnownPackets(dataFolder),
    picked,
    secrets,
    signals: { progress: () => {}, ended: (...what) => ended.push(what) },
    targets,
    resolveProxy: async (url) => `PROXY system:8080 for ${url}`,
    stayAwake: () => {
      awake += 1;
      return () => {
        awake -= 1;
      };
    },
  });
  return { calls, questions, ended, packetPath, dataFolder, picked, stick, awake: () => awake };
}

describe('sending from the window', () => {
  it('asks the engine by path, with secrets and what the system says of proxies, and lets the machine sleep after', async () => {
    const { calls, questions, ended, packetPath, dataFolder, awake } = await desk();
    await calls['sending:start']({ ...order, password: { of: 'login', text: 'right horse', keep: true } });
    await calls['sending:start']({ ...order, password: { of: 'proxy', text: 'proxy horse', keep: true } });
    expect(questions.at(-1)).toEqual({
      packetPath,
      target: { name: 'vendor', url: 'sftp://li@host:2222/in/', proxy: 'http://wang@proxy:3128' },
      password: 'right horse',
      proxyPassword: 'proxy horse',
      systemProxy: 'PROXY system:8080 for https://host:2222/',
      again: false,
    });
    expect(awake()).toBe(0);
    expect(ended).toHaveLength(2);
    // The system keeps none here: nothing of them is on the disk.
    expect(await readFile(join(dataFolder, 'targets.json'), 'utf8')).not.toContain('horse');
    await expect(readFile(join(dataFolder, 'secrets.json'), 'utf8')).rejects.toThrow();
  });

  it('copies into the folder that was picked, and tells its free space', async () => {
    const { calls, questions, picked, stick } = await desk();
    const [folder] = await picked.pick('delivery-folder', texts('zh'));
    const id = folder?.id ?? '';
    expect(await calls['sending:space'](id)).toMatchObject({ ok: true, value: expect.any(Number) });
    await calls['sending:start']({ ...order, to: { folder: id } });
    expect(questions.at(-1)).toMatchObject({ target: { name: stick }, systemProxy: '' });
    expect((questions.at(-1) as { target: { url: string } }).target.url).toMatch(
      /^file:\/\/\/.*USB%20%E7%9B%98\/$/,
    );
  });

  it('trusts only the fingerprint that was shown', async () => {
    const { calls, dataFolder } = await desk(
      failure({
        code: 'unknown-host-key',
        host: '[host]:2222',
        keyType: 'ssh-ed25519',
        fingerprint: 'SHA256:shown',
        line: '[host]:2222 ssh-ed25519 AAAA',
        knownHostsFile: join(await temporaryFolder(), 'known_hosts'),
      }),
    );
    await expect(calls['sending:trust']({ fingerprint: 'SHA256:shown' })).rejects.toThrow();
    const asked = await calls['sending:start'](order);
    if (asked.ok || asked.problems[0]?.code !== 'unknown-host-key') throw new Error('was not asked');
    await expect(calls['sending:trust']({ fingerprint: 'SHA256:other' })).rejects.toThrow();
    expect(await calls['sending:trust']({ fingerprint: 'SHA256:shown' })).toEqual(success(null));
    expect(await readFile(asked.problems[0].knownHostsFile, 'utf8')).toBe('[host]:2222 ssh-ed25519 AAAA\n');
    await expect(readFile(join(dataFolder, 'known_hosts'))).rejects.toThrow();
  });

  it('refuses packets, targets and folders that were never offered', async () => {
    const { calls } = await desk();
    const id = '0b5c2a52-6f5e-4c39-9d0c-1b6f0f3f6a01';
    await expect(calls['sending:start']({ ...order, sha256: 'cd' })).rejects.toThrow();
    await expect(calls['sending:start']({ ...order, to: { target: 'evil' } })).rejects.toThrow();
    await expect(calls['sending:start']({ ...order, to: { folder: id } })).rejects.toThrow();
    await expect(calls['sending:space'](id)).rejects.toThrow();
  });
});
