// timeline.txt: one line an entry, in columns, for people and for grep. Runs in the engine's process.

import type { LocalMoments } from '../local-moments.ts';
import type { IncidentLog } from './incident-log.ts';
import type { IncidentEntry } from './log-entries.ts';

/** Marks a line that tells of trouble. */
const TROUBLE = '!';

export class TimeLineText {
  readonly #times: LocalMoments;
  readonly #widths: { readonly instance: number; readonly component: number };

  /** @param logs whose entries will come: they set the width of the columns. */
  constructor(logs: readonly IncidentLog[], times: LocalMoments) {
    const widest = (names: readonly string[]) =>
      Math.min(40, Math.max(9, ...names.map(({ length }) => length)));
    this.#times = times;
    this.#widths = {
      instance: widest(logs.map(({ instance }) => instance)),
      component: widest(logs.map(({ component }) => component)),
    };
  }

  head(): string {
    return this.#columns(' ', 'time', ['instance', 'component', 'pid', 'tid', 'job'], 'message [file:line]');
  }

  entry({ log, moment, line, pid, tid, jobId, message }: IncidentEntry, isTrouble: boolean): string {
    const [first = '', ...rest] = message.split('\n');
    const names = [log.instance, log.component, String(pid ?? '-'), tid ?? '-', jobId ?? '-'];
    const time = this.#times.text(moment).replace('T', ' ');
    const place = `[${log.file.slice(log.file.lastIndexOf('/') + 1)}:${line}]`;
    const mark = isTrouble ? TROUBLE : ' ';
    const own = this.#columns(mark, time, names, `${first} ${place}`);
    return own + rest.map((text) => `  | ${text}\n`).join('');
  }

  #columns(mark: string, time: string, names: readonly string[], message: string): string {
    const [instance = '', component = '', pid = '', tid = '', job = ''] = names;
    return `${[
      mark,
      time.padEnd(25),
      instance.padEnd(this.#widths.instance),
      component.padEnd(this.#widths.component),
      pid.padStart(7),
      tid.padStart(6),
      job.padStart(8),
      message,
    ].join(' ')}\n`;
  }
}
