// Pictures of every screen in both languages, light and dark, small and large, and a page to look through them: run by
// `npm run gallery`, written to the folder `gallery`. Runs in vitest.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, test } from 'vitest';
import { walkScreens } from '#test/journeys/window/walk-screens.ts';
import { galleryPage } from './gallery-page.ts';

const folder = fileURLToPath(new URL('../../gallery', import.meta.url));
const SIZES = [
  { width: 900, height: 640 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
];
const pictures: { readonly screen: string; readonly look: string; readonly file: string }[] = [];

const looks = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
);

test.each(looks)('$language, $colorScheme', async (look) => {
  await mkdir(folder, { recursive: true });
  await walkScreens(look, async (screen, { app, page }, part) => {
    for (const size of SIZES) {
      await app.evaluate(
        ({ BrowserWindow }, { width, height }) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
        size,
      );
      await page.waitForFunction((width) => innerWidth === width, size.width);
      await part?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const name = `${look.language} ${look.colorScheme} ${size.width}x${size.height}`;
      const file = `${screen}-${name.replaceAll(' ', '-')}.png`;
      await page.screenshot({ path: join(folder, file) });
      pictures.push({ screen, look: name, file });
    }
  });
});

afterAll(() => writeFile(join(folder, 'index.html'), galleryPage(pictures)));
