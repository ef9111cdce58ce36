// 20,000 files: the list stays quick, and memory does not follow it.
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, PATIENT, waitForHeading } from './fill-case.ts';
import { forgetInteractions, isBusy, slowestInteraction, watchInteractions } from './interactions.ts';
import { seriousFindings } from './serious-findings.ts';

const COUNT = 20_000;
/** Interaction to next paint, on a machine that does nothing else; elsewhere four times as much. */
const NEXT_PAINT_LIMIT_MS = 100 * (isBusy() ? 4 : 1);
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

  await watchInteractions(page);
  const timed = async (what: string, act: () => Promise<unknown>) => {
    await forgetInteractions(page);
    await act();
    const paintMs = await slowestInteraction(page);
    process.stdout.write(`${what} with ${COUNT} files: next paint after ${paintMs} ms\n`);
    slow.push(...(paintMs < NEXT_PAINT_LIMIT_MS ? [] : [`${what}: ${paintMs} ms`]));
  };
  const slow: string[] = [];
  const list = page.getByRole('list', { name: en.review.listLabel });
  expect(await list.getByRole('listitem').count()).toBeLessThan(80);
  const search = page.getByRole('textbox', { name: en.review.search });
  await timed('search', async () => {
    await search.focus();
    await page.keyboard.type('log 19999.log');
    await expect.poll(() => list.getByRole('listitem').count(), { ...PATIENT, interval: 20 }).toBe(1);
  });
  await timed('clear the search', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(() => list.getByRole('listitem').count(), PATIENT).toBeGreaterThan(3);
  });
  await timed('scroll to the end', async () => {
    await page.keyboard.press('Tab');
    await list.evaluate((element) => element.parentElement?.focus());
    await page.keyboard.press('End');
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
  await timed('withhold one', async () => {
    await list.getByRole('checkbox').first().click();
    await page.getByText(/Kept here: 1 file/).waitFor();
  });
  expect(slow).toEqual([]);
  expect(window.complaints).toEqual([]);
});
