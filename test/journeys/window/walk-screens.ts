// Walks through every screen of the window in one language and colour scheme, and stops at each. Runs in vitest.
import { join } from 'node:path';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, PATIENT, waitForHeading } from './fill-case.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface Look {
  readonly language: Language;
  readonly colorScheme: 'light' | 'dark';
}

/** @param visit called on each screen, which keeps still meanwhile; screens are named in the order of the walk */
export async function walkScreens(
  { language, colorScheme }: Look,
  visit: (screen: string, window: CaseWindow) => Promise<void>,
): Promise<void> {
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';
  const window = await openCaseWindow({ locale, colorScheme, screen: '2600x1500x24' });
  try {
    await walk(window, language, (screen) => visit(screen, window));
  } finally {
    await window.close();
  }
}

async function walk(
  window: CaseWindow,
  language: Language,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { page, home, output } = window;
  const words = texts(language).window;
  const logs = join(home, '日志 Log_Files');
  await plantFiles(logs, {
    'CVD.log': '12345 3039  11/22 22:30:00 1024 CVD: Cannot connect, error=0x80072746\n'.repeat(20_000),
    'clBackup.log': '12345 3039  11/22 22:31:00 1024 backup Failed\n'.repeat(9_000),
    '一个名字很长的文件夹 用来看省略是否正确/CVMA_2026_11_20_10_00_00.log.gz': Buffer.from([0x1f, 0x8b]),
  });
  await plantFiles(home, { '错误 截图.png': PNG });

  await waitForHeading(page, words.steps.problem.title);
  await visit('problem-empty');
  await button(page, words.frame.next).click();
  await page.getByText(words.frame.fixFirst).waitFor(PATIENT);
  await visit('problem-trouble');
  await window.answerDialog(join(home, '错误 截图.png'));
  await button(page, words.problem.addScreenshots).click();
  await page.getByText('错误 截图.png').waitFor();
  await fillProblem(page, language);
  await waitForHeading(page, words.steps.contact.title);
  await visit('contact-empty');
  await fillContact(page, language);
  await waitForHeading(page, words.steps.contents.title);
  await visit('contents-gaps');
  await window.answerDialog(logs);
  await fillSoftware(page, language);
  await page.locator('[data-files="commvault.logs"]', { hasText: '3' }).waitFor(PATIENT);
  await visit('contents');
  await button(page, words.contents.collect).click();
  await waitForHeading(page, words.steps.review.title);
  await visit('review');
  await window.answerDialog(output);
  await button(page, words.review.change).click();
  await page.getByText(output, { exact: true }).waitFor();
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title);
  await visit('saved');
}
