// Which language a run speaks.
import { expect, test } from 'vitest';
import { chooseLanguage } from '#cli/language.ts';

test.each([
  [['--lang', 'zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
  [['collect', '--lang=en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
  [['--lang', 'fr'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
  [['--lang'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
  [[], { LC_ALL: 'zh_CN.GB18030', LC_MESSAGES: 'en_US', LANG: 'en_US' }, 'zh'],
  [[], { LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'en'],
  [[], { LANG: 'zh_TW.UTF-8' }, 'zh'],
  [[], { LANG: 'C' }, 'en'],
] as const)('%j with %j speaks %s', (args, env, language) => {
  expect(chooseLanguage(args, env)).toBe(language);
});

test('without variables, as on Windows, the system is asked', () => {
  const system = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
  expect(chooseLanguage([], {})).toBe(system);
});
