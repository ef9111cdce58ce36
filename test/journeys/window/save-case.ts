// A whole case through the window up to the saved packet. Runs in vitest.
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import type { CaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, waitForHeading } from './fill-case.ts';

/**
 * @param logBytes of noise in a log, which hardly packs: about half of it is the packet's size
 * @returns the packet's path; the window is at the last step
 */
export async function saveCase(window: CaseWindow, language: Language, logBytes = 100_000): Promise<string> {
  const { page, home, output } = window;
  const words = texts(language).window;
  const noise = randomBytes(logBytes / 2)
    .toString('hex')
    .replace(/.{64}/g, '$&\n');
  await plantFiles(join(home, 'logs'), { 'CVD.log': noise });
  await fillProblem(page, language);
  await fillContact(page, language);
  await waitForHeading(page, words.steps.contents.title);
  await window.answerDialog(join(home, 'logs'));
  await fillSoftware(page, language);
  await button(page, words.contents.collect).click();
  await waitForHeading(page, words.steps.review.title);
  await window.answerDialog(output);
  await button(page, words.review.change).click();
  await page.getByText(output, { exact: true }).waitFor();
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title, 60_000);
  const name = (await readdir(output)).find((one) => one.endsWith('.zip')) ?? '';
  return join(output, name);
}
