// Notices when a description seems to hold two problems. It looks for words that begin a second one, not for meaning:
// a hint that the user can dismiss, never a refusal. Pure. Runs in the window.

/** What tells of trouble; a second sentence without any of it is a remark. */
const TROUBLE =
  /失败|报错|错误|异常|故障|无法|不能|中断|挂起|卡住|超时|丢失|fail|error|cannot|can't|unable|stuck|hang|time(?:s|d)? ?out|not work/i;
const ANOTHER_ZH = /^(?:另外|此外|还有|另有|另一个|第二个|其次|同时还|顺便)/;
const ANOTHER_EN =
  /^(?:another|also|in addition|additionally|besides|separately|second(?:ly)?|on another note|unrelated(?:ly)?)\b/i;
/** Numbered points: 2. 2、 (2) 二、 问题二 */
const FIRST_POINT = /^(?:[（(]?1[.、)）]|[（(]?一[、)）.]|问题[一1]|problem 1\b)/i;
const SECOND_POINT = /^(?:[（(]?2[.、)）]|[（(]?二[、)）.]|问题[二2]|problem 2\b)/i;

export interface SecondProblem {
  /** Where it begins in the description. */
  readonly at: number;
  /** The sentence it begins with. */
  readonly sentence: string;
}

/** @returns undefined where the description seems to be about one problem */
export function secondProblem(description: string): SecondProblem | undefined {
  const sentences = sentencesOf(description);
  const isTrouble = ({ sentence }: SecondProblem) => TROUBLE.test(sentence);
  // One that nothing precedes is no second.
  const another = sentences
    .slice(1)
    .find((one) => (ANOTHER_ZH.test(one.sentence) || ANOTHER_EN.test(one.sentence)) && isTrouble(one));
  if (another !== undefined) return another;
  // Steps of one problem are numbered too, but do not all fail.
  const first = sentences.find(({ sentence }) => FIRST_POINT.test(sentence));
  const second = sentences.find(({ sentence }) => SECOND_POINT.test(sentence));
  return first && second && first.at < second.at && isTrouble(first) && isTrouble(second)
    ? second
    : undefined;
}

function sentencesOf(text: string): SecondProblem[] {
  // A full stop ends a sentence only before a blank: 11.26.35 and 1. stay whole.
  return [...text.matchAll(/[^\n。！？；!?]+?(?:[\n。！？；!?]+|(?<![0-9])\.\s+|$)/g)].map((match) => {
    const indent = match[0].length - match[0].trimStart().length;
    return { at: match.index + indent, sentence: match[0].trim() };
  });
}
