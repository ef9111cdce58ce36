// Sending by e-mail and the other requests through the real window: drafts are written, opened, ticked off. Runs in vitest.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { readMailWithPython } from '#test/fixtures/mail-readers.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, fillSoftware, TITLE, waitForHeading } from './fill-case.ts';
import { seriousFindings } from './serious-findings.ts';

it('writes drafts of the saved packet, opens them, and counts what is still to send; requests end in a draft', async () => {
  const window = await openCaseWindow({ locale: 'zh_CN', height: 1000 });
  const { app, page, home, output, complaints } = window;
  onTestFinished(window.close);
  const { sending, window: words, requests } = texts('zh');
  const shots = process.env.CASEPACK_SHOTS;
  const shot = async (name: string) => {
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  };
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openPath = async (path) => {
      opened.push(path);
      return '';
    };
  });
  await plantFiles(join(home, 'logs'), { 'CVD.log': 'x'.repeat(100_000) });
  await fillProblem(page, 'zh');
  await fillContact(page, 'zh');
  await waitForHeading(page, words.steps.contents.title);
  await window.answerDialog(join(home, 'logs'));
  await fillSoftware(page, 'zh');
  await button(page, words.contents.collect).click();
  await waitForHeading(page, words.steps.review.title);
  await window.answerDialog(output);
  await button(page, words.review.change).click();
  await page.getByText(output, { exact: true }).waitFor();
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title);

  await expect(page.getByRole('textbox', { name: sending.phone.title }).inputValue()).resolves.toContain(
    TITLE,
  );
  await button(page, sending.phone.copy).click();
  await button(page, sending.phone.copied).waitFor();

  const recipient = page.getByRole('textbox', { name: sending.email.to });
  await expect(recipient.inputValue()).resolves.toBe('');
  await recipient.fill('nobody');
  await button(page, sending.email.save).click();
  await page.getByText(sending.email.toWrong).waitFor();
  await shot('email-ask');
  await recipient.fill('support@vendor.example');
  await button(page, sending.email.save).click();
  await page.getByText(sending.email.left(1, 1)).waitFor();
  await shot('email-written');
  const findings = await seriousFindings(app);
  const draft = (await readdir(output)).find((name) => name.endsWith('.eml')) ?? '';
  expect(draft).toMatch(/^F96C9_S2_.*_1of1\.eml$/);
  expect(await readMailWithPython(join(output, draft))).toMatchObject({ to: 'support@vendor.example' });
  await button(page, sending.email.openNext).click();
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual([join(output, draft)]);
  await page.getByRole('checkbox', { name: draft }).check();
  await page.getByText(sending.email.left(0, 1)).waitFor();

  await button(page, sending.requests.open).click();
  await page.getByRole('textbox', { name: sending.requests.ip }).fill('192.168.1.10');
  await page.getByText('C0A8010A').waitFor();
  await shot('request-licence');
  findings.push(...(await seriousFindings(app)));
  await button(page, sending.requests.save).click();
  await button(page, sending.requests.openDraft).click();
  await expect.poll(async () => (await opened()).length).toBe(2);
  const path = (await opened())[1] ?? '';
  expect((await readMailWithPython(path)).subject).toContain(requests.name['licence-key']);
  await page.getByRole('tab', { name: sending.requests.contacts }).click();
  await page.getByText('020-38102175').waitFor();
  await shot('request-contacts');
  await page.keyboard.press('Escape');
  // The drafts of the packet are still those of the list.
  await button(page, sending.email.openDraft(draft)).click();
  await expect.poll(async () => (await opened())[2]).toBe(join(output, draft));
  await page.getByText('English').click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot('email-dark-english');
  await button(page, texts('en').sending.requests.open).click();
  await page.getByText('WINNTHOSTID is derived from it').waitFor();
  await shot('request-dark-english');
  findings.push(...(await seriousFindings(app)));
  const settings = JSON.parse(await readFile(join(home, 'profile/settings.json'), 'utf8'));
  expect(settings).toMatchObject({ mailTo: 'support@vendor.example', maxMessageMb: 20 });
  expect(findings).toEqual([]);
  expect(complaints).toEqual([]);
});
