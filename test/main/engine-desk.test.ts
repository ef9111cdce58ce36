import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { collectors } from '#engine/collectors/registry.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { defaultTemporaryFolder } from '#engine/packet/private-folder.ts';
import { createEngineDesk } from '#main/engine-desk.ts';
import type { EngineCallName, EngineCalls, FromEngine } from '#main/engine-messages.ts';
import type { Result } from '#shared/ipc/result.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

type Answer<Name extends EngineCallName> = Result<EngineCalls[Name]['answer']>;

/** A desk on this machine whose CommVault logs are planted. */
async function deskWithLogs(bytes = 200_000) {
  const rootFolder = await temporaryFolder();
  await plantFiles(rootFolder, {
    '/logs/CVD.log': 'x'.repeat(bytes),
    '/logs/clBackup.log': 'y'.repeat(100),
  });
  const sent: FromEngine[] = [];
  const desk = createEngineDesk(createLocalHost({ rootFolder }), (message) => sent.push(message));
  let lastId = 0;
  async function ask<Name extends EngineCallName>(name: Name, question: EngineCalls[Name]['question']) {
    lastId += 1;
    const id = lastId;
    await desk.take({ type: 'call', id, name, question, version: '0.0.0-test' });
    const answer = sent.find((message) => message.type !== 'progress' && message.id === id);
    if (answer?.type !== 'answer') throw new Error(JSON.stringify(answer));
    return answer.result as Answer<Name>;
  }
  return { desk, ask, sent };
}

const request = sampleRequest({ logDirs: ['/logs'], only: ['commvault.logs', 'os.release'] });
const ownDrafts = async () =>
  (await readdir(defaultTemporaryFolder())).filter((name) => name.startsWith(`casepack-${process.pid}-`));

describe('createEngineDesk', () => {
  it('describes the collectors of this platform', async () => {
    const { ask } = await deskWithLogs();
    const described = await ask('describe', null);
    expect(described).toMatchObject({ ok: true, value: { platform: process.platform } });
    if (!described.ok) return;
    const here = collectors.filter(({ platforms }) => platforms.includes(described.value.platform));
    expect(described.value.collectors.map(({ id }) => id)).toEqual(here.map(({ id }) => id));
  });

  it('plans, prepares, delivers, and keeps no draft once the packet is saved', async () => {
    const { ask } = await deskWithLogs();
    const folder = await temporaryFolder();
    const planned = await ask('plan', { request });
    expect(planned).toMatchObject({ ok: true });
    const prepared = await ask('prepare', { request, allowIncomplete: false, outputFolder: folder });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
    const { draftId, summary } = prepared.value;
    const log = summary.files.find(({ path }) => path.endsWith('/CVD.log'));
    expect(log?.bytes).toBe(200_000);
    expect(await ownDrafts()).toHaveLength(1);
    const delivered = await ask('deliver', { draftId, folder, withhold: [log!.path] });
    if (!delivered.ok) throw new Error(JSON.stringify(delivered.problems));
    expect(delivered.value.caseReference).toBe(summary.caseReference);
    expect(await ownDrafts()).toEqual([]);
    await expect(ask('deliver', { draftId, folder, withhold: [] })).rejects.toThrow('no draft');
  });

  it('keeps the draft after trouble, for another try', async () => {
    const { ask, desk } = await deskWithLogs();
    const folder = await temporaryFolder();
    const prepared = await ask('prepare', { request, allowIncomplete: false, outputFolder: folder });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
    const { draftId } = prepared.value;
    const first = await ask('deliver', { draftId, folder: `${folder}/missing`, withhold: [] });
    expect(first.ok).toBe(false);
    expect(await ask('deliver', { draftId, folder, withhold: [] })).toMatchObject({ ok: true });
    await desk.close();
  });

  it('cancels in the middle and leaves nothing', async () => {
    const { ask, desk, sent } = await deskWithLogs(30_000_000);
    const folder = await temporaryFolder();
    const preparing = ask('prepare', { request, allowIncomplete: false, outputFolder: folder });
    await expect.poll(() => sent.some(({ type }) => type === 'progress')).toBe(true);
    await desk.take({ type: 'cancel', id: 1 });
    expect(await preparing).toEqual({ ok: false, problems: [{ code: 'cancelled' }] });
    expect(await ownDrafts()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('discards every draft when it closes', async () => {
    const { ask, desk } = await deskWithLogs();
    const folder = await temporaryFolder();
    await ask('prepare', { request, allowIncomplete: false, outputFolder: folder });
    await ask('prepare', { request, allowIncomplete: false, outputFolder: folder });
    expect(await ownDrafts()).toHaveLength(2);
    await desk.close();
    expect(await ownDrafts()).toEqual([]);
  });

  it('reports a bug instead of dying of it', async () => {
    const { desk, sent } = await deskWithLogs();
    await desk.take({ type: 'call', id: 9, name: 'plan', question: {}, version: '' });
    expect(sent).toMatchObject([{ type: 'threw', id: 9, details: expect.stringContaining('TypeError') }]);
  });
});
