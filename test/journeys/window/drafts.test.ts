// What was typed survives: a window closed in the middle of a word, a program that was killed, a case split in two.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, PATIENT, waitForHeading } from './fill-case.ts';

const { cases, severity, window: words } = texts('zh');
const titleOf = ({ page }: CaseWindow) =>
  page.getByRole('textbox', { name: words.problem.title, exact: true });
const descriptionOf = ({ page }: CaseWindow) =>
  page.getByRole('textbox', { name: words.problem.description, exact: true });

it('goes on after the window was closed right after a key and after the program was killed', async () => {
  const home = await temporaryFolder();
  const first = await openCaseWindow({ locale: 'zh_CN', home });
  await titleOf(first).fill('生产数据库备份失败');
  await first.close();

  const second = await openCaseWindow({ locale: 'zh_CN', home });
  await waitForHeading(second.page, cases.title);
  await button(second.page, cases.resumeNamed('生产数据库备份失败')).click();
  await expect.poll(() => titleOf(second).inputValue(), PATIENT).toBe('生产数据库备份失败');
  await descriptionOf(second).fill('昨晚 22:30 起失败');
  await second.page.waitForTimeout(1_500);
  second.app.process().kill('SIGKILL');
  await second.close();
  expect(await readdir(join(home, 'data/drafts'))).toHaveLength(1);

  const third = await openCaseWindow({ locale: 'zh_CN', home });
  onTestFinished(third.close);
  await button(third.page, cases.resumeNamed('生产数据库备份失败')).click();
  await expect.poll(() => descriptionOf(third).inputValue(), PATIENT).toBe('昨晚 22:30 起失败');

  await button(third.page, cases.open).click();
  await waitForHeading(third.page, cases.title);
  await button(third.page, cases.removeNamed('生产数据库备份失败')).click();
  await button(third.page, cases.removeYes).click();
  await third.page.getByText(cases.noDrafts).waitFor(PATIENT);
  expect(await readdir(join(home, 'data/drafts'))).toEqual([]);
  expect(third.complaints).toEqual([]);
});

it('makes two cases of a description with two problems', async () => {
  const window = await openCaseWindow({ locale: 'zh_CN' });
  onTestFinished(window.close);
  const { page } = window;
  await titleOf(window).fill('备份失败');
  await descriptionOf(window).fill('昨晚 Oracle 备份失败。\n另外，磁带库驱动器 2 也报错。');
  await button(page, severity.second.split).click();
  await expect.poll(() => descriptionOf(window).inputValue(), PATIENT).toBe('昨晚 Oracle 备份失败。');
  await button(page, cases.open).click();
  await expect
    .poll(() => page.getByRole('listitem').filter({ hasText: '另外，磁带库' }).count(), PATIENT)
    .toBe(1);
  await button(page, cases.resumeNamed('另外，磁带库驱动器 2 也报错。')).click();
  await expect.poll(() => descriptionOf(window).inputValue(), PATIENT).toBe('另外，磁带库驱动器 2 也报错。');
});
