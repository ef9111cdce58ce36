// Chooses the language of all messages, before anything is parsed. Runs in the command line's process.
import { languageOf } from '#shared/i18n/language-of.ts';
import type { Language } from '#shared/schema/settings.ts';

/** @returns the value of `--lang`, if it was given; read ahead because even messages about bad options need it. */
function languageOption(args: readonly string[]): string | undefined {
  const index = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[index];
  return arg?.startsWith('--lang=') ? arg.slice('--lang='.length) : args[index + 1];
}

/**
 * `--lang`, else the POSIX variables in their order of precedence, else what the system says through Intl (Windows).
 * @param args the arguments after the program's name
 */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const option = args.some((arg) => arg.startsWith('--lang')) ? languageOption(args) : undefined;
  if (option === 'zh' || option === 'en') return option;
  const posix = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value);
  return languageOf(posix ?? Intl.DateTimeFormat().resolvedOptions().locale);
}
