// Steps of sending a saved packet in the window that journeys have in common. Runs in vitest.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { CaseWindow } from './case-window.ts';
import { button } from './fill-case.ts';

const shots = process.env.CASEPACK_SHOTS;
/** A picture, where they are wanted. */
export const shot = async ({ page }: CaseWindow, name: string) => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
};

/** One of the ways to send. */
export const chooseWay = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

export interface Target {
  readonly name: string;
  /** The kind's name; absent where the address says it. */
  readonly kind?: string;
  readonly address: string;
  readonly user?: string;
  readonly file?: string;
}

/** Adds a target in the dialog, which must be closed by it. */
export async function addTarget(window: CaseWindow, language: Language, target: Target): Promise<void> {
  const { page } = window;
  const { form, server } = texts(language).upload;
  await button(page, server.add).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: form.name, exact: true }).fill(target.name);
  if (target.kind !== undefined) {
    await dialog.getByRole('combobox', { name: form.kind }).click();
    await page.getByRole('option', { name: target.kind, exact: true }).click();
  }
  await dialog.getByRole('textbox', { name: form.address, exact: true }).fill(target.address);
  if (target.user !== undefined)
    await dialog.getByRole('textbox', { name: form.user, exact: true }).fill(target.user);
  if (target.file !== undefined) {
    await window.answerDialog(target.file);
    await dialog.getByRole('button', { name: new RegExp(form.choose) }).click();
  }
  await shot(window, `target-${target.name}`);
  await dialog.getByRole('button', { name: form.done, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Everything that is kept in files of the profile and the data folder, as text. */
export function everythingKept(home: string): string {
  const folders = ['profile', 'data'].map((name) => join(home, name));
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
