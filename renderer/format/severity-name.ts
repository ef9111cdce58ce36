// What a severity is called: as the machine's policy has it where that differs from the guide, else in the window's
// language. Runs in the window.
import type { Texts } from '#shared/i18n/texts.ts';
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import type { SeverityLevel } from '#shared/schema/severity.ts';

export function severityName(texts: Texts, { severities }: SupportPolicy, level: SeverityLevel): string {
  const nameIn = (list: SupportPolicy['severities']) => list.find((one) => one.level === level)?.name;
  const given = nameIn(severities);
  const isOwn = given !== undefined && given !== nameIn(china2008Policy.severities);
  return isOwn ? given : texts.terms.severityName[level];
}
