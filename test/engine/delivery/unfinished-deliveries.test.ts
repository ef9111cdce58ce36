import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DeliveryState, forgetDelivery } from '#engine/delivery/delivery-state.ts';
import { unfinishedDeliveries } from '#engine/delivery/unfinished-deliveries.ts';
import { rememberPacket } from '#engine/saved-packets.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const TARGET = 'sftp://li@host/in/';

async function begun(sha256: string, startedAt: string, folder: string) {
  const dataFolder = join(folder, 'data');
  const packetPath = join(folder, `${sha256}.zip`);
  await writeFile(packetPath, 'PK');
  const facts = { caseReference: '7K3QX', packetPath, bytes: 2, sha256, files: 1, gaps: 0 };
  await rememberPacket(dataFolder, { savedAt: startedAt, ...facts, title: '', ccid: 'F96C9', company: '' });
  const state = await DeliveryState.open(dataFolder, {
    formatVersion: 1,
    packetPath,
    sha256,
    target: TARGET,
    startedAt,
    attempts: 0,
    handedOver: false,
  });
  await state.change({ attempts: 1 });
  return state;
}

it('lists deliveries that can be gone on with, the last begun first', async () => {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'data');
  await mkdir(dataFolder);
  const listed = async () => (await unfinishedDeliveries(dataFolder)).map(({ packet }) => packet.sha256);
  expect(await listed()).toEqual([]);

  const first = await begun('aa', '2026-11-28T03:00:00.000Z', folder);
  // In somebody's hands: this very process has it open.
  expect(await listed()).toEqual([]);
  await first.close();
  await (await begun('bb', '2026-11-28T04:00:00.000Z', folder)).close();
  await (await begun('cc', '2026-11-28T05:00:00.000Z', folder)).close();
  expect(await listed()).toEqual(['cc', 'bb', 'aa']);
  expect((await unfinishedDeliveries(dataFolder))[0]).toMatchObject({
    target: TARGET,
    startedAt: '2026-11-28T05:00:00.000Z',
  });

  // A packet that is gone cannot be sent; one that was given up is not offered again.
  await rm(join(folder, 'bb.zip'));
  await forgetDelivery(dataFolder, 'cc', TARGET);
  expect(await listed()).toEqual(['aa']);
});
