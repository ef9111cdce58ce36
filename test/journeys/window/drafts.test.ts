// What was typed survives: a window closed in the middle of a word, a program that was killed, a case split in two.
import { readdir, stat } from 'node:fs/promises';
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

it('keeps pasted and captured pictures with their captions, though the program was killed', async () => {
  const home = await temporaryFolder();
  const { screenshots } = texts('zh');
  const first = await openCaseWindow({ locale: 'zh_CN', home });
  await titleOf(first).fill('备份失败，有截图');
  await button(first.page, screenshots.capture).click();
  await first.page.getByRole('button', { name: screenshots.captureDialog.screen(1) }).click();
  const shown = ({ page }: CaseWindow) => page.locator('li img');
  await expect.poll(() => shown(first).count(), PATIENT).toBe(1);
  await first.page.getByRole('textbox', { name: screenshots.captionOf(1) }).fill('19:1131 错误窗口');
  await first.page.waitForTimeout(1_500);
  first.app.process().kill('SIGKILL');
  await first.close();
  const pictures = join(home, 'data/drafts/pictures');
  const [name = ''] = await readdir(pictures);
  expect((await stat(join(pictures, name))).mode & 0o777).toBe(0o600);

  const second = await openCaseWindow({ locale: 'zh_CN', home });
  onTestFinished(second.close);
  await button(second.page, cases.resumeNamed('备份失败，有截图')).click();
  await expect
    .poll(() => second.page.getByRole('textbox', { name: screenshots.captionOf(1) }).inputValue(), PATIENT)
    .toBe('19:1131 错误窗口');
  const width = () =>
    shown(second)
      .first()
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width, PATIENT).toBe(1700);
  expect(await second.page.getByText('screenshot.png').count()).toBeGreaterThan(0);

  await button(second.page, cases.open).click();
  await button(second.page, cases.removeNamed('备份失败，有截图')).click();
  await button(second.page, cases.removeYes).click();
  await expect.poll(() => readdir(pictures), PATIENT).toEqual([]);
  expect(second.complaints).toEqual([]);
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
