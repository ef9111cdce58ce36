// A machine whose administrator settled everything: the window says what is settled and why and does not let it be changed, and
// the engine holds to it when the page asks for something else all the same.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { openCaseWindow } from './case-window.ts';
import { button, fillProblem, fillSoftware, PATIENT, waitForHeading } from './fill-case.ts';
import { readPacket } from './read-packet.ts';
import { shot } from './sending-steps.ts';
import { seriousFindings } from './serious-findings.ts';

const HOTLINE = '400-000-1111';
const PASSWORD = 'four unrelated 7 Words';
const POLICY = {
  formatVersion: 1,
  support: {
    edition: '某某银行 2026 年服务合同',
    hotline: HOTLINE,
    severities: [
      { level: 1, name: '紧急', responseHours: 2 },
      { level: 2, name: 'High', responseHours: 2 },
      { level: 3, name: 'Medium', responseHours: 3 },
      { level: 4, name: 'Low', responseHours: 4 },
    ],
  },
  defaults: { ccid: 'F96C9', company: '某某银行股份有限公司', plan: 'premium' },
  locked: ['ccid', 'company', 'plan'],
  redaction: { minimum: 'strict', keywords: ['核心系统'] },
  collectorsOff: ['system'],
  delivery: { targets: [{ name: '中转站', url: 'sftp://acme@127.0.0.1:9/in/' }], allowed: [] },
  recipients: { mailTo: ['support@vendor.example'], locked: true },
  limits: { maxMessageMB: 12, maxCollectedMB: 300 },
  encryption: { required: 'any' },
};

const all = texts('zh');
const { locked, protect, upload, sending, redacting, window: words, terms } = all;

interface AnyBridge {
  invoke(channel: string, ...args: readonly unknown[]): Promise<unknown>;
}

/** A call as the page could make it, past everything that the window shows. */
function ask(page: Page, channel: string, question: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, given]) => (globalThis as unknown as { casepack: AnyBridge }).casepack.invoke(name, given),
    [channel, question] as const,
  );
}

it('shows what the administrator settled, and holds to it', async () => {
  const home = await temporaryFolder();
  const policyFile = join(home, 'policy.json');
  await writeFile(policyFile, JSON.stringify(POLICY));
  const env = { CASEPACK_POLICY: policyFile };
  const window = await openCaseWindow({ locale: 'zh_CN', home, width: 1180, height: 900, env });
  onTestFinished(window.close);
  const { app, page, output, complaints } = window;
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
  await plantFiles(join(home, 'logs'), {
    'CVD.log': '1234 99 11/22 22:30:00 1024 CVD: 核心系统 D:\\data failed\n',
  });

  // Names, hours and hotline of the contract.
  await page.getByRole('radio', { name: words.problem.level(1, '紧急') }).check();
  await page.getByText(all.severity.hotline.title(HOTLINE)).waitFor(PATIENT);
  await fillProblem(page, 'zh');

  await waitForHeading(page, words.steps.contact.title);
  for (const [name, value] of [
    [words.contact.ccid, 'F96C9'],
    [words.contact.company, '某某银行股份有限公司'],
  ] as const) {
    expect(await textbox(name).inputValue()).toBe(value);
    expect(await textbox(name).isEditable()).toBe(false);
  }
  expect(await page.getByRole('radio', { name: terms.plan.premium }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: terms.plan.standard }).isDisabled()).toBe(true);
  expect(await page.getByText(locked.field).count()).toBe(3);
  await shot(window, 'policy-contact');
  expect(await seriousFindings(app)).toEqual([]);
  await textbox(words.contact.name).fill('王伟');
  await textbox(words.contact.email).fill('wang.wei@bank.example');
  await textbox(words.contact.phone).fill('010-59051155');
  await button(page, words.frame.next).click();

  await waitForHeading(page, words.steps.contents.title);
  await window.answerDialog(join(home, 'logs'));
  await fillSoftware(page, 'zh');
  const { levels } = redacting.choice;
  expect(await page.getByRole('radio', { name: levels.strict.title }).isChecked()).toBe(true);
  for (const level of [levels.standard, levels.off]) {
    expect(await page.getByRole('radio', { name: level.title }).isDisabled()).toBe(true);
  }
  expect(await page.getByText(locked.level).count()).toBe(2);
  await page.getByText(locked.keywords(['核心系统'])).waitFor();
  const systemLogs = words.contents.switchLabel(terms.collector['system.logs']?.name ?? '');
  expect(await page.getByRole('switch', { name: systemLogs }).isDisabled()).toBe(true);
  await page.getByText(locked.collector).waitFor();
  expect(await page.getByRole('combobox', { name: all.logs.maxSize }).inputValue()).toBe(
    locked.maxSize('300 MB'),
  );
  await shot(window, 'policy-contents');
  expect(await seriousFindings(app)).toEqual([]);
  await button(page, words.contents.collect).click(PATIENT);

  // Nothing is saved before a way of encryption is chosen, and "none" is none.
  await waitForHeading(page, words.steps.review.title, 60_000);
  await window.answerDialog(output);
  await button(page, words.review.change).click();
  await page.getByText(locked.encryptFirst).waitFor();
  await shot(window, 'policy-review');
  await button(page, words.review.save).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('radio', { name: protect.ways.none.title }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: protect.ways.password.title }).first().check();
  await dialog.getByRole('textbox', { name: protect.password }).first().fill(PASSWORD);
  await dialog.getByRole('textbox', { name: protect.repeated }).fill(PASSWORD);
  await button(page, protect.done).click();
  await button(page, words.review.save).click();
  await waitForHeading(page, words.steps.saved.title, 60_000);

  // By e-mail: to the recipients, in sizes of the policy.
  expect(await textbox(sending.email.to).inputValue()).toBe('support@vendor.example');
  expect(await textbox(sending.email.to).isEditable()).toBe(false);
  await page.getByText(locked.recipients).waitFor();
  expect(await page.getByText(/^\d+ MB$/).allTextContents()).toEqual(['10 MB', '12 MB']);
  // To a folder: none is allowed.
  await page.getByRole('tab', { name: upload.ways.folder }).click();
  await page.getByText(locked.folders([])).waitFor();
  expect(await button(page, upload.folder.choose).count()).toBe(0);
  await shot(window, 'policy-folder');
  // To a server: the policy's target, as it is.
  await page.getByRole('tab', { name: upload.ways.server }).click();
  await page.getByText(locked.targetFixed).waitFor();
  expect(await page.getByRole('combobox', { name: upload.server.target }).inputValue()).toBe(
    locked.target('中转站'),
  );
  for (const name of [upload.server.add, upload.server.edit, upload.server.remove]) {
    expect(await button(page, name).count()).toBe(0);
  }
  await shot(window, 'policy-server');
  expect(await seriousFindings(app)).toEqual([]);

  // What is in the packet.
  const name = (await readdir(output)).find((one) => one.endsWith('.zip')) ?? '';
  await promisify(execFile)('7z', ['x', `-p${PASSWORD}`, `-o${home}/opened`, '-y', join(output, name)]);
  const [inner = ''] = await readdir(join(home, 'opened'));
  const log = 'collected/commvault/logs/Instance001/CVD.log';
  const packet = await readPacket(join(home, 'opened', inner), log);
  expect(packet.case).toMatchObject({
    serviceId: { ccid: 'F96C9' },
    support: { plan: 'premium', policyEdition: POLICY.support.edition },
    redaction: { level: 'strict' },
  });
  expect(packet.last).not.toContain('核心系统');
  expect(packet.names.some((entry) => entry.startsWith('collected/system/'))).toBe(false);

  // A page that asks for what the window does not offer.
  const sha256 = (await readFile(join(output, `${name}.sha256`), 'utf8')).split(' ')[0];
  const mail = { sha256, to: ['someone@else.example'], maxMessageBytes: 10_000_000 };
  expect(await ask(page, 'email:save', mail)).toMatchObject({
    ok: false,
    problems: [{ code: 'policy-forbids', by: 'recipient', given: 'someone@else.example' }],
  });
  const large = { sha256, to: ['support@vendor.example'], maxMessageBytes: 20_000_000 };
  expect(await ask(page, 'email:save', large)).toMatchObject({
    ok: false,
    problems: [{ code: 'policy-forbids', by: 'message-size' }],
  });
  const copies = join(home, 'USB');
  await mkdir(copies);
  await window.answerDialog(copies);
  const picked = (await ask(page, 'files:pick', 'delivery-folder')) as { value: { id: string }[] };
  const order = { sha256, to: { folder: picked.value[0]?.id }, again: false };
  expect(await ask(page, 'sending:start', order)).toMatchObject({
    ok: false,
    problems: [{ code: 'policy-forbids', by: 'target', allowed: '中转站' }],
  });
  expect(await readdir(copies)).toEqual([]);
  const request = {
    ...{ ccid: '12345', company: '别的公司', plan: 'standard', severity: 2, problemArea: 'other' },
    contact: { name: '王伟', phone: '010-59051155', email: 'wang.wei@bank.example' },
    ...{
      title: 't',
      description: 'd',
      jobIds: [],
      window: {},
      commvaultVersion: '11.26',
      patchLevel: 'SP16',
    },
    ...{ screenshots: [], attachments: [], logDirs: [], only: [], skip: [], keywords: [], sendBinaries: [] },
    redaction: 'off',
  };
  const prepared = await ask(page, 'case:prepare', { request, allowIncomplete: true, gentle: false });
  expect(prepared).toMatchObject({ ok: true, value: { summary: { redaction: { level: 'strict' } } } });
  const { draftId } = (prepared as { value: { draftId: string } }).value;
  expect(await ask(page, 'case:deliver', { draftId, withhold: [] })).toMatchObject({
    ok: false,
    problems: [{ code: 'policy-forbids', by: 'encryption' }],
  });
  expect(complaints).toEqual([]);
});
