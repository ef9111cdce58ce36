// A value as the user gave it, and what a parser makes of it. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';

export interface Given {
  readonly text: string;
  /** How messages name its place: an option such as --ccid, or a field of the case file. */
  readonly label: string;
  /** Where relative paths start: the current folder, or the case file's own. */
  readonly baseFolder: string;
}

/** Something wrong with a value; the key of its text. */
export type InputCode = keyof Texts['cli']['input'];
/** Something odd about a value that is taken nevertheless; the key of its text. */
export type WarningCode = keyof Texts['cli']['warning'];

interface About {
  readonly label: string;
  readonly given: string;
  /** A further value that the text speaks of, such as the other reading of a CCID. */
  readonly hint?: string;
}
export interface InputProblem extends About {
  readonly code: InputCode;
}
export interface InputWarning extends About {
  readonly code: WarningCode;
}

export type Parsed<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly warning?: { readonly code: WarningCode; readonly hint?: string };
    }
  | { readonly ok: false; readonly code: InputCode; readonly hint?: string };

export function parsed<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

export function refused(code: InputCode, hint?: string): Parsed<never> {
  return { ok: false, code, ...(hint === undefined ? {} : { hint }) };
}
