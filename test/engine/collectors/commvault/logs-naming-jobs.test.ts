// Tests of electron/engine/collectors/commvault/logs-naming-jobs.ts. Runs in vitest.
import { expect, it } from 'vitest';
import { LogFile } from '#engine/collectors/commvault/log-file.ts';
import { logsNamingJobs } from '#engine/collectors/commvault/logs-naming-jobs.ts';
import { walkFolder } from '#engine/collectors/walk-folder.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;

async function naming(jobIds: readonly string[], files: Record<string, string | Buffer>): Promise<string[]> {
  const folder = await temporaryFolder();
  await plantFiles(folder, files);
  const host = await createLocalHost();
  const found = await walkFolder(host, folder, never);
  const all = found.files.map((file) => new LogFile(file, 'Instance001'));
  return [...(await logsNamingJobs(jobIds, all, host, never))].map(({ relativePath }) => relativePath).sort();
}

const filler = '12345 3039  11/20 09:00:00 ### nothing\n';

it('finds the job in its column and in messages, as a whole number', async () => {
  expect(
    await naming(['230801', '77'], {
      'column.log': '12345 3039  11/20 09:00:00 230801 CVD: ok\n',
      'message.log': 'Job [230801]: failed\n',
      'second.log': 'job=77.',
      'longer.log': '12345 3039  11/20 09:00:00 1230801 2308011 x\n',
      'none.log': filler,
      'wide.log': Buffer.from('12345 3039  11/20 09:00:00 230801 失败\n', 'utf16le'),
      'wide-longer.log': Buffer.from('12345 3039  11/20 09:00:00 1230801 失败\n', 'utf16le'),
    }),
  ).toEqual(['column.log', 'message.log', 'second.log', 'wide.log']);
});

it('finds it across two reads', async () => {
  const border = 1024 ** 2;
  const text = (at: number) => `${'-'.repeat(at)}230801\n${filler}`;
  expect(await naming(['230801'], { 'a.log': text(border - 3), 'b.log': text(3 * border) })).toEqual([
    'a.log',
    'b.log',
  ]);
});

it('reads nothing without a job, and nothing that is compressed', async () => {
  expect(await naming([], { 'a.log': '230801' })).toEqual([]);
  expect(await naming(['230801'], { 'a.log.gz': '230801' })).toEqual([]);
});
