// The first screen, which is served ready made, while what makes the real one is held back: it is the same to look at, takes what
// is typed and pressed, and nothing of it is lost when the real one takes its place.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { type CaseWindow, type CaseWindowOptions, openCaseWindow } from './case-window.ts';
import { button, PATIENT, waitForHeading } from './fill-case.ts';
import { seriousFindings } from './serious-findings.ts';

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const isHeld = ({ page }: CaseWindow) => page.locator('#first-screen').isVisible();

/** The window as it is between its first paint and the moment at which main has answered. @returns also what lets it answer */
async function openHeld(options: CaseWindowOptions) {
  const window = await openCaseWindow(options);
  onTestFinished(window.close);
  const { app, page } = window;
  await app.evaluate(({ ipcMain }) => {
    type Handler = (...args: unknown[]) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const answer = handlers.get('app:start');
    const held = new Promise((resolve) => Object.assign(globalThis, { release: resolve }));
    handlers.set('app:start', async (...args) => {
      await held;
      return answer?.(...args);
    });
  });
  // Not everything that the security policy refuses is said in the console.
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      console.error(`refused by ${violatedDirective}: ${sample}`),
    ),
  );
  await page.reload();
  await page.waitForSelector('#first-screen h1');
  const release = () => app.evaluate(() => (globalThis as unknown as { release(): void }).release());
  return { window, page, release };
}

/** Where everything on the screen is and what it looks like; but for what is not known before main has answered. */
function looks(screen: string): string[] {
  const elements = document.querySelectorAll(`${screen} header *, ${screen} nav *, ${screen} main *`);
  return [...elements]
    .filter((element) => !element.matches('style, .mantine-SegmentedControl-indicator, input[type=hidden]'))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, fontSize, fontWeight, lineHeight, borderColor } = getComputedStyle(element);
      const place = [x, y, width, height].map((one) => one.toFixed(1)).join(' ');
      return [element.tagName, place, color, fontSize, fontWeight, lineHeight, borderColor].join(', ');
    });
}

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';

  it.each(['light', 'dark'] as const)('looks the same as the real one, %s', async (colorScheme) => {
    const { window, page, release } = await openHeld({ locale });
    // As main sees the system, and as the page does.
    await page.goto(page.url().replace('light', colorScheme));
    await page.emulateMedia({ colorScheme });
    await page.waitForSelector('#first-screen h1');
    const first = await page.evaluate(looks, '#first-screen');
    const focus = () => page.evaluate(() => document.activeElement?.tagName);
    expect(await focus()).toBe('H1');
    expect(await seriousFindings(window.app)).toEqual([]);
    await release();
    await page.waitForSelector('#root h1');
    await expect.poll(() => page.evaluate(looks, '#root'), PATIENT).toEqual(first);
    expect(first.length).toBeGreaterThan(100);
    expect(await focus()).toBe('H1');
    expect(window.complaints).toEqual([]);
  });

  it('keeps what is typed, the caret in it and what is pressed, as a draft that outlives the program', async () => {
    const home = await temporaryFolder();
    const { window, page, release } = await openHeld({ locale, home });
    const words = texts(language).window;
    await field(page, 'description').fill('22:30\n失败');
    await page.getByText(texts(language).terms.severityMeaning[2]).first().click();
    await field(page, 'title').click();
    await page.keyboard.type('备份 failed');
    await page.keyboard.press('ArrowLeft');
    await release();
    await page.waitForSelector('#root h1');
    await page.keyboard.type('X');
    expect(await field(page, 'title').inputValue()).toBe('备份 faileXd');
    expect(await field(page, 'description').inputValue()).toBe('22:30\n失败');
    await page.waitForTimeout(1_500);
    expect(window.complaints).toEqual([]);
    window.app.process().kill('SIGKILL');
    await window.close();
    const [name = ''] = await readdir(join(home, 'data/drafts'));
    const { form } = JSON.parse(await readFile(join(home, 'data/drafts', name), 'utf8'));
    expect(form).toMatchObject({ title: '备份 faileXd', description: '22:30\n失败', severity: 2 });
    const again = await openCaseWindow({ locale, home });
    onTestFinished(again.close);
    await button(again.page, texts(language).cases.resumeNamed('备份 faileXd')).click();
    await waitForHeading(again.page, words.steps.problem.title);
    expect(again.complaints).toEqual([]);
  });
});

it('is not taken away while an input method composes, nor while the pointer is down', async () => {
  const { window, page, release } = await openHeld({ locale: 'zh_CN' });
  const tools = await page.context().newCDPSession(page);
  await field(page, 'title').click();
  await tools.send('Input.imeSetComposition', { text: "bei'fen", selectionStart: 7, selectionEnd: 7 });
  await release();
  await page.waitForTimeout(1_500);
  expect(await isHeld(window)).toBe(true);
  const { x, y } = (await field(page, 'title').boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 5, y + 5);
  await tools.send('Input.insertText', { text: '备份' });
  await page.waitForSelector('#root h1', PATIENT);
  expect(await field(page, 'title').inputValue()).toBe('备份');
  await page.keyboard.type('失败');
  expect(await field(page, 'title').inputValue()).toBe('备份失败');
  expect(window.complaints).toEqual([]);
});

it('presses a button that was pressed too early', async () => {
  const { window, page, release } = await openHeld({ locale: 'en_US' });
  await button(page, texts('en').cases.open).click();
  await page.getByText('English').click();
  await page.getByText('中文').click();
  await page.mouse.move(600, 500);
  await page.mouse.down();
  await release();
  await page.waitForTimeout(1_500);
  expect(await isHeld(window)).toBe(true);
  await page.mouse.up();
  await waitForHeading(page, texts('zh').cases.title);
  expect(window.complaints).toEqual([]);
});

it('keeps what is typed though the window is closed at once', async () => {
  const home = await temporaryFolder();
  const { window, page, release } = await openHeld({ locale: 'en_US', home });
  await field(page, 'title').fill('closed at once');
  const closed = window.close();
  await page.waitForTimeout(500);
  expect(await isHeld(window)).toBe(true);
  await release();
  await closed;
  const [name = ''] = await readdir(join(home, 'data/drafts'));
  expect(await readFile(join(home, 'data/drafts', name), 'utf8')).toContain('closed at once');
});

it('is in the language that was chosen; what depends on the customer comes with the real one', async () => {
  const home = await temporaryFolder();
  const { terms, completeness, window: words } = texts('zh');
  const settings = { language: 'zh', ccid: 'F96C9', company: '某某银行' };
  await plantFiles(home, { 'profile/settings.json': JSON.stringify(settings) });
  const { window, page, release } = await openHeld({ locale: 'en_US', home });
  await waitForHeading(page, words.steps.problem.title);
  const missing = page.getByRole('list', { name: completeness.missing });
  expect(await missing.isVisible()).toBe(false);
  await release();
  await missing.waitFor(PATIENT);
  expect(await missing.getByText(terms.checklistItem.ccid).count()).toBe(0);
  expect(window.complaints).toEqual([]);
});
