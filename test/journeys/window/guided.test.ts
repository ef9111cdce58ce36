// A user who is led: from questions to a severity and its clock, from what is missing to its place, from the chart of errors to
// the logs that matter; then the same case once more, with what support asked for, and the case sheet as it is read and printed.
import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { openCaseWindow } from './case-window.ts';
import {
  answerSeverity,
  button,
  fillContact,
  fillProblem,
  fillSoftware,
  PATIENT,
  waitForHeading,
} from './fill-case.ts';
import { readPacket } from './read-packet.ts';

const line = (time: string, text: string) => `12345 3039  11/22 ${time} 1024 ${text}\n`;
/** Near the times in the logs, else these would be doubted. */
const modifiedAt = new Date('2026-11-22T23:00:00');
const LOG = 'collected/commvault/logs/Instance001/CVD.log';
const { window: words, severity, completeness, terms, logs, cases, work } = texts('en');

it('leads to severity, complete information, the right logs, and a second packet of the same case', async () => {
  const window = await openCaseWindow({ locale: 'en_US', colorScheme: 'dark' });
  onTestFinished(window.close);
  const { app, page, home, output, complaints } = window;
  await plantFiles(join(home, 'logs'), {
    'CVD.log': { bytes: line('22:30:00', 'CVD: Cannot connect, error=0x80072746').repeat(5), modifiedAt },
    'clBackup.log': { bytes: line('22:59:00', 'backup Failed'), modifiedAt },
  });

  // The system's language and darkness.
  await waitForHeading(page, words.steps.problem.title);
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(dark).toBe('rgb(26, 27, 30)');

  // Four answers, a level, the reason, the clock, and the hotline first.
  await answerSeverity(page, 'en');
  const critical = words.problem.level(1, terms.severityName[1]);
  await page.getByText(severity.advised(critical)).waitFor();
  await page.getByText(severity.guideExamples(terms.severityExamples[1])).waitFor();
  expect(await page.getByRole('radio', { name: critical }).isChecked()).toBe(true);
  await page.getByText(/Severity 1: call the hotline 400-818-5908 first/).waitFor();
  const clock = page.locator('[data-clock]');
  await expect
    .poll(() => clock.textContent(), PATIENT)
    .toMatch(/expected by .*Standard support.*09:00–18:00/);
  const dueAtOnce = Date.parse((await clock.getAttribute('data-clock')) ?? '');
  // Another level than advised: what follows from it.
  await page.getByRole('radio', { name: words.problem.level(2, terms.severityName[2]) }).check();
  await page.getByText(severity.lowered(critical, severity.hours(1), severity.hours(2))).waitFor();
  await expect
    .poll(async () => Date.parse((await clock.getAttribute('data-clock')) ?? ''), PATIENT)
    .toBeGreaterThan(dueAtOnce);

  // From what is missing to its place, with one click.
  const item = terms.checklistItem['contact-phone'];
  await button(page, completeness.goTo(item)).click(PATIENT);
  await waitForHeading(page, words.steps.contact.title);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-field')), PATIENT)
    .toBe('contactPhone');
  await button(page, words.frame.back).click();
  await fillProblem(page, 'en');
  await waitForHeading(page, words.steps.contact.title);
  await fillContact(page, 'en');
  await waitForHeading(page, words.steps.contents.title);
  await button(page, words.frame.back).click();
  await button(page, cases.customer.add).click();
  await button(page, cases.customer.save).click();
  await button(page, words.frame.next).click();

  // The chart of errors: a click reads them, a drag chooses their time.
  await window.answerDialog(join(home, 'logs'));
  await fillSoftware(page, 'en');
  const chart = page.getByRole('slider', { name: logs.chart });
  await chart.waitFor(PATIENT);
  await chart.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await chart.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle = y + height / 2;
  await page.mouse.click(x + 2, middle);
  await page.getByText('error=0x80072746').first().waitFor(PATIENT);
  await page.getByText(logs.place('CVD.log', 1)).waitFor();
  await button(page, logs.close).click();
  await page.mouse.move(x + 2, middle);
  await page.mouse.down();
  await page.mouse.move(x + width / 3, middle, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.getByLabel(logs.from).inputValue(), PATIENT).toBe('2026-11-22T22:30');
  expect(await page.getByLabel(logs.to, { exact: true }).inputValue()).toMatch(
    /^2026-11-22T22:(3\d|4[0-2])$/,
  );
  await button(page, words.contents.collect).click(PATIENT);

  await waitForHeading(page, words.steps.review.title, 60_000);
  await window.answerDialog(output);
  await button(page, words.review.change).click();
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title, 60_000);
  const [first = ''] = (await readdir(output)).filter((name) => name.endsWith('.zip'));
  const packet = await readPacket(join(output, first), LOG);
  expect(packet.last).toContain('error=0x80072746');
  expect(packet.names.filter((name) => name.includes('clBackup'))).toEqual([]);
  const { reasons } = packet.case.severity as { reasons: string[] };
  expect(reasons).toEqual(expect.arrayContaining(['broken-commserve', 'business-affected', 'user-decided']));

  // Support asks for more: the same case, with its own number.
  await button(page, cases.open).click();
  await button(page, cases.followUp).click();
  await waitForHeading(page, words.steps.problem.title);
  await page.getByRole('textbox', { name: cases.ticket }).fill('CN-2026-00123');
  await fillProblem(page, 'en');
  await waitForHeading(page, words.steps.contact.title);
  const company = page.getByRole('textbox', { name: words.contact.company, exact: true });
  expect(await company.inputValue()).toBe('某某银行股份有限公司');
  // Another customer of a partner, and back.
  const customer = page.getByRole('combobox', { name: cases.customer.label });
  await customer.click();
  await page.getByRole('option', { name: cases.customer.none }).click();
  await company.fill('另一家公司');
  await customer.click();
  await page.getByRole('option', { name: '某某银行股份有限公司' }).click();
  await expect.poll(() => company.inputValue(), PATIENT).toBe('某某银行股份有限公司');
  await button(page, words.frame.next).click();
  await waitForHeading(page, words.steps.contents.title);
  await window.answerDialog(join(home, 'logs'));
  await fillSoftware(page, 'en');
  const told = await watchNotifications(app);
  await button(page, words.contents.collect).click(PATIENT);
  await waitForHeading(page, words.steps.review.title, 60_000);
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title, 60_000);
  expect(await told()).toEqual([work.notice.collected, work.notice.saved]);
  const second = (await readdir(output)).find((name) => name.endsWith('.zip') && name !== first) ?? '';
  const followUp = await readPacket(join(output, second), LOG);
  expect(followUp.case).toMatchObject({
    caseReference: packet.case.caseReference,
    company: { name: '某某银行股份有限公司' },
    event: { ticket: 'CN-2026-00123' },
  });

  // The case sheet: either language by a click, and on paper no more than two pages without the lists of files.
  const opened = join(home, 'opened');
  await mkdir(opened);
  await promisify(execFile)('unzip', ['-q', join(output, first), 'case.html', '-d', opened]);
  const sheet = await readSheet(app, join(opened, 'case.html'));
  expect(sheet.languages).toEqual(['zh', 'en']);
  expect(sheet.pages).toBeLessThanOrEqual(2);
  expect(complaints).toEqual([]);
});

/** Opens a case sheet as its reader does, in a window without scripts. */
function readSheet(app: ElectronApplication, file: string) {
  return app.evaluate(async ({ BrowserWindow }, path) => {
    // A session of its own: that of the program lets no page be opened.
    const webPreferences = { partition: 'reader', javascript: true };
    const reader = new BrowserWindow({ show: false, width: 1100, height: 900, webPreferences });
    await reader.loadFile(path);
    const shown = (language: string): Promise<string> =>
      reader.webContents.executeJavaScript(`
        document.querySelector('label[for=${language}]').click();
        ['zh', 'en'].filter((one) => document.querySelector('main .' + one).offsetParent !== null).join()`);
    const languages = [await shown('zh'), await shown('en')];
    const pdf = (await reader.webContents.printToPDF({ preferCSSPageSize: true })).toString('latin1');
    reader.destroy();
    return { languages, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
  }, file);
}

/**
 * As if the user was in another program, on a system that shows notifications; there is none on this X server.
 * @returns asks for the titles of those that were shown
 */
async function watchNotifications(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const titles: string[] = [];
    Object.assign(globalThis, { titles });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      titles.push(this.title);
    };
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false;
  });
  return () => app.evaluate(() => (globalThis as unknown as { titles: string[] }).titles);
}
