// Redaction of a case: one set of names and stand-ins for all its texts. Pure and synchronous: numbers are handed out in the
// order in which names are seen. Runs in the engine's process.
import type { RedactionLevel, RedactionRule } from '#shared/schema/redaction.ts';
import { NarrowView } from './encoding/narrow-view.ts';
import { SoiledBytes } from './encoding/soiled-bytes.ts';
import { type NoText, textKind } from './encoding/text-kind.ts';
import { NameTable } from './names/name-table.ts';
import { isGivenName } from './names/name-worth.ts';
import type { CaseNames } from './scan/scan.ts';
import { scanText } from './scan/scan-text.ts';
import { TokenMemory } from './scan/token-memory.ts';
import type { News } from './segment-redactor.ts';
import type { StandInKind } from './stand-in-kind.ts';
import type { StandIns } from './stand-ins.ts';
import {
  lateScan,
  NarrowRedaction,
  type ScanText,
  type TextRedaction,
  WideRedaction,
} from './text-redaction.ts';

/** A text that stays here, because nothing in it can be replaced. */
export interface Unreadable {
  readonly withheld: NoText;
}

/** Kinds of names that the machine or the user tells. */
export type GivenKind = 'host' | 'domain' | 'user' | 'keyword';

export interface Redactor {
  readonly level: RedactionLevel;
  /** How many names are replaced wherever they stand. A text that began when there were fewer needs {@link openLate}. */
  readonly learned: number;
  /** What was given out and learned when there were so many stand-ins and names already. */
  newsSince(standIns: number, names: number): News;
  /** Too many names to replace all of them everywhere: further ones are replaced in their own surroundings only. */
  readonly hasTooManyNames: boolean;
  /** Begins a text. @param sample its first bytes, up to 64 KiB, or all of it; they are written to it again. */
  openText(sample: Buffer): TextRedaction | Unreadable;
  /** Begins a text that was redacted when `since` names were known: replaces only those learned later. */
  openLate(sample: Buffer, since: number): TextRedaction | Unreadable;
  /** For strings of our own, such as names of entries: the same stand-ins. */
  redactString(text: string): string;
  /**
   * A name from outside of the texts. Ordinary words, accounts of every machine and very short names are left to rules that
   * look at what stands beside them; a keyword is taken as it is, at level off too.
   */
  learn(kind: GivenKind, name: string): void;
}

/** @param options.standIns of the case; grows. */
export function createRedactor(options: { level: RedactionLevel; standIns: StandIns }): Redactor {
  const { level, standIns } = options;
  const shared: CaseNames = { level, standIns, names: new NameTable(), memory: new TokenMemory() };
  for (const { kind, original, everywhere } of [...standIns.originals()]) {
    if (everywhere && (level !== 'off' || kind === 'keyword')) addName(shared, kind, original);
  }
  return {
    level,
    get learned() {
      return shared.names.count;
    },
    newsSince: (kept, learned) => ({
      standIns: standIns.keptSince(kept),
      names: shared.names.addedSince(learned),
    }),
    get hasTooManyNames() {
      return shared.names.isFull;
    },
    openText: (sample) => open(sample, shared, scanText),
    openLate: (sample, since) => open(sample, shared, lateScan(since)),
    redactString: (text) => {
      const redaction = new NarrowRedaction(shared, scanText, new NarrowView(Buffer.alloc(0)));
      const bytes = Buffer.from(text, 'utf8');
      return Buffer.concat([redaction.write(bytes), redaction.end()]).toString('utf8');
    },
    learn: (kind, name) => {
      const given = name.trim();
      if (given.length < 2 || (kind !== 'keyword' && (level === 'off' || !isGivenName(given)))) return;
      addName(shared, kind, given);
    },
  };
}

function open(sample: Buffer, shared: CaseNames, scan: ScanText): TextRedaction | Unreadable {
  const kind = textKind(sample);
  if (kind === 'binary' || kind === 'unknown-encoding') return { withheld: kind };
  const marks = { markBytes: startsWithMark(sample) ? MARK_BYTES : 0 };
  if (kind === 'narrow') {
    return new NarrowRedaction(shared, scan, new NarrowView(sample), {
      soiled: new SoiledBytes(sample.length),
      ...marks,
    });
  }
  const view = new NarrowView(Buffer.alloc(0));
  const soiled = new SoiledBytes(0);
  return new WideRedaction(new NarrowRedaction(shared, scan, view, { soiled, ...marks }), kind);
}

/** Of a byte order mark as the scanner sees it: in UTF-8, whatever the text is in. */
const MARK_BYTES = 3;
const BYTE_ORDER_MARKS = [Buffer.of(0xef, 0xbb, 0xbf), Buffer.of(0xff, 0xfe), Buffer.of(0xfe, 0xff)];

function startsWithMark(sample: Buffer): boolean {
  return BYTE_ORDER_MARKS.some((mark) => sample.subarray(0, mark.length).equals(mark));
}

const RULES: Readonly<Record<GivenKind, RedactionRule>> = {
  host: 'host',
  domain: 'domain',
  user: 'user',
  keyword: 'keyword',
};

function addName(shared: CaseNames, kind: StandInKind, name: string): void {
  const { names, standIns } = shared;
  const rule = RULES[kind as GivenKind] ?? 'keyword';
  const dot = name.indexOf('.');
  if (kind !== 'host' || dot <= 0) {
    names.add(name, rule, () => standIns.everywhere(kind, name), true);
    return;
  }
  const host = name.slice(0, dot);
  const domain = name.slice(dot + 1);
  names.add(
    name,
    rule,
    () => `${standIns.standInFor('host', host)}.${standIns.everywhere('domain', domain)}`,
    true,
  );
  if (isGivenName(host)) addName(shared, 'host', host);
  if (domain.includes('.')) addName(shared, 'domain', domain);
}
