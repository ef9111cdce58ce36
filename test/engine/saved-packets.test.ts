// Tests of electron/engine/saved-packets.ts on a real folder. Runs in vitest.
import { createHash } from 'node:crypto';
import { appendFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packetState, rememberedPackets, rememberPacket } from '#engine/saved-packets.ts';
import type { SavedPacket } from '#shared/schema/saved-packet.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const packet = (caseReference: string): SavedPacket => ({
  savedAt: '2026-11-28T03:00:00.000Z',
  caseReference,
  packetPath: '/out/x.zip',
  bytes: 3,
  sha256: createHash('sha256').update('abc').digest('hex'),
  files: 1,
  gaps: 0,
  title: '备份失败',
  ccid: 'F96C9',
  company: '某某银行',
});

describe('the packets of this machine', () => {
  it('are remembered, the newest first, for their user only', async () => {
    const folder = join(await temporaryFolder(), 'data');
    expect(await rememberedPackets(folder)).toEqual([]);
    await rememberPacket(folder, packet('AAAAA'));
    await rememberPacket(folder, packet('BBBBB'));
    expect((await rememberedPackets(folder)).map(({ caseReference }) => caseReference)).toEqual([
      'BBBBB',
      'AAAAA',
    ]);
    if (process.platform !== 'win32') {
      expect((await stat(join(folder, 'packets.jsonl'))).mode & 0o777).toBe(0o600);
    }
  });

  it('survive half a line of a process that died', async () => {
    const folder = await temporaryFolder();
    await rememberPacket(folder, packet('AAAAA'));
    await appendFile(join(folder, 'packets.jsonl'), '{"savedAt":"2026');
    await rememberPacket(folder, packet('BBBBB'));
    expect((await rememberedPackets(folder)).map(({ caseReference }) => caseReference)).toEqual([
      'BBBBB',
      'AAAAA',
    ]);
  });

  it('are unchanged, changed or gone', async () => {
    const packetPath = join(await temporaryFolder(), 'x.zip');
    const { signal } = new AbortController();
    const now = () => packetState({ ...packet('AAAAA'), packetPath }, signal);
    await writeFile(packetPath, 'abc');
    expect(await now()).toBe('unchanged');
    await writeFile(packetPath, 'abd');
    expect(await now()).toBe('changed');
    await rm(packetPath);
    expect(await now()).toBe('gone');
  });
});
