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

/** Signs of regular expressions, and what may be written as an escape in a text. */
const NO_LITERAL = /[[\](){}.*+?|^$"'<>&]/;
/** Any word. */
const ANY_WORD = /^\^(?:\\w\+|\[\\w\.\]\+)/;

/** A pattern as one word sets it off. All are of one shape, so that looking at them is quick. */
export class WordPattern {
  readonly text: RegExp;
  readonly behind: number;
  readonly after: string;
  /** As the pattern says, or what its text has behind the word; undefined where anything may follow. */
  readonly follows: readonly string[] | undefined;
  readonly unless: readonly string[];
  readonly capitals: boolean;
  readonly ofLine: boolean;
  readonly program: RegExp | undefined;

  /** @param word small. */
  constructor(word: string, pattern: ToldPattern) {
    this.text = pattern.text;
    this.behind = pattern.behind ?? 0;
    this.after = pattern.after ?? '';
    this.follows = pattern.follows ?? followingText(word, pattern);
    this.unless = pattern.unless ?? [];
    this.capitals = pattern.capitals ?? false;
    this.ofLine = pattern.ofLine ?? false;
    this.program = pattern.program;
  }
}

/** @returns what must directly follow the word in a text that begins with it; undefined where that cannot be told. */
function followingText(word: string, { text, behind = 0 }: ToldPattern): readonly string[] | undefined {
  if (behind > 0 || hasAlternatives(text.source)) return undefined;
  const any = ANY_WORD.exec(text.source)?.[0];
  const literal = any === undefined ? literalAt(text.source, 1) : word + literalAt(text.source, any.length);
  const following = literal.startsWith(word) ? literal.slice(word.length) : '';
  // Where the run goes on it is another word.
  return following === '' || /^[\w.-]/.test(following) ? undefined : [following];
}

/** @returns what every text that fits has there, small. @param from within the source of a regular expression. */
function literalAt(source: string, from: number): string {
  let literal = '';
  for (let at = from; at < source.length; at += 1) {
    const isEscape = source[at] === '\\';
    if (isEscape) at += 1;
    const char = source[at] as string;
    if (isEscape ? /[\w"'<>&]/.test(char) : NO_LITERAL.test(char)) break;
    if (/[?*{]/.test(source[at + 1] ?? '')) break;
    literal += char.toLowerCase();
    if (source[at + 1] === '+') break;
  }
  return literal;
}

/** Whether the whole of a regular expression is one of several. */
function hasAlternatives(source: string): boolean {
  let depth = 0;
  let isInClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (isInClass) isInClass = char !== ']';
    else if (char === '[') isInClass = true;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === '|' && depth === 0) return true;
  }
  return false;
}

/** @returns the patterns by the lower five bits of the byte that follows the word; each list in the order of all. */
export function byFollowing(patterns: readonly WordPattern[]): readonly (readonly WordPattern[])[] {
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
