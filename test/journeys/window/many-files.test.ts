// 20,000 files: the list stays quick, and memory does not follow it.
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, PATIENT, waitForHeading } from './fill-case.ts';
import { seriousFindings } from './serious-findings.ts';

const COUNT = 20_000;
const REACTION_LIMIT_MS = 1_500;
const en = texts('en').window;

it('reviews 20,000 files', async () => {
  const window = await openCaseWindow({ locale: 'en_US', colorScheme: 'dark' });
  const { page } = window;
  onTestFinished(window.close);
  const logs = join(window.home, 'logs');
  await plantFiles(
    logs,
    Object.fromEntries(
      Array.from({ length: COUNT }, (_, index) => [`${index % 40}/log ${index}.log`, `line ${index}\n`]),
    ),
  );
  await window.answerDialog(logs);
  await fillProblem(page, 'en');
  await fillContact(page, 'en');
  await fillSoftware(page, 'en');
  await expect
    .poll(() => page.locator('[data-files="commvault.logs"]').textContent(), PATIENT)
    .toBe('20,000');
  await button(page, en.contents.collect).click();
  await waitForHeading(page, en.steps.review.title, 120_000);
  // The dark colours too, on the screen with the most of them.
  expect(await seriousFindings(window.app)).toEqual([]);

  const timed = async (what: string, act: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await act();
    const tookMs = Math.round(performance.now() - startedAt);
    process.stdout.write(`${what} with ${COUNT} files: ${tookMs} ms\n`);
    expect(tookMs, what).toBeLessThan(REACTION_LIMIT_MS);
  };
  const list = page.getByRole('list', { name: en.review.listLabel });
  expect(await list.getByRole('listitem').count()).toBeLessThan(80);
  await timed('search', async () => {
    await page.getByRole('textbox', { name: en.review.search }).fill('log 19999.log');
    await expect.poll(() => list.getByRole('listitem').count(), { ...PATIENT, interval: 20 }).toBe(1);
  });
  await page.getByRole('textbox', { name: en.review.search }).fill('');
  await timed('scroll to the end', async () => {
    await list.evaluate((element) => element.parentElement?.scrollTo(0, 1e9));
    await expect
      .poll(() => list.getByText(/log \d+\.log/).count(), { ...PATIENT, interval: 20 })
      .toBeGreaterThan(3);
  });
  await timed('withhold all', async () => {
    await button(page, en.review.withholdAll).click();
    await page.getByText(/Kept here: 20,0\d\d files/).waitFor();
  });
  await timed('include all', async () => {
    await button(page, en.review.includeAll).click();
    await page.getByText(/Kept here: /).waitFor({ state: 'detached' });
  });
  expect(window.complaints).toEqual([]);
});
