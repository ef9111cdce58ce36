// A whole case through the real window, begun in Chinese and finished in English.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { openCaseWindow } from './case-window.ts';
import {
  button,
  DESCRIPTION,
  fillContact,
  fillProblem,
  fillSoftware,
  PATIENT,
  TITLE,
  waitForHeading,
} from './fill-case.ts';
import { readPacket } from './read-packet.ts';
import { seriousFindings } from './serious-findings.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('builds a packet that an independent reader opens', async () => {
  const window = await openCaseWindow({ locale: 'zh_CN' });
  const { app, page, home, output, complaints } = window;
  onTestFinished(window.close);
  const zh = texts('zh').window;
  const en = texts('en').window;
  const findings: string[] = [];
  const inspect = async (screen: string) => {
    findings.push(...(await seriousFindings(app)).map((finding) => `${screen}: ${finding}`));
  };
  const logs = join(home, '日志 Log_Files');
  await plantFiles(logs, {
    'CVD.log': `12345 3039  11/22 22:30:00 1024 CVD: 失败\n${'x'.repeat(3_000_000)}`,
    'clBackup.log': 'y'.repeat(1_000_000),
    '旧 日志/CVMA_2026_11_20_10_00_00.log.gz': Buffer.from([0x1f, 0x8b]),
  });
  await plantFiles(home, { '错误 截图.png': PNG });

  await waitForHeading(page, zh.steps.problem.title);
  await inspect('problem');
  await button(page, zh.frame.next).click();
  await expect.poll(() => page.getByText(zh.trouble.required).count(), PATIENT).toBe(2);
  await inspect('problem with trouble');
  await window.answerDialog(join(home, '错误 截图.png'));
  await button(page, texts('zh').screenshots.add).click();
  await page.getByText('错误 截图.png').waitFor();
  await fillProblem(page, 'zh');

  await waitForHeading(page, zh.steps.contact.title);
  await inspect('contact');
  await fillContact(page, 'zh');

  // In the middle, to the other language: nothing typed is lost.
  await waitForHeading(page, zh.steps.contents.title);
  await page.getByText('English').click();
  await waitForHeading(page, en.steps.contents.title);
  await button(page, en.frame.back).click();
  await expect(page.getByRole('textbox', { name: en.contact.company }).inputValue()).resolves.toBe(
    '某某银行股份有限公司',
  );
  await button(page, en.frame.next).click();

  await window.answerDialog(logs);
  await fillSoftware(page, 'en');
  await expect.poll(() => page.locator('[data-files="commvault.logs"]').textContent(), PATIENT).toBe('3');
  await expect
    .poll(() => page.locator('[data-bytes="commvault.logs"]').textContent(), PATIENT)
    .toBe('3.8 MB');
  await inspect('contents');
  await page.getByRole('switch', { name: en.contents.switchLabel('System logs') }).press(' ');
  await expect
    .poll(() => page.locator('[data-files="system.logs"]').textContent(), PATIENT)
    .toBe(en.contents.off);
  await button(page, en.contents.collect).click();

  await waitForHeading(page, en.steps.review.title);
  await inspect('review');
  await page.getByRole('textbox', { name: en.review.search }).fill('clbackup');
  await page.getByRole('checkbox', { name: /clBackup/ }).uncheck();
  await window.answerDialog(output);
  await button(page, en.review.change).click();
  await page.getByText(output, { exact: true }).waitFor();
  await button(page, en.review.save).click();

  await waitForHeading(page, en.steps.saved.title);
  await inspect('saved');
  const name = (await readdir(output)).find((file) => file.endsWith('.zip')) ?? '';
  expect(name).toMatch(/^F96C9_S2_\d{8}-\d{6}_[2-9A-HJ-NP-Z]{5}\.zip$/);
  expect((await readdir(output)).sort()).toEqual([name, `${name}.sha256`]);
  await page.getByText(join(output, name), { exact: true }).waitFor();
  await page
    .getByText((await readFile(join(output, `${name}.sha256`), 'utf8')).split(' ')[0] ?? '')
    .waitFor();

  const log = 'collected/commvault/logs/Instance001/CVD.log';
  const packet = await readPacket(join(output, name), log);
  expect(packet.last).toContain('CVD: 失败');
  expect(packet.names).toContain('case.html');
  expect(packet.names).toContain('screenshots/01.png');
  expect(packet.names.some((entry) => entry.includes('clBackup'))).toBe(false);
  expect(packet.names.some((entry) => entry.startsWith('collected/system/logs/'))).toBe(false);
  expect(packet.case).toMatchObject({
    serviceId: { ccid: 'F96C9' },
    company: { name: '某某银行股份有限公司' },
    contact: { name: '王伟', phone: '010-59051155', extension: '8021', email: 'wang.wei@bank.example' },
    severity: { level: 2 },
    event: { title: TITLE, description: DESCRIPTION, problemArea: 'oracle', jobIds: ['1024', '1025'] },
  });
  expect(JSON.stringify(packet.case)).toContain('clBackup.log');

  expect(findings).toEqual([]);
  expect(complaints).toEqual([]);
});

it('remembers who the user is, the language and the size for the next start', async () => {
  const home = await temporaryFolder();
  const first = await openCaseWindow({ locale: 'zh_CN', width: 1000, height: 700, home });
  await waitForHeading(first.page, texts('zh').window.steps.problem.title);
  await first.page.getByText('English').click();
  await fillProblem(first.page, 'en');
  await fillContact(first.page, 'en');
  await waitForHeading(first.page, texts('en').window.steps.contents.title);
  await first.close();

  const second = await openCaseWindow({ locale: 'zh_CN', width: 1000, height: 700, home });
  onTestFinished(second.close);
  const { contact } = texts('en').window;
  const { cases } = texts('en');
  await waitForHeading(second.page, cases.title);
  await button(second.page, cases.newCase).click();
  await fillProblem(second.page, 'en');
  await expect(second.page.getByRole('textbox', { name: contact.ccid }).inputValue()).resolves.toBe('F96C9');
  await expect(second.page.getByRole('textbox', { name: contact.email }).inputValue()).resolves.toBe(
    'wang.wei@bank.example',
  );
  const settings = JSON.parse(await readFile(join(home, 'profile/settings.json'), 'utf8'));
  expect(settings).toMatchObject({ language: 'en', windowSize: { width: 1000, height: 700 } });
});
