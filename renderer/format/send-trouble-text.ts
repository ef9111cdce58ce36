// Why a packet did not arrive, as the window says it: what to click instead of the command line's options. Runs in the
// window.
import type { Texts } from '#shared/i18n/texts.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { problemSentence } from './problem-sentence.ts';

/** @returns what happened and what to do; and the other side's own words, which may be empty */
export function sendTroubleText(
  texts: Texts,
  problem: Problem,
): { readonly sentence: string; readonly detail: string } {
  if (problem.code !== 'delivery-failed') return { sentence: problemSentence(texts, problem), detail: '' };
  const { reason, detail } = problem;
  const { what, advice } = texts.delivery.failure[reason];
  return { sentence: texts.upload.failed.why(what, texts.upload.advice[reason] ?? advice), detail };
}
