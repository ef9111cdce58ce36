// The text under the scanner: a window of bytes with what was replaced in it so far. Rules read it and replace through it. Runs
// in the engine's process.
import type { RedactionLevel, RedactionRule } from '#shared/schema/redaction.ts';
import { decodedText } from '../encoding/decoded-text.ts';
import type { NameTable } from '../names/name-table.ts';
import type { WordPattern } from '../rules/told-pattern.ts';
import type { StandInKind } from '../stand-in-kind.ts';
import type { StandIns } from '../stand-ins.ts';
import { ClearStretch } from './clear-stretch.ts';
import { type Decision, STAYS, type TokenMemory } from './token-memory.ts';
import { WalkMemory } from './walk/walk-memory.ts';

/** What every text of a case shares. */
export interface CaseNames {
  readonly level: RedactionLevel;
  readonly standIns: StandIns;
  readonly names: NameTable;
  readonly memory: TokenMemory;
}

/** How far behind and ahead of a position a rule may look, in bytes: so that where chunks end changes nothing. */
export const LOOK_BACK = 512;
export const LOOK_AHEAD = 16 * 1024;

/** Made when the first text comes; one for all texts, because each is there only while a window of it is scanned. */
let walkMemory: WalkMemory | undefined;

/** What secrets become. */
const MASK = '***';

export class Scan {
  /** The text with every byte of a character beyond ASCII at 0x80 or above; for UTF-8 the text itself. */
  bytes: Buffer = Buffer.alloc(0);
  /** The text as it is. */
  raw: Buffer = Buffer.alloc(0);
  /** First byte of the line, or the first that is at hand. */
  lineStart = 0;
  /** How far back a rule may look: the start of the line, or less. */
  back = 0;
  /** End of the line, its line feed left out, or as far as a rule may look. */
  lineEnd = 0;
  /** A private key began in an earlier line. */
  inPrivateKey = false;
  /** A logger wrote something before each line of that key. */
  keyHasPrefix = false;
  /** Lines of that key so far. */
  keyLines = 0;
  /** The line before named a secret whose value is in this one; undefined where it did not. */
  valueFollows: 'named' | 'block' | 'list' | 'answer' | 'data' | undefined;
  /** What the word under the scanner sets off. */
  told: readonly WordPattern[] = [];
  /** Only names learned after this many are looked for. */
  since = 0;
  /** Where no value ends, and where no bracket closes. */
  readonly withoutEnd = new ClearStretch();
  readonly withoutBracket = new ClearStretch();
  readonly shared: CaseNames;
  readonly counts: Map<RedactionRule, number>;
  /** Where the hot loop reads the text, and where the result is put together. */
  readonly memory: WalkMemory;
  /** Where in the memory the next byte of the result is put. */
  #out = 0;
  #copied = 0;
  /** The next line feed, or the end of what is at hand. */
  #feed = -1;
  #end = 0;
  #later: { from: number; to: number } | undefined;

  /** @param counts of the text; counted up. */
  constructor(shared: CaseNames, counts = new Map<RedactionRule, number>()) {
    this.shared = shared;
    this.counts = counts;
    walkMemory ??= new WalkMemory();
    this.memory = walkMemory;
  }

  /** @param from what lies before it has been passed on already and is there to be looked back at. */
  begin(bytes: Buffer, raw: Buffer, from: number): void {
    this.bytes = bytes;
    this.raw = raw;
    this.#copied = from;
    this.memory.load(this, bytes, raw);
    this.#out = this.memory.outAt;
    this.withoutEnd.forget();
    this.withoutBracket.forget();
  }

  /** @returns a copy of the text up to `to` with its replacements. */
  finish(to: number): Buffer {
    if (this.#copied < to) this.#keep(to);
    this.memory.check(this);
    this.raw = this.raw.subarray(0, 0);
    return Buffer.from(this.memory.bytes.subarray(this.memory.outAt, this.#out));
  }

  /** Tells the rules how far they may look around a position. */
  look(at: number): void {
    if (at > this.#feed) this.#feed = this.memory.lineEnd(at, this.#end);
    this.back = Math.max(this.lineStart, at - LOOK_BACK);
    this.lineEnd = Math.min(this.#feed, at + LOOK_AHEAD);
  }

  /** @param end of what is at hand. */
  newWindow(end: number): void {
    this.#end = end;
    this.#feed = -1;
  }

  /** Up to where the text is decided: no replacement may begin before it. */
  get decided(): number {
    return this.#copied;
  }

  /** The byte at a position of the line; 0 outside of it. */
  at(position: number): number {
    return position >= this.back && position < this.lineEnd ? (this.bytes[position] ?? 0) : 0;
  }

  /** ASCII of the line; other bytes come out as some character at or above U+0080. */
  ascii(from: number, to: number): string {
    return from < to ? this.bytes.toString('latin1', from, to) : '';
  }

  /** A name of any language. */
  name(from: number, to: number): string {
    return decodedText(this.raw.subarray(from, to));
  }

  /** Replaces a stretch; what overlaps an earlier replacement is left as it is. @param text ASCII. */
  replace(from: number, to: number, rule: RedactionRule, text: string): void {
    if (from < this.#copied) return;
    this.#keep(from);
    const { memory } = this;
    memory.room(this.#out + text.length);
    let at = this.#out;
    for (let char = 0; char < text.length; char += 1) memory.bytes[at++] = text.charCodeAt(char);
    this.#out = at;
    this.#copied = to;
    this.counts.set(rule, (this.counts.get(rule) ?? 0) + 1);
  }

  /** What was decided about a token in this case; undefined where it was not yet. */
  remembered(from: number, to: number, question: number): Decision | undefined {
    const { memory, names } = this.shared;
    return memory.find(this.bytes, from, to, question, names.count);
  }

  /** Remembers that a token stays. @returns 0: no rule took anything. */
  stays(from: number, to: number, question: number): 0 {
    const { memory, names } = this.shared;
    memory.keep(this.bytes, from, to, question, names.count, STAYS);
    return 0;
  }

  /** Replaces the first `size` bytes of a token, now and whenever it is met again. @returns where scanning goes on. */
  decide(from: number, to: number, question: number, decision: Decision): number {
    const { memory, names } = this.shared;
    memory.keep(this.bytes, from, to, question, names.count, decision);
    this.replace(from, from + decision.size, decision.rule, decision.text);
    return from + decision.size;
  }

  /** Does what was decided about a token. @returns where scanning goes on, 0 where it stays. */
  follow(from: number, decision: Decision): number {
    if (decision.size === 0) return 0;
    this.replace(from, from + decision.size, decision.rule, decision.text);
    return from + decision.size;
  }

  /** Takes a stretch out without counting: the rest of what was replaced in an earlier line. */
  drop(from: number, to: number): void {
    if (from > this.#copied) this.#keep(from);
    this.#copied = Math.max(this.#copied, to);
  }

  /** Replaces a secret by the mark. */
  mask(from: number, to: number, rule: RedactionRule): void {
    if (to - from === MASK.length && this.ascii(from, to) === MASK) return;
    this.replace(from, to, rule, MASK);
  }

  /** A secret further on in this line, which other rules must not read first. */
  later(from: number, to: number): void {
    this.#later = { from, to };
  }

  /** Whether such a secret is still ahead. */
  get waits(): boolean {
    return this.#later !== undefined;
  }

  /** Whether what comes next means something else because of what came before: a key or a value goes on. */
  get isInside(): boolean {
    return this.inPrivateKey || this.valueFollows !== undefined || this.waits;
  }

  /** Masks that secret once scanning comes to it. @returns where scanning goes on, 0 where nothing waits here. */
  maskLater(at: number): number {
    const later = this.#later;
    if (later === undefined || at < later.from) return 0;
    this.#later = undefined;
    if (at >= later.to || this.#copied > later.from) return 0;
    this.mask(later.from, later.to, 'command-line-secret');
    return later.to;
  }

  /** Replaces a name by its stand-in. */
  standIn(from: number, to: number, rule: RedactionRule, kind: StandInKind, original: string): void {
    if (from < this.#copied) return;
    this.replace(from, to, rule, this.shared.standIns.standInFor(kind, original));
  }

  #keep(to: number): void {
    const { memory } = this;
    const size = to - this.#copied;
    memory.room(this.#out + size);
    memory.copy(this.#out, memory.rawAt + this.#copied, size);
    this.#out += size;
    this.#copied = to;
  }
}
