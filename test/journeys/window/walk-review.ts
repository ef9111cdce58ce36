// The dialogs and states of the review, one after the other, for pictures and accessibility. Runs in vitest.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { CaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';

const LOG = 'collected/commvault/logs/Instance001/CVD.log';

/** Begins and ends at the review. */
export async function walkReview(
  { page, home, answerDialog }: CaseWindow,
  language: Language,
  visit: (screen: string, part?: Locator) => Promise<void>,
): Promise<void> {
  const { redacting, protect, window: words } = texts(language);
  const { row, filter, viewer, summary } = redacting;
  const close = async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const filters = page.getByRole('radiogroup', { name: filter.label });
  await visit('review');
  const choose = (name: string) => page.getByText(new RegExp(`^${name}\\d`)).click();
  await choose(filter.withheld(''));
  await visit('review-withheld', filters);
  await choose(filter.all(''));
  await page.getByRole('textbox', { name: words.review.search }).fill('no such file');
  await page.getByText(words.review.noneFound).waitFor();
  await visit('review-nothing-found', filters);
  await page.getByRole('textbox', { name: words.review.search }).fill('');

  await button(page, row.viewLabel(LOG)).click();
  await page.getByRole('region', { name: viewer.text }).waitFor(PATIENT);
  await visit('review-viewer');
  await close();
  await button(page, summary.addKeyword).click();
  await page.getByRole('dialog').waitFor();
  await visit('review-keywords');
  await close();

  await button(page, protect.open).click();
  await page.getByRole('radio', { name: protect.ways.password.title }).first().check();
  await page.getByRole('textbox', { name: protect.password }).first().fill('short');
  await button(page, protect.done).click();
  await visit('review-protect');
  await page.getByRole('radio', { name: protect.ways.age.title }).check();
  await visit('review-protect-keys');
  await close();

  // A folder that is gone by the time of saving.
  const gone = join(home, '已拔出的 U 盘');
  await mkdir(gone);
  await answerDialog(gone);
  await button(page, words.review.change).click();
  await page.getByText(gone, { exact: true }).waitFor();
  await rm(gone, { recursive: true });
  await button(page, words.review.save).click();
  await page.getByText(words.frame.problemsTitle).waitFor(PATIENT);
  await visit('review-failed');
}
