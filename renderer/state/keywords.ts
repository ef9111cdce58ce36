// The words that the user wants replaced, one a line as typed. Pure. Runs in the window.
import { Keyword } from '#shared/schema/case-request.ts';

/** More would be a list of another kind. */
export const MAX_KEYWORDS = 500;

export type KeywordTrouble =
  /** Lines are counted from 1. */
  { readonly code: 'too-short' | 'too-long'; readonly line: number } | { readonly code: 'too-many' };

/** @returns what is wrong with the first line that is, if any */
export function keywordTrouble(typed: string): KeywordTrouble | undefined {
  const lines = typed.split('\n').map((line) => line.trim());
  const wrong = lines.findIndex((line) => line !== '' && !Keyword.safeParse(line).success);
  if (wrong >= 0)
    return { code: [...(lines[wrong] ?? '')].length < 2 ? 'too-short' : 'too-long', line: wrong + 1 };
  return toKeywords(typed).length > MAX_KEYWORDS ? { code: 'too-many' } : undefined;
}

/** Each word once. */
export function toKeywords(typed: string): string[] {
  return [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
