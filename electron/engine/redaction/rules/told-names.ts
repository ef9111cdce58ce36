// Rule: names and secrets that the sentence or the command line of a known program tells, by patterns that one of its words sets
// off; and distinctive names behind a word for machines or people. Runs in the engine's process.
import { isOrdinary, isPlainWord, isSomeone, isStandIn } from '../names/name-worth.ts';
import type { Scan } from '../scan/scan.ts';
import { domainUser } from './account.ts';
import { domainName, domainStandIn } from './domain-name.ts';
import { type PlainText, textWithin, withoutEscapes } from './enclosed-text.ts';
import { learnHost, learnUser } from './learn.ts';
import type { WordPattern } from './told-pattern.ts';
import { matches } from './value-end.ts';

const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const MOST_STARRED = 80;
/** What directly follows a word is shorter, its escapes included. */
const MOST_FOLLOWING = 64;
/** Whether a pattern looks for the end of the line. */
const ending = new WeakMap<RegExp, boolean>();
/** How much of a line patterns look at, in bytes. */
const MOST = 300;
/** What stands where a value could and is none. */
const NO_VALUE = /^(?:\*+|<.*|\$[{(].*|\$\w+|%\w+%|\[.*|\{\{.*|-{1,2}\w.*|[.,;:]+)$/;

/** @returns where scanning goes on, 0 where no pattern fits of those that the word under the scanner sets off. */
export function toldNames(scan: Scan, start: number, end: number): number {
  let words: WordsAt | undefined;
  for (const pattern of scan.told) {
    if (!mayFit(scan, start, end, pattern)) continue;
    words ??= new WordsAt(scan, start, end);
    const done = tell(scan, words, pattern);
    if (done > 0) return done;
  }
  return 0;
}

/** What patterns look at: read once for all that a word sets off. */
class WordsAt {
  readonly start: number;
  readonly #scan: Scan;
  readonly #to: number;
  #text: string | undefined;
  #plain: PlainText | undefined;
  #part: string | undefined;

  constructor(scan: Scan, start: number, end: number) {
    this.start = start;
    this.#scan = scan;
    this.#to = Math.min(scan.lineEnd, end + MOST);
  }

  /** The word and what follows it. */
  get text(): string {
    this.#text ??= this.#scan.ascii(this.start, this.#to);
    return this.#text;
  }

  /** Without escapes. @param before what a pattern looks back at. */
  plain(before: string): PlainText {
    if (before !== '') return withoutEscapes(before + this.text);
    this.#plain ??= withoutEscapes(this.text);
    return this.#plain;
  }

  /** No further than what encloses the word. */
  get enclosed(): string {
    this.#part ??= textWithin(this.#scan, this.start, this.start, this.#to);
    return this.#part;
  }
}

/** A look at a few bytes. */
function mayFit(
  scan: Scan,
  start: number,
  end: number,
  { capitals, after, follows, unless }: WordPattern,
): boolean {
  if (capitals && (scan.at(start) > 0x5a || scan.at(end - 1) > 0x5a)) return false;
  if (after !== '' && !matches(scan, start - after.length, after)) return false;
  if (follows === undefined) return true;
  const next = scan.at(end);
  if (next === BACKSLASH || next === AMPERSAND) {
    const { text } = withoutEscapes(scan.ascii(end, Math.min(scan.lineEnd, end + MOST_FOLLOWING)));
    return follows.some((following) => text.toLowerCase().startsWith(following));
  }
  for (const text of follows) {
    if (text.charCodeAt(0) === next && matches(scan, end, text)) return !isOneOf(scan, end, unless);
  }
  return false;
}

function isOneOf(scan: Scan, at: number, texts: readonly string[]): boolean {
  for (const text of texts) if (matches(scan, at, text)) return true;
  return false;
}

function tell(scan: Scan, words: WordsAt, { text, behind, ofLine, program }: WordPattern): number {
  const from = Math.max(scan.back, words.start - behind);
  if (ofLine && from !== scan.lineStart) return 0;
  const before = scan.ascii(from, words.start);
  let plain = words.plain(before);
  let indices = text.exec(plain.text)?.indices?.groups;
  if (indices === undefined) {
    // Only where a line ends can end it what encloses it.
    if (!seeksEnd(text)) return 0;
    const { enclosed } = words;
    if (enclosed === words.text) return 0;
    plain = withoutEscapes(before + enclosed);
    indices = text.exec(plain.text)?.indices?.groups;
    if (indices === undefined) return 0;
  }
  if (program !== undefined && !program.test(scan.ascii(scan.back, words.start))) return 0;
  const places = Object.entries(indices)
    .flatMap(([group, place]) =>
      place
        ? [{ kind: group.replace(/\d$/, ''), from: from + plain.at(place[0]), to: from + plain.at(place[1]) }]
        : [],
    )
    .sort((one, other) => one.from - other.from);
  let done = 0;
  for (const place of places) {
    if (place.from >= scan.decided && take(scan, place.kind, place.from, place.to))
      done = Math.max(place.to, scan.decided);
  }
  return done;
}

function seeksEnd(text: RegExp): boolean {
  const known = ending.get(text);
  if (known !== undefined) return known;
  const seeks = /\$(?:[)|]|$)/.test(text.source);
  ending.set(text, seeks);
  return seeks;
}

/** @param kind a group's name without its number. @returns whether it was replaced. */
export function take(scan: Scan, kind: string, from: number, to: number): boolean {
  const text = scan.ascii(from, to);
  if (NO_VALUE.test(text)) return false;
  if (/^(?:secret|sure|later|latersure)$/.test(kind)) {
    const isLater = kind.startsWith('later');
    const isSure = kind.endsWith('sure') || (isLater && isQuoted(scan, from));
    if (!isSure && isPlainWord(text.toLowerCase())) return false;
    if (isLater) scan.later(from, to);
    else scan.mask(from, to, 'command-line-secret');
    return !isLater;
  }
  if (scan.shared.level === 'off') return false;
  if (kind === 'user') return takeUser(scan, from, to);
  if (kind === 'host') return takeHost(scan, from, to);
  if (kind === 'mac' || kind === 'wwn' || kind === 'address') {
    const rule = kind === 'address' ? 'ipv4' : kind;
    if (/^(?:(?:0|127)\.|[0f]+$)/i.test(text)) return false;
    scan.standIn(from, to, rule, rule, text);
    return true;
  }
  const domain = text.replace(/, ?dc=/gi, '.');
  if (isOrdinary(domain.toLowerCase()) || isMember(text) || isStandIn(domain)) return false;
  scan.standIn(from, to, 'domain', 'domain', domain);
  return true;
}

/** model.local of a program. */
function isMember(text: string): boolean {
  const dot = text.lastIndexOf('.');
  return (
    dot > 0 &&
    text
      .slice(0, dot)
      .toLowerCase()
      .split('.')
      .every((label) => isPlainWord(label))
  );
}

function isQuoted(scan: Scan, from: number): boolean {
  return scan.at(from - 1) === 0x22 || scan.at(from - 1) === 0x27;
}

/** @returns whether it was replaced: no account of every machine, no word. */
export function takeUser(scan: Scan, from: number, to: number): boolean {
  const name = scan.name(from, to);
  const backslash = scan.ascii(from, to).indexOf('\\');
  if (backslash > 0) return domainUser(scan, from, from + backslash, true) > 0;
  if (!isSomeone(name)) return false;
  scan.standIn(from, to, 'user', 'user', name);
  learnUser(scan.shared, name, false);
  return true;
}

/** @returns whether it was replaced: no address, no word, no name of everybody's. */
export function takeHost(scan: Scan, from: number, to: number): boolean {
  const name = scan.ascii(from, to);
  if (
    isStandIn(name) ||
    /^[\d.]+$/.test(name) ||
    isOrdinary(name.toLowerCase()) ||
    /^Instance\d+$|^_|_$|__/i.test(name) ||
    (name.includes('_') && !/\d/.test(name))
  )
    return false;
  const parts = name.includes('.') ? domainName(name, true) : undefined;
  if (parts) {
    if (parts.host !== '') learnHost(scan.shared, parts.host);
    scan.replace(from, to, parts.host === '' ? 'domain' : 'host', domainStandIn(scan, parts));
    return true;
  }
  if (name.includes('.')) return false;
  scan.standIn(from, to, 'host', 'host', name);
  learnHost(scan.shared, name);
  return true;
}

/** [client*host], as CommVault writes its machines. @param at the star. @returns where scanning goes on, 0 where none stand. */
export function starredHosts(scan: Scan, at: number): number {
  const before = /\[([\w.-]{3,})$/.exec(scan.ascii(Math.max(scan.back, at - MOST_STARRED), at))?.[1];
  const after = /^([\w.-]{3,})[\]*]/.exec(scan.ascii(at + 1, Math.min(scan.lineEnd, at + MOST_STARRED)))?.[1];
  if (
    before === undefined ||
    after === undefined ||
    (before !== after && before.length + after.length < 10) ||
    !/[a-z]/i.test(before) ||
    !/[a-z]/i.test(after)
  )
    return 0;
  const takenBefore = at - before.length >= scan.decided && takeHost(scan, at - before.length, at);
  const takenAfter = takeHost(scan, at + 1, at + 1 + after.length);
  return takenAfter ? at + 1 + after.length : takenBefore ? at + 1 : 0;
}
