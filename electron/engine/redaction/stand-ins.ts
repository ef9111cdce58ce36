// The map of a case from names to stand-ins: stable within the case and its later packets. It stays on this machine; secrets
// are never in it. Runs in the engine's process, and closed copies of it in its threads.

import type { SavedStandIns } from './saved-stand-ins-schema.ts';
import { STAND_IN, standInForm } from './stand-in-forms.ts';
import { STAND_IN_KINDS, type StandInKind } from './stand-in-kind.ts';
import { UnknownName } from './unknown-name.ts';

export interface StandIn {
  readonly kind: StandInKind;
  /** As it was first seen. */
  readonly original: string;
  readonly standIn: string;
  /** Replaced wherever it stands, not only where its surroundings say what it is. */
  readonly everywhere: boolean;
}

/** A piece of a text with stand-ins; `original` where the piece is one. */
export interface RevealedPiece {
  readonly text: string;
  readonly original?: string;
}

const SECRET_BYTES = 16;
const QUICK_NAMES = 20_000;

export class StandIns {
  readonly #secret: Uint8Array;
  readonly #numbers = new Map<string, number>();
  readonly #networks = new Map<string, number>();
  readonly #byOriginal = new Map<string, { -readonly [key in keyof StandIn]: StandIn[key] }>();
  readonly #originals = new Map<string, string>();
  /** As texts write them, so that a name met again costs one look-up. */
  readonly #quick = Object.fromEntries(
    STAND_IN_KINDS.map((kind) => [kind, new Map<string, string>()]),
  ) as Readonly<Record<StandInKind, Map<string, string>>>;

  readonly #addresses = new Map<number, string>();
  /** In the order of first sight. */
  readonly #kept: StandIn[] = [];
  #isClosed = false;

  private constructor(secret: Uint8Array) {
    if (secret.length < SECRET_BYTES) throw new RangeError('the secret of a case has at least 16 bytes');
    this.#secret = secret;
  }

  /** For a new case. @param secret random, at least 16 bytes. */
  static fresh(secret: Uint8Array): StandIns {
    return new StandIns(Uint8Array.from(secret));
  }

  /** For a later packet of a case. */
  static restore(saved: SavedStandIns): StandIns {
    const standIns = new StandIns(Buffer.from(saved.secret, 'base64'));
    for (const [family, count] of Object.entries(saved.numbers)) standIns.#numbers.set(family, count);
    for (const [network, number] of Object.entries(saved.networks)) standIns.#networks.set(network, number);
    for (const entry of saved.entries) standIns.#keep(entry);
    return standIns;
  }

  /** A copy that gives out nothing of its own: what it was not told throws UnknownName. */
  static copy(): StandIns {
    const copy = new StandIns(new Uint8Array(SECRET_BYTES));
    copy.#isClosed = true;
    return copy;
  }

  /** What was given out when there were `count` of them already, in that order. */
  keptSince(count: number): readonly StandIn[] {
    return this.#kept.slice(count);
  }

  /** Takes over what the case has given out. */
  follow(kept: readonly StandIn[]): void {
    for (const entry of kept) this.#keep(entry);
  }

  /** The same for the same original, whatever its case. */
  standInFor(kind: StandInKind, original: string): string {
    const quick = this.#quick[kind];
    const seen = quick.get(original);
    if (seen !== undefined) return seen;
    const key = original.toLowerCase();
    const known = this.#byOriginal.get(`${kind} ${key}`);
    if (known) {
      if (quick.size > QUICK_NAMES) quick.clear();
      quick.set(original, known.standIn);
      return known.standIn;
    }
    if (this.#isClosed) throw new UnknownName();
    const standIn = standInForm(kind, key, this.#secret, (family, thing) => this.#numberOf(family, thing));
    this.#keep({ kind, original, standIn, everywhere: false });
    return standIn;
  }

  /** As {@link standInFor}, for an address of IPv4 by its four numbers: logs are full of them. */
  standInForAddress([a, b, c, d]: readonly [number, number, number, number]): string {
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    const seen = this.#addresses.get(address);
    if (seen !== undefined) return seen;
    const standIn = this.standInFor('ipv4', `${a}.${b}.${c}.${d}`);
    if (this.#addresses.size > QUICK_NAMES) this.#addresses.clear();
    this.#addresses.set(address, standIn);
    return standIn;
  }

  /** As {@link standInFor}, for what is replaced wherever it stands. */
  everywhere(kind: StandInKind, original: string): string {
    const standIn = this.standInFor(kind, original);
    const entry = this.#byOriginal.get(`${kind} ${original.toLowerCase()}`);
    if (entry) entry.everywhere = true;
    return standIn;
  }

  /** All that has a stand-in, in the order of first sight. */
  originals(): Iterable<StandIn> {
    return this.#byOriginal.values();
  }

  /** To be written for the user only, and never into a packet. */
  save(): SavedStandIns {
    return {
      formatVersion: 1,
      secret: Buffer.from(this.#secret).toString('base64'),
      numbers: Object.fromEntries(this.#numbers),
      networks: Object.fromEntries(this.#networks),
      entries: [...this.#byOriginal.values()].map((entry) => ({ ...entry })),
    };
  }

  /** Turns stand-ins back into names: for a reply of the support engineer, and for the view before and after. */
  reveal(text: string): { readonly text: string; readonly pieces: readonly RevealedPiece[] } {
    const pieces: RevealedPiece[] = [];
    let from = 0;
    for (const match of text.matchAll(STAND_IN)) {
      const original = this.#originals.get(match[0]) ?? this.#originals.get(match[0].toLowerCase());
      if (original === undefined) continue;
      if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
      pieces.push({ text: match[0], original });
      from = match.index + match[0].length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from) });
    return { text: pieces.map((piece) => piece.original ?? piece.text).join(''), pieces };
  }

  #keep(entry: StandIn): void {
    this.#byOriginal.set(`${entry.kind} ${entry.original.toLowerCase()}`, { ...entry });
    this.#kept.push(entry);
    this.#originals.set(entry.standIn, entry.original);
  }

  /** Names have a number of their own by being kept; networks are remembered apart, for addresses still to come. */
  #numberOf(family: string, thing: string): number {
    const network = `${family} ${thing}`;
    const known = this.#networks.get(network);
    if (known !== undefined) return known;
    const number = (this.#numbers.get(family) ?? 0) + 1;
    this.#numbers.set(family, number);
    if (family === 'net' || family === 'prefix' || family.startsWith('subnet ')) {
      this.#networks.set(network, number);
    }
    return number;
  }
}
