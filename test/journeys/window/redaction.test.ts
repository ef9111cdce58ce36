// Redaction in the real window: chosen, reviewed before and after, extended and seen in the packet that another program
// opens; by keyboard where it is read.
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, PATIENT, waitForHeading } from './fill-case.ts';
import { seriousFindings } from './serious-findings.ts';
import { tabTo } from './tab-to.ts';

const LINE =
  '4660 1a4 11/22 22:30:00 1024 connect to 192.168.77.14 for 凤凰计划 password=Tr0ub4dor by zebrahouse\n';
/** What must be in no byte of the packet. */
const CANARIES = ['192.168.77.14', '凤凰计划', 'Tr0ub4dor', 'zebrahouse'];
const LOG = 'collected/commvault/logs/Instance001/CVD.log';
const BLOB = 'collected/commvault/logs/Instance001/state.bin';

const SEARCH = `
import sys, zipfile
packet = zipfile.ZipFile(sys.argv[1])
found = [f'{name}: {canary}' for name in packet.namelist() for canary in sys.argv[2:]
         if canary.encode() in packet.read(name) or canary in name]
print('\\n'.join([*packet.namelist(), '--', *found]))
`;

it.each([
  ['zh', 'dark'],
  ['en', 'light'],
] as const)('is chosen, seen and extended (%s, %s)', async (language, colorScheme) => {
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';
  const window = await openCaseWindow({ locale, colorScheme, width: 900, height: 640 });
  const { app, page, home, output, complaints } = window;
  onTestFinished(window.close);
  const { redacting, window: words } = texts(language);
  const { viewer, row, filter } = redacting;
  await plantFiles(join(home, 'logs'), {
    'CVD.log': LINE.repeat(3000),
    'state.bin': Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 251)),
  });
  await window.answerDialog(join(home, 'logs'));
  await fillProblem(page, language);
  await fillContact(page, language);
  await fillSoftware(page, language);
  const keywords = page.getByRole('textbox', { name: redacting.choice.keywords });
  await keywords.fill('x');
  await page.getByText(redacting.choice.fixKeywords).waitFor();
  expect(await seriousFindings(app)).toEqual([]);
  await keywords.fill('凤凰计划');
  await button(page, words.contents.collect).click({ timeout: 60_000 });
  await waitForHeading(page, words.steps.review.title, 60_000);
  expect(await seriousFindings(app)).toEqual([]);

  // One file, before and after.
  await tabTo(page, row.viewLabel(LOG));
  await page.keyboard.press('Enter');
  const text = page.getByRole('region', { name: viewer.text });
  await text.waitFor();
  await expect(text.innerText()).resolves.not.toMatch(/192\.168\.77\.14|凤凰计划|Tr0ub4dor/);
  await tabTo(page, viewer.next);
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/192\.168\.77\.14$/)
    .waitFor();
  await page.getByRole('checkbox', { name: viewer.original }).press(' ');
  await page.getByRole('textbox', { name: viewer.search }).fill('凤凰计划');
  await expect.poll(() => text.locator('mark[data-found]').count(), PATIENT).toBeGreaterThan(100);
  await expect(text.innerText()).resolves.not.toContain('Tr0ub4dor');
  expect(await seriousFindings(app)).toEqual([]);
  await button(page, viewer.nextPage).click();
  await page.getByText(new RegExp(`^${viewer.page('2', '\\d+')}$`)).waitFor();
  await page.keyboard.press('Escape');

  // A word more.
  await button(page, redacting.summary.addKeyword).click();
  await page.getByRole('dialog').getByRole('textbox').fill('zebrahouse');
  expect(await seriousFindings(app)).toEqual([]);
  await button(page, redacting.keywordDialog.redact).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  // What is not text stays here until the user says otherwise.
  await page.getByText(filter.withheld('1'), { exact: true }).click();
  await button(page, row.releaseLabel(BLOB)).click();
  expect(await seriousFindings(app)).toEqual([]);
  await button(page, redacting.release.confirm).click();
  await page.getByText(row.noneWithheld).waitFor();

  await window.answerDialog(output);
  await button(page, words.review.change).click();
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title, 60_000);
  const packet = (await readdir(output)).find((name) => name.endsWith('.zip')) ?? '';
  const { stdout } = await promisify(execFile)('python3', ['-c', SEARCH, join(output, packet), ...CANARIES]);
  const [names = '', found = ''] = stdout.split('--\n');
  expect(names.split('\n')).toEqual(expect.arrayContaining([LOG, BLOB]));
  expect(found.trim()).toBe('');
  expect(complaints).toEqual([]);
});
