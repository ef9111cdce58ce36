// Counts the trouble in a time line as it passes by: first lines of each component, codes, minutes.
// Memory grows with components and codes, not with lines. Runs in the engine's process.
import type { IncidentAnchor, IncidentCode } from '#shared/schema/incident.ts';
import type { LocalMoments } from '../local-moments.ts';
import { incidentLine } from './incident-line.ts';
import type { IncidentEntry } from './log-entries.ts';
import { type ComponentMinutes, troubleSeries } from './trouble-series.ts';
import { findTrouble } from './trouble-signs.ts';

const MINUTE_MS = 60_000;
/** The first line of each kind of trouble, so many for each component. */
const MAX_ANCHORS_PER_COMPONENT = 3;
const MAX_ANCHOR_CHARACTERS = 500;
const MAX_CODES = 20;
/** Different codes that are counted at all: a log full of random numbers must not fill the memory. */
const MAX_COUNTED_CODES = 10_000;

interface ComponentTrouble extends ComponentMinutes {
  readonly anchors: Map<string, IncidentAnchor>;
}
type GrowingCode = { -readonly [Part in keyof IncidentCode]: IncidentCode[Part] };

export class TroubleTally {
  readonly #times: LocalMoments;
  readonly #components = new Map<string, ComponentTrouble>();
  readonly #codes = new Map<string, GrowingCode>();
  lineCount = 0;
  troubleCount = 0;

  constructor(times: LocalMoments) {
    this.#times = times;
  }

  /** @returns whether the entry tells of trouble. */
  add(entry: IncidentEntry): boolean {
    this.lineCount += 1;
    const found = findTrouble(entry.message);
    if (found === undefined) return false;
    this.troubleCount += 1;
    const { instance, component } = entry.log;
    const key = `${instance}/${component}`.toLowerCase();
    let trouble = this.#components.get(key);
    if (trouble === undefined) {
      trouble = { instance, component, anchors: new Map(), counts: new Map() };
      this.#components.set(key, trouble);
    }
    const minute = Math.floor(entry.moment / MINUTE_MS);
    trouble.counts.set(minute, (trouble.counts.get(minute) ?? 0) + 1);
    this.#keepAnchor(trouble, entry, found.sign, found.codes[0]);
    for (const code of found.codes) this.#count(code, entry);
    return true;
  }

  #keepAnchor(
    { anchors }: ComponentTrouble,
    entry: IncidentEntry,
    sign: string,
    code: string | undefined,
  ): void {
    const kind = code ?? sign;
    if (anchors.has(kind) || anchors.size === MAX_ANCHORS_PER_COMPONENT) return;
    const line = incidentLine(entry, this.#times, MAX_ANCHOR_CHARACTERS);
    anchors.set(kind, { ...line, sign, ...(code === undefined ? {} : { code }) });
  }

  #count(code: string, { log, moment, line }: IncidentEntry): void {
    const known = this.#codes.get(code);
    if (known !== undefined) {
      known.count += 1;
      if (!known.components.includes(log.component)) known.components.push(log.component);
    } else if (this.#codes.size < MAX_COUNTED_CODES) {
      const first = { time: this.#times.text(moment), file: log.file, line };
      this.#codes.set(code, { code, count: 1, components: [log.component], first });
    }
  }

  /** In the order of time. */
  anchors(): IncidentAnchor[] {
    const all = [...this.#components.values()].flatMap(({ anchors }) => [...anchors.values()]);
    return all.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  }

  /** The most frequent first. */
  codes(): IncidentCode[] {
    return [...this.#codes.values()].sort((a, b) => b.count - a.count).slice(0, MAX_CODES);
  }

  /** @param window that the series must span at least. */
  series(window: { readonly from: number; readonly to: number } | undefined) {
    return troubleSeries([...this.#components.values()], window, this.#times);
  }
}
