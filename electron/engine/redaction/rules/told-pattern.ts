// A pattern that one word of a text sets off, and what it may ask of the line. Pure. Runs in the engine's process.

/**
 * By the small word that sets it off. Groups are named after what they hold: user, host, domain, mac, address, secret, with a number where
 * there are several; what lies between two of them is not looked at again. A group named later is a secret before which other
 * rules look; sure and latersure are secrets even where they are a word of every day.
 */
export interface ToldPattern {
  readonly text: RegExp;
  /** Bytes before the word that the text begins with; 0 where it is left out. */
  readonly behind?: number;
  /** What directly precedes the word, small. */
  readonly after?: string;
  /** What directly follows the word, small, one of these: a look at a few bytes that spares most lines the pattern. */
  readonly follows?: readonly string[];
  /** What may not follow: words of every day that stand there more often than anything else. */
  readonly unless?: readonly string[];
  /** The word is in capitals. */
  readonly capitals?: boolean;
  /** The text begins with the line. */
  readonly ofLine?: boolean;
  /** Only on a command line of these programs. */
  readonly program?: RegExp;
}

/** On a command line of one of these programs, whatever it stands in. @param names a part of a regular expression. */
export const program = (names: string): RegExp =>
  new RegExp(`(?:^|[^\\w.-])(?:${names})(?:\\.exe)?["']?\\s`, 'i');

/** A sign of a regular expression after which nothing is literal any more, or what may be written as an escape in a text. */
const NO_LITERAL = /[[\](){}.*+?|^$"'<>&]/;

/**
 * Reads from a pattern's text what must directly follow the word, so that those need not say it that begin with the word.
 * @param word small. @returns the pattern, which says what follows where that can be told.
 */
export function sayingWhatFollows(word: string, pattern: ToldPattern): ToldPattern {
  const { text, behind = 0, follows } = pattern;
  if (follows !== undefined || behind > 0) return pattern;
  const literal = literalBehind(word, text.source);
  return literal === '' ? pattern : { ...pattern, follows: [literal] };
}

/** @returns what every text that fits has behind the word, small; empty where that cannot be told. */
function literalBehind(word: string, source: string): string {
  if (/(?:^|[^\\])\|/.test(source.replace(/\([^()]*\)|\((?:[^()]|\([^()]*\))*\)/g, ''))) return '';
  const begins = /^\^(?:\\w\+|\[\\w\.\]\+)/.exec(source)?.[0];
  let literal = begins === undefined ? '' : word;
  for (let at = begins?.length ?? 1; at < source.length; at += 1) {
    const isEscape = source[at] === '\\';
    const char = source[isEscape ? at + 1 : at] ?? '';
    if (isEscape ? !/[^\w"'<>&]/.test(char) : NO_LITERAL.test(char)) break;
    if (/^[?*{]/.test(source.slice(isEscape ? at + 2 : at + 1))) break;
    literal += char.toLowerCase();
    if (source[isEscape ? at + 2 : at + 1] === '+') break;
    if (isEscape) at += 1;
  }
  const behind = literal.startsWith(word) ? literal.slice(word.length) : '';
  // Where a run goes on the word is not all of it.
  return /^[\w.-]/.test(behind) ? '' : behind;
}

/** @returns the patterns by the lower five bits of the byte that follows the word; each list in the order of all. */
export function byFollowing(patterns: readonly ToldPattern[]): readonly (readonly ToldPattern[])[] {
  return Array.from({ length: 32 }, (_, bits) =>
    patterns.filter(({ follows }) => follows?.some((text) => (firstBits(text) >>> bits) & 1) ?? true),
  );
}

/** @returns a bit for the lower five bits of each byte that the text may begin with, which capitals and small letters share. */
export function firstBits(text: string): number {
  return bitOf(text) | (mayBeEscaped(text) ? bitOf('\\') | bitOf('&') : 0);
}

/** Whether a backslash or an ampersand may stand before the text: it begins with a quote or a sign of XML. */
export function mayBeEscaped(text: string): boolean {
  return /^["'<>]/.test(text);
}

/** @returns a bit for the lower five bits of this byte of the text. */
export function bitOf(text: string, at = 0): number {
  return 1 << (text.charCodeAt(at) & 31);
}

/** The same patterns for several words. @param words small, with blanks between them. */
export const of = (
  words: string,
  patterns: readonly ToldPattern[],
): Readonly<Record<string, readonly ToldPattern[]>> =>
  Object.fromEntries(words.split(' ').map((word) => [word, patterns]));
