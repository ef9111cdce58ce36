// Whether a name looks like no word of a language: lists of words are never complete, endings of words are. Pure. Runs in the
// engine's process.
import { isOrdinary, isSharedAccount, isStandIn } from './name-worth.ts';
import { FILE_ENDINGS } from './public-names.ts';

const WORD_ENDING =
  /(?:ing|ed|ion|ions|ments?|ables?|ibles?|ly|ness|ity|ities|ive|ives|ory|ories|isms?|ful|ous|ances?|ences?|ency|encies|wares?|back|files?|boxes|ids|ships?|ages?|als|ers|ors|ator|essor|itor|nector|ies|ics|apis?|addon|chain|locks?|ups?|outs?|offs?|nobody|hello)$/i;
/** Syllables of Chinese: zhangming is a name though it ends like a word. */
const PINYIN =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)){2,4}\d{0,4}$/i;

/** No word, no words, no file, no member of a program. */
export function isUnlikeWords(name: string): boolean {
  const small = name.toLowerCase();
  if (name.length < 3 || !/^[a-z][\w.-]*[a-z\d]$/i.test(name) || /[a-z][A-Z]|__|\.\.|^[A-Z]+_/.test(name))
    return false;
  if (
    isSharedAccount(name) ||
    isStandIn(name) ||
    isOrdinary(small) ||
    FILE_ENDINGS.has(small.slice(small.lastIndexOf('.') + 1))
  )
    return false;
  const parts = small.split(/[-_.\d]+/).filter((part) => part !== '');
  if (parts.every((part) => part.length < 2 || isOrdinary(part))) return false;
  return parts.length > 1 || !WORD_ENDING.test(small) || (PINYIN.test(small) && /ing$/.test(small));
}
