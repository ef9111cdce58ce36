// The incident's time line: all wanted lines of all logs in one sequence, and what they amount to.
// Runs in the engine's process.
import type { IncidentFacts, IncidentLine } from '#shared/schema/incident.ts';
import type { Computed, Note } from '../collectors/collector.ts';
import type { Host } from '../host/host.ts';
import { LocalMoments } from '../local-moments.ts';
import { LogClock } from '../logs/log-clock.ts';
import { incidentLine } from './incident-line.ts';
import type { IncidentLog } from './incident-log.ts';
import type { IncidentScope } from './incident-scope.ts';
import { logEntries } from './log-entries.ts';
import { mergeEntries } from './merge-entries.ts';
import { narrowWindow } from './narrow-window.ts';
import { MAX_MESSAGE_CHARACTERS, NearFocus } from './near-focus.ts';
import type { Survey } from './survey-log.ts';
import { type Surveyed, surveyLogs } from './survey-logs.ts';
import { TimeLineText } from './time-line-text.ts';
import { TroubleTally } from './trouble-tally.ts';

const MAX_TEXT_BYTES = 50 * 1024 ** 2;
/** Logs that are open at a time while merging. */
const MAX_LOGS = 1_000;
const SURVEY_MS = 240_000;
const MERGE_MS = 120_000;
const CHUNK_CHARACTERS = 64 * 1024;

/** incident.json: the facts of the case sheet and the lines nearest to the incident. */
export interface IncidentReport extends IncidentFacts {
  readonly timeZone: string;
  readonly logs: { file: string; instance: string; component: string }[];
  readonly lines: IncidentLine[];
  /** `lines` are not all of the time line. */
  readonly linesCut: boolean;
}

export class IncidentTimeLine {
  readonly #logs: readonly IncidentLog[];
  readonly #scope: IncidentScope;
  #report: IncidentReport | undefined;
  #quotes: readonly string[] = [];

  /** @param logs the newest first. */
  constructor(logs: readonly IncidentLog[], scope: IncidentScope) {
    this.#logs = logs;
    this.#scope = scope;
  }

  /** Known when the text is out. */
  get report(): IncidentReport | undefined {
    return this.#report;
  }

  /** Paths of the logs whose lines it holds. */
  get quotes(): readonly string[] {
    return this.#quotes;
  }

  /** timeline.txt. Throws only when cancelled. */
  async *text(host: Host, signal: AbortSignal): AsyncGenerator<Buffer, Computed> {
    const clock = new LogClock(host.timeZone);
    const times = new LocalMoments(host.timeZone);
    const goesOn = within(host, SURVEY_MS);
    const surveyed = await surveyLogs(this.#logs, this.#scope, { host, clock, signal, goesOn });
    const surveys = surveyed.surveys.slice(0, MAX_LOGS).sort(byAge);
    const limits = narrowWindow(surveys, focusOf(surveyed), MAX_TEXT_BYTES);
    const wanted = limits === undefined ? surveyed.wanted : { ...surveyed.wanted, limits };

    const text = new TimeLineText(
      surveys.map(({ log }) => log),
      times,
    );
    const tally = new TroubleTally(times);
    const near = new NearFocus(focusOf(surveyed));
    const entries = mergeEntries(surveys.map((survey) => logEntries(host, survey, wanted, clock, signal)));
    const mergeGoesOn = within(host, MERGE_MS);
    let late = surveyed.incomplete;
    let overfull = limits !== undefined || surveys.length < surveyed.surveys.length;
    let bytes = 0;
    let pending = text.head();
    for await (const entry of entries) {
      signal.throwIfAborted();
      late ||= !mergeGoesOn();
      overfull ||= bytes > MAX_TEXT_BYTES;
      if (!mergeGoesOn() || bytes > MAX_TEXT_BYTES) break;
      pending += text.entry(entry, tally.add(entry));
      near.add(entry);
      if (pending.length < CHUNK_CHARACTERS) continue;
      const chunk = Buffer.from(pending);
      bytes += chunk.length;
      pending = '';
      yield chunk;
    }
    yield Buffer.from(pending);

    const cut = late ? 'time-limit' : overfull ? 'around-incident' : undefined;
    this.#report = {
      ...this.#facts(surveyed, tally, times),
      ...(cut === undefined ? {} : { cut }),
      timeZone: host.timeZone,
      logs: surveys.map(({ log: { file, instance, component } }) => ({ file, instance, component })),
      lines: near.entries().map((entry) => incidentLine(entry, times, MAX_MESSAGE_CHARACTERS)),
      linesCut: near.dropped,
    };
    const notes: Note[] = tally.lineCount === 0 ? [{ reason: 'no-lines-found', about: this.#about() }] : [];
    this.#quotes = surveys.map(({ log }) => log.path);
    return { notes, quotes: this.#quotes, ...(cut === undefined ? {} : { cut }) };
  }

  #facts({ wanted, focus }: Surveyed, tally: TroubleTally, times: LocalMoments): IncidentFacts {
    const { window, jobIds } = wanted;
    const perMinute = tally.series(window);
    return {
      basis: this.#scope.basis,
      ...(focus === undefined ? {} : { focus: times.text(focus) }),
      ...(window === undefined
        ? {}
        : { window: { from: times.text(window.from), to: times.text(window.to) } }),
      jobIds: [...jobIds],
      lineCount: tally.lineCount,
      troubleCount: tally.troubleCount,
      anchors: tally.anchors(),
      codes: tally.codes(),
      ...(perMinute === undefined ? {} : { perMinute }),
    };
  }

  #about(): string {
    const scope = this.#scope;
    return scope.basis === 'job' ? [...scope.jobIds].join(', ') : new Date(scope.focus).toISOString();
  }
}

/** A job without trouble is told by how it ended. */
function focusOf({ focus, surveys }: Surveyed): number {
  if (focus !== undefined) return focus;
  const minutes = surveys.flatMap(({ bytesOfMinute }) => [...bytesOfMinute.keys()]);
  return minutes.reduce((last, minute) => Math.max(last, minute), 0) * 60_000;
}

/** Lines of the same second: a rolled log's come before those of the log that followed it. */
function byAge({ log: one }: Survey, { log: other }: Survey): number {
  return one.modifiedAt.getTime() - other.modifiedAt.getTime() || one.file.localeCompare(other.file);
}

function within(host: Host, limitMs: number): () => boolean {
  const startedMs = host.elapsedMs();
  return () => host.elapsedMs() - startedMs < limitMs;
}
