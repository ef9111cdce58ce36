// Ways out in the middle of the work: none of them leaves anything behind.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { defaultTemporaryFolder } from '#engine/packet/private-folder.ts';
import { texts } from '#shared/i18n/texts.ts';
import { noiseText } from '#test/fixtures/noise-text.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, PATIENT, waitForHeading } from './fill-case.ts';

const zh = texts('zh').window;

/** The drafts that this window's engine keeps on the machine. */
async function draftsOf(engineId: number): Promise<string[]> {
  const names = await readdir(defaultTemporaryFolder());
  return names.filter((name) => name.startsWith(`casepack-${engineId}-`));
}

/** A window that is collecting 150 MB of noise, which takes some seconds, and its engine's process id. */
async function collectingWindow(): Promise<{ window: CaseWindow; engineId: number }> {
  const window = await openCaseWindow({ locale: 'zh_CN' });
  const logs = join(window.home, 'logs');
  await plantFiles(logs, { 'small.log': 'x' });
  for (const name of ['CVD', 'CVMA', 'JobManager']) {
    await writeFile(join(logs, `${name}.log`), noiseText(50 * 1024 ** 2));
  }
  await window.answerDialog(logs);
  await fillProblem(window.page, 'zh');
  await fillContact(window.page, 'zh');
  await fillSoftware(window.page, 'zh');
  const logCount = window.page.locator('[data-files="commvault.logs"]');
  await expect.poll(() => logCount.textContent(), PATIENT).toBe('4');
  await button(window.page, zh.contents.collect).click();
  await waitForHeading(window.page, zh.work.preparing);
  const engineId = await window.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'engine')?.pid,
  );
  if (engineId === undefined) throw new Error('no engine process');
  await expect.poll(() => draftsOf(engineId), PATIENT).toHaveLength(1);
  return { window, engineId };
}

it('cancels by its button, and can start again', async () => {
  const { window, engineId } = await collectingWindow();
  onTestFinished(window.close);
  await window.page
    .getByText(/MB \/ 150 MB/)
    .first()
    .waitFor();
  await button(window.page, zh.work.cancel).click();
  await waitForHeading(window.page, zh.steps.contents.title);
  await window.page.getByText(texts('zh').problems.codes.cancelled({ code: 'cancelled' })).waitFor();
  expect(await draftsOf(engineId)).toEqual([]);
  await button(window.page, zh.contents.collect).click();
  await waitForHeading(window.page, zh.steps.review.title, 120_000);
  expect(await draftsOf(engineId)).toHaveLength(1);
  await button(window.page, zh.review.back).click();
  await waitForHeading(window.page, zh.steps.contents.title);
  await expect.poll(() => draftsOf(engineId), PATIENT).toEqual([]);
  expect(window.complaints).toEqual([]);
});

it('cleans up when the window is closed', async () => {
  const { window, engineId } = await collectingWindow();
  await window.close();
  expect(await draftsOf(engineId)).toEqual([]);
});

it('says so when the engine is killed, cleans up, and goes on with a new one', async () => {
  const { window, engineId } = await collectingWindow();
  onTestFinished(window.close);
  process.kill(engineId, 'SIGKILL');
  await waitForHeading(window.page, zh.steps.contents.title);
  await window.page
    .getByText(texts('zh').problems.codes['engine-stopped']({ code: 'engine-stopped' }))
    .waitFor();
  expect(await draftsOf(engineId)).toEqual([]);
  await button(window.page, zh.contents.collect).click();
  await waitForHeading(window.page, zh.steps.review.title, 120_000);
});
