// Runs parsers over given values and keeps what they complain about, so that all problems are reported at once.
// Runs in the command line's process.
import type { Given, InputProblem, InputWarning, Parsed } from './given.ts';

export class InputReport {
  readonly problems: InputProblem[] = [];
  readonly warnings: InputWarning[] = [];

  /** @returns the value, or undefined where none was given or the parser refused it. */
  take<Value>(given: Given | undefined, parse: (text: string) => Parsed<Value>): Value | undefined {
    if (given === undefined) return undefined;
    const { label, text } = given;
    const answer = parse(text);
    if (!answer.ok) {
      const { code, hint } = answer;
      this.problems.push({ code, label, given: text, ...(hint === undefined ? {} : { hint }) });
      return undefined;
    }
    if (answer.warning !== undefined) this.warnings.push({ ...answer.warning, label, given: text });
    return answer.value;
  }

  /** The same for a repeatable option; refused values are left out. */
  takeAll<Value>(given: readonly Given[], parse: (text: string) => Parsed<Value>): Value[] {
    return given
      .map((one) => this.take(one, parse))
      .filter((value): value is Value & {} => value !== undefined);
  }
}
