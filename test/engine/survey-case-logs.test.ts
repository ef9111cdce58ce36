// Tests of electron/engine/survey-case-logs.ts on planted logs. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { createLocalHost } from '#engine/host/local-host.ts';
import { readTroubleLines, surveyCaseLogs } from '#engine/survey-case-logs.ts';
import { incidentFiles, shanghai } from '#test/fixtures/incident-logs.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

/** The logs of the first instance, in one folder. */
async function plantedCase() {
  const folder = await temporaryFolder();
  const own = Object.entries(incidentFiles).filter(([name]) => name.startsWith('Instance001/'));
  await plantFiles(folder, Object.fromEntries(own));
  const host = { ...(await createLocalHost()), timeZone: 'Asia/Shanghai' };
  const request = sampleRequest({
    logDirs: [`${folder}/Instance001`],
    window: { from: '2026-11-21T00:00:00Z' },
  });
  return { context: sampleContext(host), request };
}

describe('surveyCaseLogs', () => {
  it('counts trouble by minute in every log that can be read, whatever time range is asked for', async () => {
    const { context, request } = await plantedCase();
    const survey = await surveyCaseLogs(request, context);
    expect(survey).toMatchObject({ ok: true });
    if (!survey.ok || survey.value.series === undefined) throw new Error('no series');
    const { series, logs, looked } = survey.value;
    expect(looked).toBe(logs);
    expect(series.from).toBe('2026-11-20T09:03:00+08:00');
    const totals = Object.fromEntries(series.rows.map(({ component, total }) => [component, total]));
    // CVD: a failed line in the rolled log, an error value and, with the lines that continue it, an error code.
    expect(totals).toEqual({ CVD: 3, JobManager: 2, clBackup: 1 });
  });

  it('says that there is nothing where there is nothing', async () => {
    const folder = await temporaryFolder();
    await plantFiles(folder, { 'CVD.log': '1 2 11/20 09:00:00 ### all is well, error=0x0\n' });
    const { context } = await plantedCase();
    const survey = await surveyCaseLogs(sampleRequest({ logDirs: [folder] }), context);
    expect(survey).toEqual({ ok: true, value: { logs: 1, looked: 1 } });
  });

  it('is cancelled at once', async () => {
    const { context, request } = await plantedCase();
    const answer = await surveyCaseLogs(request, { ...context, signal: AbortSignal.abort() });
    expect(answer).toEqual({ ok: false, problems: [{ code: 'cancelled' }] });
  });
});

describe('readTroubleLines', () => {
  it('gives the lines of that time which tell of trouble, with their places, in the order of time', async () => {
    const { context, request } = await plantedCase();
    const window = { from: shanghai('09:29:00').getTime(), to: shanghai('09:29:59').getTime() };
    const answer = await readTroubleLines(request, window, context);
    if (!answer.ok) throw new Error('failed');
    expect(answer.value.cut).toBe(false);
    expect(answer.value.lines.map(({ component, line }) => `${component} ${line}`)).toEqual([
      'clBackup 1',
      'CVD 3',
      'JobManager 1',
    ]);
    expect(answer.value.lines[1]?.message).toContain('error=0xeccc0010');
  });
});
