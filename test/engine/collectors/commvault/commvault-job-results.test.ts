// Tests of electron/engine/collectors/commvault/commvault-job-results.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { commvaultInstances } from '#engine/collectors/commvault/commvault-instances.ts';
import { commvaultJobResults } from '#engine/collectors/commvault/commvault-job-results.ts';
import { jobResultsFolders } from '#engine/collectors/commvault/job-results-folders.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { look, namesOf } from '#test/fixtures/look.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function results(machine: string, request: Partial<PartialCaseRequest>, files = {}) {
  const host = await recordedMachine(machine, files);
  const { facts = {} } = await look(commvaultInstances, host);
  return look(commvaultJobResults, host, { facts, request });
}

describe('the results of a job', () => {
  it('are the small text files of folders named like the job', async () => {
    const findings = await results('linux-commserve', { jobIds: ['230801'] });
    expect(namesOf(findings).sort()).toEqual([
      'Instance001/230801/backup.out',
      'Instance001/230801/second.log',
      'Instance001/230801/sub/utf16.txt',
    ]);
    expect(findings.notes).toEqual([]);
    expect(findings.leftOut?.map(({ reason, about }) => [reason, about.split('/').pop()]).sort()).toEqual([
      ['holds-secrets', 'credentials.txt'],
      ['not-text', 'NumColTot1.cvf'],
    ]);
  });

  it('are found on Windows', async () => {
    const findings = await results('two-instances-windows', { jobIds: ['230801', '1'] });
    expect(namesOf(findings)).toEqual(['Instance001/230801/Failures.txt']);
    expect(findings.sources?.[0]).toMatchObject({
      path: 'D:\\JobResults\\CV_JobResults\\2\\0\\230801\\Failures.txt',
    });
  });

  it('are taken once where instances share a folder', async () => {
    const host = await recordedMachine('linux-commserve');
    const { facts } = await look(commvaultInstances, host);
    const [first] = facts?.commvault?.instances ?? [];
    if (first === undefined) throw new Error('no instance');
    const instances = [first, { ...first, instance: 'Instance002' }];
    const request = { jobIds: ['230801'] };
    const findings = await look(commvaultJobResults, host, { facts: { commvault: { instances } }, request });
    expect(namesOf(findings)).toHaveLength(3);
  });

  it('are bounded in size', async () => {
    const big = 'opt/commvault/iDataAgent/jobResults/CV_JobResults/2/0/230801/big.txt';
    const files = { [big]: 'x'.repeat(5 * 1024 ** 2 + 1) };
    const findings = await results('linux-commserve', { jobIds: ['230801'] }, files);
    expect(namesOf(findings)).not.toContain('Instance001/230801/big.txt');
    expect(findings.leftOut).toContainEqual({
      reason: 'size-limit',
      about: `/${big}`,
      sizeBytes: 5 * 1024 ** 2 + 1,
    });
  });

  it('need a job, and may be on another machine', async () => {
    expect(await results('linux-commserve', { jobIds: [] })).toEqual({ skipped: 'no-job-id' });
    expect(await results('linux-commserve', { jobIds: ['42'] })).toEqual({ skipped: 'no-job-results' });
    expect(await results('oem-linux', { jobIds: ['42'] })).toEqual({ skipped: 'no-job-results' });
  });
});

describe('the search for folders of a job', () => {
  it('goes down in breadth and not into folders of other jobs', async () => {
    const folder = await temporaryFolder();
    await plantFiles(folder, {
      'CV_JobResults/iDataAgent/FileSystemAgent/2/77/230801/a': '',
      'CV_JobResults/2/0/99999/230801/b': '',
      'a/b/c/d/e/f/230801/c': '',
    });
    const host = await createLocalHost();
    const { folders, notes } = await jobResultsFolders(
      host,
      folder,
      ['230801'],
      new AbortController().signal,
    );
    expect(folders.map(({ path }) => path.slice(folder.length))).toEqual([
      '/CV_JobResults/iDataAgent/FileSystemAgent/2/77/230801',
    ]);
    expect(notes).toEqual([]);
  });

  it('ends, and says so', async () => {
    const folder = await temporaryFolder();
    const many = Array.from({ length: 2_100 }, (_, number) => [`x${number}/file`, ''] as const);
    await plantFiles(folder, Object.fromEntries(many));
    const host = await createLocalHost();
    const { notes } = await jobResultsFolders(host, folder, ['1'], new AbortController().signal);
    expect(notes).toEqual([{ reason: 'too-many', about: folder }]);
  });

  it('finds nothing in a folder that is not there', async () => {
    const host = await createLocalHost();
    const found = await jobResultsFolders(host, '/no/such', ['1'], new AbortController().signal);
    expect(found).toEqual({ folders: [], notes: [] });
  });
});
