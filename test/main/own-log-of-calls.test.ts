// The tool's own log after calls full of names and secrets, good, failed and broken ones: it tells what was called and how it
// ended, and nothing of the case, the machine or its user. Runs in vitest.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Host } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { createEngineDesk } from '#main/engine-desk.ts';
import type { EngineCallName, EngineCalls, FromEngine } from '#main/engine-messages.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const SECRETS = ['Hunter2Secret', 'bkp-prod-07', 'zhang.wei', '机密项目', '10.23.45.67'];

/** Its host names, files and errors all tell what must not be told. */
async function talkativeMachine(): Promise<Host> {
  const rootFolder = await temporaryFolder();
  await plantFiles(rootFolder, {
    '/机密项目/zhang.wei.log': 'password=Hunter2Secret on bkp-prod-07 [10.23.45.67]\n',
  });
  return { ...(await createLocalHost({ rootFolder })), hostName: 'bkp-prod-07' };
}

it('holds names of calls, codes and milliseconds', async () => {
  const data = await temporaryFolder();
  const before = process.env.CASEPACK_DATA;
  process.env.CASEPACK_DATA = data;
  onTestFinished(() => {
    if (before === undefined) delete process.env.CASEPACK_DATA;
    else process.env.CASEPACK_DATA = before;
  });
  const sent: FromEngine[] = [];
  const machine = await talkativeMachine();
  const send = (message: FromEngine) => void sent.push(message);
  const desk = createEngineDesk(Promise.resolve(machine), send);
  const ask = <Name extends EngineCallName>(name: Name, question: EngineCalls[Name]['question']) =>
    desk.take({ type: 'call', id: sent.length, name, question, version: '1.2.3' });

  const talking = { title: SECRETS.join(' '), description: SECRETS.join('\n'), company: '机密项目' };
  const request = sampleRequest({ ...talking, logDirs: ['/机密项目'], only: ['commvault.logs'] });
  await ask('plan', { request });
  await ask('plan', { request: { ...request, logDirs: ['/zhang.wei/Hunter2Secret'] } });
  await ask('deliver', { draftId: 'Hunter2Secret', folder: '/机密项目', withhold: ['zhang.wei'] });
  class ZhangWeiError extends Error {
    override name = 'bkp-prod-07 zhang.wei';
  }
  const broken = createEngineDesk(
    Promise.resolve({
      ...machine,
      list: () => {
        throw Object.assign(new ZhangWeiError(SECRETS.join()), { code: '/机密项目 10.23.45.67' });
      },
    }),
    send,
  );
  await broken.take({ type: 'call', id: 99, name: 'plan', question: { request }, version: '1.2.3' });

  const path = join(data, 'logs/casepack.log');
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toMatch(/(.*\n){4}/);
  const log = await readFile(path, 'utf8');
  for (const secret of [...SECRETS, data]) expect(log).not.toContain(secret);
  const lines = log
    .replaceAll(/^\S+Z/gm, 'T')
    .replaceAll(/ms=\d+/g, 'ms=N')
    .replaceAll(/ at=\S+/g, ' at=…')
    .trimEnd()
    .split('\n');
  // Two desks write at the same time.
  expect(lines.sort()).toEqual([
    'T 1.2.3 bug name=deliver bug=Error at=…',
    'T 1.2.3 bug name=plan bug=- code=- at=…',
    'T 1.2.3 call name=plan outcome=cannot-read ms=N',
    'T 1.2.3 call name=plan outcome=ok ms=N',
  ]);
});
