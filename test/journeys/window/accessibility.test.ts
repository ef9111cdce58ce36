// No screen has serious accessibility trouble, in either language, light or dark; and no screen complains.
import { expect, it } from 'vitest';
import { seriousFindings } from './serious-findings.ts';
import { walkScreens } from './walk-screens.ts';

const looks = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
);

it.each(looks)('axe finds nothing serious: $language, $colorScheme', { timeout: 900_000 }, async (look) => {
  const findings: string[] = [];
  let complaints: readonly string[] = [];
  await walkScreens(look, async (screen, window) => {
    complaints = window.complaints;
    findings.push(...(await seriousFindings(window.app)).map((finding) => `${screen}: ${finding}`));
  });
  expect(findings).toEqual([]);
  expect(complaints).toEqual([]);
});
