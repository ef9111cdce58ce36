// @vitest-environment jsdom
// Tests of electron/engine/packet/case-html as a browser reads it. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { caseSheetHtml } from '#engine/packet/case-html/case-sheet-html.ts';
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { ManifestFile } from '#shared/schema/manifest.ts';
import { sampleSheet } from '#test/fixtures/sample-sheet.ts';

const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>" onclick="alert(3)\' & &lt;';

function file(path: string): ManifestFile {
  return {
    ...{ path, bytes: 5_000, sha256: 'ab'.repeat(32), collector: 'commvault.logs', redactions: 0 },
    modifiedAt: '2026-11-20T09:15:30+08:00',
  };
}

/** The page as a browser has it, scripts not run. */
function pageOf(sheet: CaseSheet, files: ManifestFile[] = [file('collected/CVD.log')]): Document {
  const outcomes = [
    {
      collector: 'commvault.logs',
      status: 'partial' as const,
      reason: 'permission-denied',
      durationMs: 1_234,
    },
  ];
  return new DOMParser().parseFromString(caseSheetHtml(sheet, files, outcomes), 'text/html');
}

/** What a reader of one language sees: the style hides the other's spans. */
function textIn(page: Document, language: 'zh' | 'en'): string {
  const copy = page.cloneNode(true) as Document;
  for (const other of copy.querySelectorAll(`.${language === 'zh' ? 'en' : 'zh'}, style, title`))
    other.remove();
  return copy.body.textContent ?? '';
}

describe('whatever the case holds is text and never markup', () => {
  test('in every field', () => {
    const sheet = sampleSheet();
    const page = pageOf(
      sampleSheet({
        company: { name: EVIL },
        contact: { ...sheet.contact, name: EVIL },
        event: { ...sheet.event, title: EVIL, description: EVIL },
        system: { hostName: EVIL },
        commvault: { instances: [{ instance: EVIL, roles: [EVIL], source: EVIL, logDir: EVIL }] },
        redaction: { ...sheet.redaction, withheld: [{ path: EVIL, reason: 'withheld-by-user' }] },
        checklist: [{ item: 'title', required: true, state: 'provided', detail: EVIL }],
      }),
      [file(EVIL)],
    );
    expect(page.querySelectorAll('script, img, [onclick], [onerror]')).toHaveLength(0);
    expect(page.querySelector('h1')?.textContent).toBe(EVIL);
    expect(page.title).toContain(EVIL);
    expect(textIn(page, 'zh').split(EVIL).length - 1).toBeGreaterThanOrEqual(9);
  });

  test('marks that reverse the reading are shown, so that a name cannot pose as another', () => {
    const page = pageOf(sampleSheet(), [file('photo\u202egnp.exe\u200f\u061c\u0007')]);
    expect(page.body.textContent).toContain('photo\\u202egnp.exe\\u200f\\u061c\\u0007');
    for (const mark of ['\u202e', '\u200f', '\u061c', '\u0007']) {
      expect(page.body.textContent).not.toContain(mark);
    }
  });

  test('names beyond the limit of redaction are warned of in both languages', () => {
    const { redaction } = sampleSheet();
    const page = pageOf(sampleSheet({ redaction: { ...redaction, tooManyNames: true } }));
    expect(textIn(page, 'zh')).toContain('发现的名称超过 10 万个');
    expect(textIn(page, 'en')).toContain('More than 100,000 names');
    expect(textIn(pageOf(sampleSheet()), 'en')).not.toContain('100,000');
  });

  test('lines of the description stay lines', () => {
    expect(pageOf(sampleSheet()).querySelector('.description')?.textContent).toBe('第一行\n第二行');
  });
});

describe('both languages', () => {
  test('are there, each whole', () => {
    const page = pageOf(sampleSheet());
    const [zh, en] = [textIn(page, 'zh'), textIn(page, 'en')];
    for (const words of [
      '产品 CCID',
      '指定联系人',
      '应在 2 小时内响应',
      '资料清单',
      '部分完成',
      '权限不足',
    ]) {
      expect(zh).toContain(words);
      expect(en).not.toContain(words);
    }
    for (const words of ['Product CCID', 'Designated contact', 'response due within 2 h', 'Partly done']) {
      expect(en).toContain(words);
      expect(zh).not.toContain(words);
    }
    expect(zh).toContain('2026-11-20 12:15:30 +08:00');
  });

  test('can be chosen without scripts: Chinese first, one of the two hidden', () => {
    const page = pageOf(sampleSheet());
    expect(page.querySelector('input#zh')?.hasAttribute('checked')).toBe(true);
    expect(page.querySelectorAll('input.switch')).toHaveLength(2);
    const style = page.querySelector('style')?.textContent ?? '';
    expect(style).toContain('#zh:checked ~ * .en, #en:checked ~ * .zh { display: none; }');
    for (const span of page.querySelectorAll('.zh, .en')) expect(span.closest('main, header')).not.toBeNull();
  });
});

test('nothing comes from elsewhere and nothing can run', () => {
  const markup = caseSheetHtml(sampleSheet(), [file('a')], []);
  const page = new DOMParser().parseFromString(markup, 'text/html');
  expect(page.querySelectorAll('script, link, iframe, [src], [href], [style]')).toHaveLength(0);
  expect(markup).not.toMatch(/https?:|url\(|@import/i);
  expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'",
  );
  expect(page.querySelector('meta[charset]')?.getAttribute('charset')).toBe('utf-8');
});

test('what is not known is left out or said to be unknown', () => {
  const { severity: _severity, hardware: _hardware, ...rest } = sampleSheet();
  const support = { plan: 'standard' as const, policyEdition: '2008-06' };
  const page = pageOf({ ...rest, support, system: { hostName: '' }, commvault: { instances: [] } });
  expect(page.body.textContent).not.toMatch(/undefined|null|NaN|\[object/);
  expect(textIn(page, 'en')).toContain('No CommVault instance was found');
  const unpublished = pageOf(sampleSheet({ support }));
  expect(textIn(unpublished, 'en')).toContain('no holiday calendar for that date yet');
});

test('a list of very many files is cut, and says where the rest is', () => {
  const files = Array.from({ length: 2_500 }, (_, at) => file(`logs/${at}.log`));
  const page = pageOf(sampleSheet(), files);
  expect(page.querySelectorAll('details tbody tr')).toHaveLength(2_000);
  expect(textIn(page, 'en')).toContain('500 more; the whole list is in manifest.json.');
});
