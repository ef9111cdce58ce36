// Fills the window's steps as a user would, in either language. Runs in vitest.
import type { Page } from 'playwright-core';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';

export const TITLE = '生产数据库 ORCL 备份失败';
export const DESCRIPTION = '昨晚 22:30 起备份作业 1024 失败。\nError Code: [19:1131]';

/** For polls: the machine may be busy with other things. */
export const PATIENT = { timeout: 30_000 };

export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

function field(page: Page, name: string) {
  return page.getByRole('textbox', { name, exact: true });
}

/** The first step; leaves it. */
export async function fillProblem(page: Page, language: Language): Promise<void> {
  const { window, terms } = texts(language);
  await page.getByRole('combobox', { name: window.problem.area }).click();
  await page.getByRole('option', { name: terms.problemArea.oracle, exact: true }).click();
  await page.getByRole('radio', { name: window.problem.level(2, terms.severityName[2]) }).check();
  await field(page, window.problem.title).fill(TITLE);
  await field(page, window.problem.description).fill(DESCRIPTION);
  await field(page, window.problem.jobIds).fill('1024，1025');
  await page.getByLabel(window.problem.occurredAt).fill('2026-11-22T22:30');
  await button(page, window.frame.next).click();
}

/** A grave case, so that everything about it shows; in the first step. */
export async function answerSeverity(page: Page, language: Language): Promise<void> {
  const { questions, answers } = texts(language).severity;
  const given = { broken: 'commserve', business: 'affected', workaround: 'no', recovery: 'none' } as const;
  for (const question of ['broken', 'business', 'workaround', 'recovery'] as const) {
    const labels: Readonly<Record<string, string>> = answers[question];
    const group = page.getByRole('radiogroup', { name: questions[question] });
    await group.getByRole('radio', { name: labels[given[question]] ?? '', exact: true }).check();
  }
}

/** The second step; leaves it. */
export async function fillContact(page: Page, language: Language): Promise<void> {
  const { contact, frame } = texts(language).window;
  await field(page, contact.ccid).fill('f96c9');
  await field(page, contact.company).fill('某某银行股份有限公司');
  await field(page, contact.name).fill('王伟');
  await field(page, contact.email).fill('wang.wei@bank.example');
  await field(page, contact.phone).fill('010-59051155');
  await field(page, contact.extension).fill('8021');
  await button(page, frame.next).click();
}

/** What the third step needs on a machine without CommVault; the dialog must answer with a log folder. */
export async function fillSoftware(page: Page, language: Language): Promise<void> {
  const { contents } = texts(language).window;
  await button(page, contents.chooseLogFolder).click();
  await field(page, contents.version).fill('11.26');
  await field(page, contents.patchLevel).fill('11.26.35');
}

/** Waits for a step's page by its heading. */
export async function waitForHeading(page: Page, name: string, timeoutMs = 30_000): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor({ timeout: timeoutMs });
}
