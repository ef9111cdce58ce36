// JSON that may be shown in a terminal. Runs in the command line's process.
import { safeText } from '#shared/safe-text.ts';

/** @returns JSON on one line, itself safe to show; a JSON reader sees the original characters. */
export function safeJson(value: unknown): string {
  return safeText(JSON.stringify(value));
}
