// The window of a user without administrator rights: it says before and after collecting what that means, and what to do. As
// root, the user is made by a user namespace, in which the same files belong to an ordinary account. Runs in vitest.
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { electronPath } from '#test/journeys/electron-path.ts';
import { openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, waitForHeading } from './fill-case.ts';
import { shot } from './sending-steps.ts';
import { seriousFindings } from './serious-findings.ts';

async function asOrdinaryUser(): Promise<{ readonly program?: string }> {
  if (process.getuid?.() !== 0) return {};
  const program = join(await temporaryFolder(), 'electron');
  const command = `exec unshare --user --map-user=1000 --map-group=1000 '${electronPath()}' "$@"`;
  await writeFile(program, `#!/bin/sh\n${command}\n`, { mode: 0o700 });
  return { program };
}

it.runIf(process.platform === 'linux').each([
  ['zh', 'zh_CN'],
  ['en', 'en_US'],
] as const)('says what needs rights, and how to collect it too (%s)', async (language, locale) => {
  const window = await openCaseWindow({ locale, height: 900, ...(await asOrdinaryUser()) });
  onTestFinished(window.close);
  const { page, app, home, complaints } = window;
  const { window: words, terms } = texts(language);
  const logs = join(home, 'logs');
  await plantFiles(logs, { 'CVD.log': 'one line\n', 'Closed.log': 'another line\n' });
  await chmod(join(logs, 'Closed.log'), 0);

  await fillProblem(page, language);
  await fillContact(page, language);
  await waitForHeading(page, words.steps.contents.title);
  await window.answerDialog(logs);
  await fillSoftware(page, language);
  await page.getByText(words.contents.notElevated, { exact: true }).scrollIntoViewIfNeeded();
  expect(await page.getByText(terms.needsAdmin['for-some']).count()).toBeGreaterThan(3);
  await shot(window, `rights-contents-${language}`);

  await button(page, words.contents.collect).click();
  await waitForHeading(page, words.steps.review.title);
  await page.getByText(words.review.needsRights, { exact: true }).waitFor();
  await page
    .getByText(terms.reason['permission-denied'] ?? '')
    .first()
    .waitFor();
  await page.getByText('ERROR.txt').first().waitFor();
  await shot(window, `rights-review-${language}`);
  expect(await seriousFindings(app)).toEqual([]);
  expect(complaints).toEqual([]);
});
