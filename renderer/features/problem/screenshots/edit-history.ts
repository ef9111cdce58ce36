// The edits of a picture with the way back. Pure. Runs in the window.
import { type Edits, noEdits } from './picture-edits.ts';

export interface EditHistory {
  readonly past: readonly Edits[];
  readonly now: Edits;
  /** Changes of the same name in a row, such as the steps of a held arrow key, are undone together. */
  readonly lastRun?: string | undefined;
}

export type EditEvent = { readonly change: Edits; readonly run?: string } | 'undo';

export const noHistory: EditHistory = { past: [], now: noEdits };

export function editHistory({ past, now, lastRun }: EditHistory, event: EditEvent): EditHistory {
  if (event === 'undo') {
    const before = past.at(-1);
    return before === undefined ? { past, now } : { past: past.slice(0, -1), now: before };
  }
  const { change, run } = event;
  if (run !== undefined && run === lastRun) return { past, now: change, lastRun };
  return { past: [...past, now], now: change, lastRun: run };
}
