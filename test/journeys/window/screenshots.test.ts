// Screenshots in the real window: covered and cropped without a mouse, captured, pasted; what is covered is in no file.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plainPng } from '#test/fixtures/plain-png.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { openCaseWindow } from './case-window.ts';
import { button, PATIENT, waitForHeading } from './fill-case.ts';
import { seriousFindings } from './serious-findings.ts';
import { tabTo } from './tab-to.ts';

const RED = [220, 30, 30, 255];
const BLACK = [0, 0, 0, 255];

/** The size of the n-th picture as the window shows it, and the colour of some of its pixels. */
function picture(page: Page, index: number, ...points: readonly (readonly [number, number])[]) {
  return page.evaluate(
    async ([at, places]) => {
      const image = document.querySelectorAll<HTMLImageElement>('li img')[at];
      if (image === undefined) throw new Error('no such picture');
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      pen?.drawImage(image, 0, 0);
      const colours = places.map(([x, y]) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])]);
      return { width: canvas.width, height: canvas.height, colours };
    },
    [index, points] as const,
  );
}

it.each([
  ['zh', 'light'],
  ['en', 'dark'],
] as const)('covers and crops without a mouse (%s, %s)', async (language, colorScheme) => {
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';
  const window = await openCaseWindow({ locale, colorScheme, width: 900, height: 640 });
  const { app, page, home, complaints } = window;
  onTestFinished(window.close);
  const { screenshots: words, window: windowWords } = texts(language);
  const { editor } = words;
  await plantFiles(home, {
    'error.png': plainPng({ width: 400, height: 200 }, [220, 30, 30], 'taken by WANG.WEI'),
    'broken.png': 'no picture at all',
  });
  await waitForHeading(page, windowWords.steps.problem.title);

  await window.answerDialog(join(home, 'error.png'), join(home, 'broken.png'));
  await tabTo(page, words.add);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('li img').count(), PATIENT).toBe(1);
  await page.getByText(words.notShown).waitFor();
  expect(await seriousFindings(app)).toEqual([]);

  await tabTo(page, words.editLabel('error.png'));
  await page.keyboard.press('Enter');
  await tabTo(page, editor.addBox);
  await page.keyboard.press('Enter');
  // In the middle, 100 by 50 pixels; it has the focus.
  const box = page.getByRole('button', { name: editor.box(1), exact: true });
  const place = () => box.getAttribute('aria-description');
  await expect.poll(place).toBe(editor.place(150, 75, 100, 50));
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Control+ArrowUp']) {
    await page.keyboard.press(key);
  }
  await expect.poll(place).toBe(editor.place(158, 74, 100, 54));
  await page.keyboard.press('Control+z');
  await expect.poll(place).toBe(editor.place(158, 75, 100, 54));
  expect(await seriousFindings(app)).toEqual([]);
  await tabTo(page, editor.addCrop);
  await page.keyboard.press('Enter');
  await page.getByText(editor.summary(1, editor.cropped(320, 160))).waitFor();
  await tabTo(page, editor.save);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  // The crop begins at 40, 20: the box covers 118…218, 55…109.
  await expect.poll(async () => (await picture(page, 0)).width, PATIENT).toBe(320);
  const edited = await picture(page, 0, [117, 54], [118, 55], [217, 108], [218, 109]);
  expect(edited).toEqual({ width: 320, height: 160, colours: [RED, BLACK, BLACK, RED] });
  // The user's own file is as it was.
  expect((await readFile(join(home, 'error.png'))).includes('WANG.WEI')).toBe(true);

  // Order and caption.
  const captions = page.getByRole('textbox', { name: words.captionOf(1) });
  await captions.fill('19:1131');
  await tabTo(page, words.moveDown('error.png'));
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByRole('textbox', { name: words.captionOf(2) }).inputValue(), PATIENT)
    .toBe('19:1131');
  expect(complaints).toEqual([]);
});

it('captures the screen with its own window out of the picture, and takes what is pasted', async () => {
  const window = await openCaseWindow({ locale: 'zh_CN' });
  const { app, page, complaints } = window;
  onTestFinished(window.close);
  const { screenshots: words } = texts('zh');
  await waitForHeading(page, texts('zh').window.steps.problem.title);
  await button(page, words.capture).click();
  const screen = page.getByRole('button', { name: words.captureDialog.screen(1) });
  await screen.waitFor();
  expect(await seriousFindings(app)).toEqual([]);
  await screen.click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('li img').count(), PATIENT).toBe(1);
  // Nothing else is on this screen: it is black where the window was.
  const captured = await picture(page, 0, [850, 550]);
  expect(captured).toEqual({ width: 1700, height: 1100, colours: [BLACK] });

  const png = plainPng({ width: 30, height: 20 }, [220, 30, 30]).toString('base64');
  await app.evaluate(({ clipboard, nativeImage }, data) => {
    // Electron's own types name only the newest way; this one has been there in every version.
    const old = clipboard as unknown as { writeImage(image: unknown): void };
    old.writeImage(nativeImage.createFromDataURL(`data:image/png;base64,${data}`));
  }, png);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+v');
  await page.getByText(words.pasted(1)).waitFor();
  expect(await picture(page, 1, [15, 10])).toEqual({ width: 30, height: 20, colours: [RED] });

  // Dropped: one picture, and one file that only says it is.
  await page
    .locator('section section')
    .first()
    .evaluate(async (zone, data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes], '错误.png', { type: 'image/png' }));
      dropped.items.add(new File(['x'], 'fake.png', { type: 'image/png' }));
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
    }, png);
  await page.getByText('错误.png').waitFor();
  await page.getByText(words.notAPicture('fake.png')).waitFor();
  expect(await page.locator('li img').count()).toBe(3);
  expect(complaints).toEqual([]);
});
