// The about box in the real window, in both languages, under a policy file.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { openCaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';
import { seriousFindings } from './serious-findings.ts';

const POLICY = JSON.stringify({
  formatVersion: 1,
  support: { hotline: '400-000-1111' },
  defaults: { company: '某某银行股份有限公司' },
  redaction: { minimum: 'strict', keywords: ['核心系统'] },
});

it.each([
  ['zh', 'zh_CN'],
  ['en', 'en_US'],
] as const)(
  'shows version and policy, attaches the log, asks no network (%s)',
  async (language: Language, locale) => {
    const home = await temporaryFolder();
    const policyFile = join(home, 'policy.json');
    await writeFile(policyFile, POLICY);
    await mkdir(join(home, 'data'));
    const env = { CASEPACK_POLICY: policyFile };
    const window = await openCaseWindow({ locale, home, width: 900, height: 640, env });
    onTestFinished(window.close);
    const { page, app, complaints } = window;
    const { about, policy, window: frame } = texts(language);

    await button(page, about.open).click();
    await page.getByText('400-000-1111').waitFor();
    await page.getByText(policy.file(policyFile)).waitFor();
    await page.getByText(policy.source.file).first().waitFor();
    expect(await seriousFindings(app)).toEqual([]);

    await button(page, about.check).click();
    await page.getByText(about.update['not-configured']).waitFor();
    // Written when the engine has answered first.
    const logFile = join(home, 'data/logs/casepack.log');
    await expect.poll(() => existsSync(logFile), PATIENT).toBe(true);
    await button(page, about.attachLog).click();
    await page.getByText(about.attached(1)).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('casepack.log').waitFor();
    expect(await page.getByRole('heading', { level: 1, name: frame.steps.problem.title }).count()).toBe(1);

    const log = await readFile(logFile, 'utf8');
    expect(log).toMatch(/^\S+Z \d+\.\d+\.\d+ call name=describe outcome=ok ms=\d+$/m);
    expect(log).not.toContain(home);
    expect(complaints).toEqual([]);
  },
);
