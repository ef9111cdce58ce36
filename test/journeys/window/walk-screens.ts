// Walks through every screen of the window in one language and colour scheme, and stops at each. Runs in vitest.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import { plainPng } from '#test/fixtures/plain-png.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import {
  answerSeverity,
  button,
  fillContact,
  fillProblem,
  fillSoftware,
  PATIENT,
  TITLE,
  waitForHeading,
} from './fill-case.ts';
import { walkReview } from './walk-review.ts';
import { walkSending } from './walk-sending.ts';

const LONG_TEXT =
  'Enterprise_Backup_Policy_With_A_Very_Long_Name_Without_Any_Blank_'.repeat(4) +
  '失败，请尽快协助处理。'.repeat(12);

export interface Look {
  readonly language: Language;
  readonly colorScheme: 'light' | 'dark';
}

/**
 * @param visit called on each screen, which keeps still meanwhile; `part` is what it is about and has to be scrolled to
 * when the window changes its size
 */
export async function walkScreens(
  { language, colorScheme }: Look,
  visit: (screen: string, window: CaseWindow, part?: Locator) => Promise<void>,
): Promise<void> {
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';
  const window = await openCaseWindow({ locale, colorScheme, screen: '2600x1500x24' });
  try {
    await walk(window, language, (screen, part) => visit(screen, window, part));
  } finally {
    await window.close();
  }
}

async function walk(
  window: CaseWindow,
  language: Language,
  visit: (screen: string, part?: Locator) => Promise<void>,
): Promise<void> {
  const { page, home, output } = window;
  const { window: words, upload } = texts(language);
  const logs = join(home, '日志 Log_Files');
  await plantFiles(logs, {
    'CVD.log': `12345 3039  11/22 22:30:00 1024 CVD: Cannot connect to 192.168.77.14 password=Tr0ub4dor\n${'12345 3039  11/22 22:30:00 1024 CVD: Cannot connect, error=0x80072746\n'.repeat(20_000)}`,
    'clBackup.log': '12345 3039  11/22 22:31:00 1024 backup Failed\n'.repeat(9_000),
    '一个名字很长的文件夹 用来看省略是否正确/CVMA_2026_11_20_10_00_00.log.gz': Buffer.from([0x1f, 0x8b]),
  });
  await plantFiles(home, { '错误 截图.png': plainPng({ width: 640, height: 360 }, [70, 90, 160], '') });

  await waitForHeading(page, words.steps.problem.title);
  await visit('problem-empty');
  await button(page, words.frame.next).click();
  await page.getByText(words.frame.fixFirst).waitFor(PATIENT);
  await visit('problem-trouble');
  await window.answerDialog(join(home, '错误 截图.png'));
  await button(page, texts(language).screenshots.add).click();
  await page.getByText('错误 截图.png').waitFor();
  await walkPicture(page, language, visit);
  await walkHeader(page, language, visit);
  await answerSeverity(page, language);
  await page
    .getByRole('textbox', { name: words.problem.description, exact: true })
    .fill('昨晚 22:30 起 ORCL 备份失败，error=0x80072746。\n另外，磁带库驱动器 2 也报错，无法装载磁带。');
  await page.getByText(texts(language).severity.second.title).waitFor(PATIENT);
  await visit('problem-severity', page.getByText(texts(language).severity.guideHint));
  await visit('problem-two', page.getByText(texts(language).severity.second.title));
  await button(page, texts(language).severity.second.split).click();
  await button(page, texts(language).completeness.details).click();
  await page.getByText(texts(language).completeness.detailsIntro).waitFor();
  await page.waitForTimeout(400);
  await visit('completeness');
  await button(page, texts(language).completeness.close).click();
  await page.getByRole('textbox', { name: words.problem.title, exact: true }).fill(LONG_TEXT.slice(0, 200));
  await page.getByRole('textbox', { name: words.problem.description, exact: true }).fill(LONG_TEXT);
  await visit('problem-long');
  await fillProblem(page, language);
  await waitForHeading(page, words.steps.contact.title);
  await visit('contact-empty');
  await fillContact(page, language);
  await waitForHeading(page, words.steps.contents.title);
  await visit('contents-gaps');
  await button(page, texts(language).cases.open).click();
  await waitForHeading(page, texts(language).cases.title);
  await visit('cases');
  await button(page, texts(language).cases.resumeNamed(TITLE)).click();
  await waitForHeading(page, words.steps.contents.title);
  await window.answerDialog(logs);
  await fillSoftware(page, language);
  await page.locator('[data-files="commvault.logs"]', { hasText: '3' }).waitFor(PATIENT);
  await visit('contents');
  const { logs: logWords } = texts(language);
  const chart = page.getByRole('slider', { name: logWords.chart });
  await chart.waitFor(PATIENT);
  await chart.focus();
  await chart.press('Home');
  await chart.press('Enter');
  await page.getByText('error=0x80072746').first().waitFor(PATIENT);
  await visit('contents-errors', page.getByText('error=0x80072746').first());
  await button(page, logWords.expand('commvault')).click();
  await button(page, logWords.expand('logs')).click();
  await button(page, logWords.expand('Instance001')).click();
  await visit('contents-files', page.getByRole('checkbox', { name: logWords.take('CVD.log') }));
  await button(page, words.contents.collect).click();
  await waitForHeading(page, words.steps.review.title);
  await walkReview(window, language, visit);
  await window.answerDialog(output);
  await button(page, words.review.change).click();
  await page.getByText(output, { exact: true }).waitFor();
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title);
  await visit('saved');
  await walkSending(window, language, visit);
  await button(page, texts(language).cases.open).click();
  await button(page, texts(language).cases.check).first().click();
  await page.getByText(texts(language).cases.packetState.unchanged).waitFor(PATIENT);
  await visit('cases-saved');
  await page.getByRole('button', { name: new RegExp(`^${upload.receipts.sendNamed('')}`) }).click();
  await waitForHeading(page, upload.screen.title);
  await visit('send-again');
}

async function walkPicture(page: Page, language: Language, visit: (screen: string) => Promise<void>) {
  const { screenshots } = texts(language);
  await button(page, screenshots.editLabel('错误 截图.png')).click();
  await button(page, screenshots.editor.addBox).click();
  await button(page, screenshots.editor.addCrop).click();
  await visit('picture-editor');
  await button(page, screenshots.editor.cancel).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function walkHeader(page: Page, language: Language, visit: (screen: string) => Promise<void>) {
  const { about, sending } = texts(language);
  for (const [screen, name] of [
    ['about', about.open],
    ['requests', sending.requests.open],
  ] as const) {
    await button(page, name).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(300);
    await visit(screen);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
