// A problem in words. Runs in the window.

import type { Texts } from '#shared/i18n/texts.ts';
import type { Problem } from '#shared/schema/problem.ts';

export function problemSentence(texts: Texts, problem: Problem): string {
  // The catalogue has one entry a code; the compiler cannot follow that they belong together.
  const say = texts.problems.codes[problem.code] as (problem: Problem) => string;
  // The command line says it after a colon. A word at the beginning, not a path.
  return say(problem).replace(/^[a-z](?=[a-z’'-]*[ ,;:])/, (first) => first.toUpperCase());
}
