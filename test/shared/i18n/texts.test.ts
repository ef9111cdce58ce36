// Tests of electron/shared/i18n/texts.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { languageOf } from '#shared/i18n/language-of.ts';
import { texts } from '#shared/i18n/texts.ts';

test.each([
  ['zh-CN', 'zh'],
  ['zh_TW.UTF-8', 'zh'],
  ['ZH', 'zh'],
  ['en-US', 'en'],
  ['de_DE.UTF-8', 'en'],
  ['C', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('locale %j speaks %s', (locale, language) => expect(languageOf(locale)).toBe(language));

test('each language has its own texts', () => {
  expect(texts('zh').sheet.ccid).toBe('产品 CCID');
  expect(texts('en').sheet.ccid).toBe('Product CCID');
  expect(texts('en').terms.files(1)).toBe('1 file');
  expect(texts('en').terms.files(1_234)).toBe('1,234 files');
});
