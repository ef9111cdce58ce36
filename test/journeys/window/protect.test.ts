// Encryption chosen in the real window without a mouse: another program opens the packet with the password and not
// without, and the password is in no file.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import type { Texts } from '#shared/i18n/texts.ts';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, waitForHeading } from './fill-case.ts';
import { seriousFindings } from './serious-findings.ts';
import { tabTo } from './tab-to.ts';

const PASSWORD = 'four unrelated 7 Words';

async function atReview(window: CaseWindow, language: 'zh' | 'en'): Promise<void> {
  const { page, home, output } = window;
  const words = texts(language).window;
  await plantFiles(join(home, 'logs'), { 'CVD.log': '1234 99 11/22 22:30:00 1024 CVD: failed\n' });
  await window.answerDialog(join(home, 'logs'));
  await fillProblem(page, language);
  await fillContact(page, language);
  await fillSoftware(page, language);
  await button(page, words.contents.collect).click({ timeout: 60_000 });
  await waitForHeading(page, words.steps.review.title, 60_000);
  await window.answerDialog(output);
  await button(page, words.review.change).click();
}

async function choosePassword(page: Page, { protect }: Texts, repeated: string): Promise<void> {
  await tabTo(page, protect.open);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: protect.ways.none.title }).focus();
  await page.keyboard.press('ArrowDown');
  await tabTo(page, `${protect.password} *`);
  await page.keyboard.type(PASSWORD);
  await tabTo(page, `${protect.repeated} *`);
  await page.keyboard.type(repeated);
  await page.keyboard.press('Enter');
}

it.each([
  ['zh', 'dark'],
  ['en', 'light'],
] as const)('encrypts with a password (%s, %s)', async (language, colorScheme) => {
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';
  const window = await openCaseWindow({ locale, colorScheme, width: 900, height: 640 });
  const { app, page, home, output, complaints } = window;
  onTestFinished(window.close);
  const all = texts(language);
  await atReview(window, language);

  await choosePassword(page, all, 'four unrelated 7 words');
  await page.getByText(all.protect.trouble['password-differs']).waitFor();
  expect(await seriousFindings(app)).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText(all.protect.now.password).waitFor();
  expect(await seriousFindings(app)).toEqual([]);

  await tabTo(page, all.window.review.save);
  await page.keyboard.press('Enter');
  await waitForHeading(page, all.window.steps.saved.title, 60_000);
  const packet = join(output, (await readdir(output)).find((name) => name.endsWith('.zip')) ?? '');
  const unpack = (password: string) =>
    promisify(execFile)('7z', ['x', `-p${password}`, `-o${join(home, 'opened')}`, '-y', packet]);
  await expect(unpack('wrong')).rejects.toThrow();
  expect((await unpack(PASSWORD)).stdout).toContain('Everything is Ok');

  // Nowhere below the user's home, settings and the program's profile included.
  const kept = await promisify(execFile)('grep', ['-rlF', PASSWORD, home]).then(
    ({ stdout }) => stdout,
    () => '',
  );
  expect(kept).toBe('');
  expect((await readFile(join(home, 'profile/settings.json'), 'utf8')).length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

it('names the line that is no key, and the key that only looks like one', async () => {
  const window = await openCaseWindow({ locale: 'zh_CN' });
  const { app, page, complaints } = window;
  onTestFinished(window.close);
  const { protect, problems, window: words } = texts('zh');
  await atReview(window, 'zh');
  await button(page, protect.open).click();
  await page.getByRole('radio', { name: protect.ways.age.title }).check();
  const keys = page.getByRole('textbox', { name: protect.recipients });
  await keys.fill('\nage1short');
  await button(page, protect.done).click();
  await page.getByText(protect.recipientShape(2)).waitFor();
  expect(await seriousFindings(app)).toEqual([]);
  const wrong = `age1${'q'.repeat(58)}`;
  await keys.fill(wrong);
  await button(page, protect.done).click();
  await page.getByText(protect.now.age(1)).waitFor();
  await button(page, words.review.save).click();
  // Still under review, so that it can be corrected.
  await page
    .getByText(problems.codes['bad-recipient']({ code: 'bad-recipient', recipient: wrong }))
    .waitFor({ timeout: 60_000 });
  await waitForHeading(page, words.steps.review.title);
  expect(await readdir(window.output)).toEqual([]);
  expect(complaints).toEqual([]);
});
