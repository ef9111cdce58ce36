// The text that rules read around a word, as it was before something quoted it: a message in brackets, in a tag, in a text of JSON or
// in a Chinese sentence ends where those end, and quotes in it are written as escapes. Runs in the engine's process.
import type { Scan } from '../scan/scan.ts';

/** How far back what encloses a word is looked for, in bytes. */
const ENCLOSING_BYTES = 200;

/** What may end the text: a bracket, an end tag, the quote of a text, a comma or stop of Chinese typography in UTF-8. */
const END =
  /\](?=$|[\s\]),.;:"'<&}])|<\/|&lt;\/|"(?=\s*(?:[\]},]|$))|\xef\xbc[\x89\x8c\x9b]|\xe3\x80[\x81\x82\x91]/;
const ESCAPE = /\\+["']|&(?:quot|apos|#3[49]|lt|gt|amp);/g;
const MEANINGS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/**
 * Reads a part of a line no further than what encloses it.
 * @param word where the word begins that is looked at. @param from where to read from, at or behind the word. @param to at most.
 */
export function textWithin(scan: Scan, word: number, from: number, to: number): string {
  return withinEnclosure(scan.ascii(from, to), () =>
    scan.ascii(Math.max(scan.back, word - ENCLOSING_BYTES), from),
  );
}

/** @param text from a word on. @param before some of what stands before it. @returns the part that means one thing with the word. */
export function withinEnclosure(text: string, before: () => string): string {
  const end = END.exec(text);
  if (end === null) return text;
  const inside = text.slice(0, end.index);
  return isEnclosedBy(end[0], inside, before()) ? inside : text;
}

function isEnclosedBy(end: string, inside: string, before: string): boolean {
  switch (end[0]) {
    case ']':
      return !inside.includes('[') && before.lastIndexOf('[') > before.lastIndexOf(']');
    case '<':
      return !inside.includes('<') && before.lastIndexOf('>') > before.lastIndexOf('<');
    case '&':
      return !inside.includes('&lt;') && before.lastIndexOf('&gt;') > before.lastIndexOf('&lt;');
    case '"':
      return !inside.includes('"') && before.split('"').length % 2 === 0;
    default:
      return true;
  }
}

/** A text without its escapes. */
export interface PlainText {
  readonly text: string;
  /** Where what stands there stood before. */
  at(position: number): number;
}

/** @returns the text with escaped quotes and signs as they were before it was quoted or written into XML. */
export function withoutEscapes(escaped: string): PlainText {
  if (!escaped.includes('\\') && !escaped.includes('&')) return { text: escaped, at: (position) => position };
  let text = '';
  let last = 0;
  /** Ends of escapes: where they are in the plain text, and how much shorter it is from there on. */
  const shorter: (readonly [at: number, by: number])[] = [];
  for (const { 0: found, index } of escaped.matchAll(ESCAPE)) {
    text += escaped.slice(last, index) + (MEANINGS[found] ?? found.slice(-1));
    last = index + found.length;
    shorter.push([text.length, last - text.length]);
  }
  text += escaped.slice(last);
  return { text, at: (position) => position + (shorter.findLast(([at]) => at <= position)?.[1] ?? 0) };
}
