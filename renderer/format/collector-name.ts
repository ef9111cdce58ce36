// A collector's name and reasons in words; what the catalogue does not know is shown as it is. Runs in the window.
import type { Texts } from '#shared/i18n/texts.ts';

export function collectorName(texts: Texts, id: string): string {
  return texts.terms.collector[id]?.name ?? id;
}

export function reasonText(texts: Texts, reason: string | undefined): string {
  return reason === undefined ? '' : (texts.terms.reason[reason] ?? reason);
}
