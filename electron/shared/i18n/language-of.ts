// Which of our languages somebody reads. Used at the edges; apart from the texts, which the first moments do without.
import type { Language } from '../schema/settings.ts';

/** @param locale a BCP 47 or POSIX locale name, such as zh-CN or zh_TW.UTF-8; anything not Chinese is English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
