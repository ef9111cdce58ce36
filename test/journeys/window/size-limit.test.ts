// A size limit in the real window: the user sees which logs it leaves here and why, and takes them after all with a click.
import { mkdir, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { openCaseWindow } from './case-window.ts';
import { button, fillContact, fillProblem, PATIENT, waitForHeading } from './fill-case.ts';
import { shot } from './sending-steps.ts';
import { seriousFindings } from './serious-findings.ts';

const MEGABYTE = 1024 ** 2;

it.each([
  ['zh', 'zh_CN'],
  ['en', 'en_US'],
] as const)(
  'names the logs that a limit leaves here, and takes them after all (%s)',
  async (language, locale) => {
    const window = await openCaseWindow({ locale, height: 900 });
    onTestFinished(window.close);
    const { page, app, home, complaints } = window;
    const { logs: words, terms, window: frame } = texts(language);
    const folder = join(home, 'logs');
    await mkdir(folder);
    for (const [name, megabytes] of [
      ['CVD.log', 80],
      ['JobManager.log', 70],
      ['ClOracleAgent.log', 1],
    ] as const) {
      await writeFile(join(folder, name), '');
      await truncate(join(folder, name), megabytes * MEGABYTE);
    }
    // The newest are worth most.
    await utimes(join(folder, 'JobManager.log'), new Date('2026-11-01'), new Date('2026-11-01'));

    await fillProblem(page, language);
    await fillContact(page, language);
    await waitForHeading(page, frame.steps.contents.title);
    await window.answerDialog(folder);
    await button(page, frame.contents.chooseLogFolder).click();
    const limit = page.getByRole('combobox', { name: words.maxSize });
    const setLimit = async () => {
      await limit.click();
      await page.getByRole('option', { name: '100 MB', exact: true }).click();
    };
    await setLimit();
    const reason = terms.reason['size-limit'] ?? '';
    const summary = page.getByText(words.leftOut(reason, terms.files(1), '70 MB'), { exact: true });
    await summary.waitFor(PATIENT);
    await summary.click();
    await page.getByText(words.leftOutFile(join(folder, 'JobManager.log'), '70 MB')).waitFor();
    await summary.scrollIntoViewIfNeeded();
    await shot(window, `left-out-${language}`);
    expect(await seriousFindings(app)).toEqual([]);

    await button(page, words.takeLeftOut).click();
    expect(await limit.inputValue()).toBe(words.noLimit);
    await summary.waitFor({ state: 'detached', ...PATIENT });
    await page.getByRole('textbox', { name: words.search }).fill('JobManager.log');
    await page.getByRole('checkbox', { name: /JobManager\.log/ }).waitFor(PATIENT);
    expect(complaints).toEqual([]);
  },
);
