// The application's menu: a new case, the list of cases, and sizes from 100 to 200 percent that are remembered.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, PATIENT, waitForHeading } from './fill-case.ts';

const { cases, menu, window: words } = texts('zh');

/** As if the entry was chosen, or its shortcut pressed. */
async function choose({ app }: CaseWindow, ...labels: string[]): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, path) => {
    const [top, entry] = path;
    const submenu = Menu.getApplicationMenu()?.items.find(({ label }) => label === top)?.submenu;
    const found = submenu?.items.find(({ label }) => label === entry);
    if (found === undefined) throw new Error(`no entry ${path.join(' > ')}`);
    found.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, labels);
}

it('begins a new case, and the one before is in the list', async () => {
  const window = await openCaseWindow({ locale: 'zh_CN' });
  onTestFinished(window.close);
  const { page } = window;
  const title = page.getByRole('textbox', { name: words.problem.title, exact: true });
  await title.fill('备份失败');
  await choose(window, menu.file, menu.newCase);
  await expect.poll(() => title.inputValue(), PATIENT).toBe('');
  await choose(window, menu.file, menu.allCases);
  await waitForHeading(page, cases.title);
  await button(page, cases.resumeNamed('备份失败')).waitFor(PATIENT);
});

it('shows everything up to twice as large, nothing cut off at the side, and remembers it', async () => {
  const window = await openCaseWindow({ locale: 'zh_CN', width: 900, height: 640 });
  onTestFinished(window.close);
  const { page, home } = window;
  await waitForHeading(page, words.steps.problem.title);
  for (let step = 0; step < 12; step += 1) await choose(window, menu.view, menu.zoomIn);
  await expect.poll(() => page.evaluate(() => innerWidth), PATIENT).toBeLessThan(460);
  const overflow = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
  expect(await overflow()).toEqual([]);
  await expect
    .poll(async () => JSON.parse(await readFile(join(home, 'profile/settings.json'), 'utf8')), PATIENT)
    .toMatchObject({ zoomFactor: 2 });
  await choose(window, menu.view, menu.actualSize);
  await expect.poll(() => page.evaluate(() => innerWidth), PATIENT).toBe(900);
});
