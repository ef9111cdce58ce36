// How a run speaks: in sentences on stderr and stdout, or in JSON objects on stdout. Commands say what happened and do not
// care which. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import { safeText } from '#shared/safe-text.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { Report } from './problems/report.ts';
import { progressBar } from './progress/progress-bar.ts';
import { noProgress } from './progress/progress-display.ts';
import { progressLines } from './progress/progress-lines.ts';
import type { Surroundings } from './surroundings.ts';
import { safeJson } from './terminal/safe-json.ts';

export interface Voice {
  progress(progress: Progress): void;
  warn(report: Report): void;
  problem(report: Report): void;
  /** Lines for people, beside the result; JSON has the same in its records. */
  note(lines: readonly string[]): void;
  /** The result: an object with a `type` for scripts, lines on stdout for people. */
  result(record: { readonly type: string }, lines: readonly string[]): void;
}

export interface VoiceOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

/** One object a line on stdout; stderr stays silent. */
function jsonVoice({ stdout }: Surroundings, { quiet }: VoiceOptions): Voice {
  const say = (record: { readonly type: string }) => void stdout.write(`${safeJson(record)}\n`);
  return {
    progress: (progress) => quiet || say({ type: 'progress', ...progress }),
    warn: (report) => say({ type: 'warning', ...report }),
    problem: (report) => say({ type: 'problem', ...report }),
    note() {},
    result: say,
  };
}

/** Results on stdout, everything else on stderr. */
function humanVoice({ stdout, stderr }: Surroundings, texts: Texts, { quiet }: VoiceOptions): Voice {
  const { cli } = texts;
  const onTerminal = stderr.isTTY === true ? progressBar : progressLines;
  const display = quiet ? noProgress : onTerminal(stderr, texts);
  const say = (output: Surroundings['stdout'], lines: readonly string[]) => {
    display.clear();
    if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
  };
  const line = ({ option, message }: Report) =>
    safeText(option === undefined ? message : cli.labelled(option, message));
  return {
    progress: (progress) => display.show(progress),
    warn: (report) => say(stderr, [cli.warningLine(line(report))]),
    problem: (report) => say(stderr, [line(report)]),
    note: (lines) => say(stderr, lines),
    result: (_record, lines) => say(stdout, lines),
  };
}

export function createVoice(surroundings: Surroundings, texts: Texts, options: VoiceOptions): Voice {
  return options.json ? jsonVoice(surroundings, options) : humanVoice(surroundings, texts, options);
}
