// What can happen to a screenshot in the form's list. Pure. Runs in the window.
import type { PickedFile } from '#shared/ipc/contract.ts';
import type { Screenshot } from './case-form.ts';

export type ScreenshotChange =
  | { readonly caption: string }
  /** Places in the list; beyond its ends nothing moves. */
  | { readonly moveBy: -1 | 1 }
  /** Edited: another file takes its place, with its caption. */
  | { readonly replaceBy: PickedFile };

/** @returns the list after the change; a picture that is no longer in it changes nothing */
export function changeScreenshot(
  screenshots: readonly Screenshot[],
  id: string,
  change: ScreenshotChange,
): readonly Screenshot[] {
  const at = screenshots.findIndex((one) => one.id === id);
  const picture = screenshots[at];
  if (picture === undefined) return screenshots;
  if ('caption' in change) return screenshots.with(at, { ...picture, caption: change.caption });
  if ('replaceBy' in change) {
    return screenshots.with(at, { ...change.replaceBy, caption: picture.caption ?? '' });
  }
  const to = at + change.moveBy;
  const other = screenshots[to];
  return other === undefined ? screenshots : screenshots.with(at, other).with(to, picture);
}
