// A whole case without a mouse: every step is reached, filled and left with Tab, arrows, Space and Enter.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { openCaseWindow } from './case-window.ts';
import { waitForHeading } from './fill-case.ts';

const { severity, window: words } = texts('zh');
/** More stops than any screen has. */
const MOST_STOPS = 120;

/** What has the focus, by the words that a screen reader says first. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const group = element?.closest('[role="radiogroup"]')?.getAttribute('aria-labelledby');
    const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent;
    const own = label ?? element?.textContent ?? '';
    const name = group ? document.getElementById(group)?.textContent : own;
    return (name ?? '').replace(/\s*\*$/, '').trim();
  });
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.insertText(text);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

it('goes from problem to saved packet by keyboard alone', { timeout: 400_000 }, async () => {
  const window = await openCaseWindow({ locale: 'zh_CN' });
  onTestFinished(window.close);
  const { page, home, output } = window;
  const logs = join(home, 'Log_Files');
  await plantFiles(logs, { 'CVD.log': '12345 3039  11/22 22:30:00 1024 CVD: Failed\n' });

  await waitForHeading(page, words.steps.problem.title);
  await tabTo(page, words.problem.area);
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  for (const question of ['broken', 'business', 'workaround', 'recovery'] as const) {
    await tabTo(page, severity.questions[question]);
    await page.keyboard.press('Space');
  }
  await typeInto(page, words.problem.title, '备份失败');
  await typeInto(page, words.problem.description, '昨晚起失败');
  await press(page, words.frame.next);

  await waitForHeading(page, words.steps.contact.title);
  await typeInto(page, words.contact.ccid, 'F96C9');
  await typeInto(page, words.contact.company, '某某银行');
  await typeInto(page, words.contact.name, '王伟');
  await typeInto(page, words.contact.email, 'wang.wei@bank.example');
  await typeInto(page, words.contact.phone, '010-59051155');
  await press(page, words.frame.next);

  await waitForHeading(page, words.steps.contents.title);
  await typeInto(page, words.contents.version, '11.26');
  await typeInto(page, words.contents.patchLevel, '11.26.35');
  await window.answerDialog(logs);
  await press(page, words.contents.chooseLogFolder);
  await page.locator('[data-files="commvault.logs"]', { hasText: '1' }).waitFor({ timeout: 60_000 });
  await press(page, words.contents.collect);

  await waitForHeading(page, words.steps.review.title, 60_000);
  await window.answerDialog(output);
  await press(page, words.review.change);
  await page.getByText(output, { exact: true }).waitFor();
  await press(page, words.review.save);
  await waitForHeading(page, words.steps.saved.title, 60_000);
  expect((await readdir(output)).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
});
