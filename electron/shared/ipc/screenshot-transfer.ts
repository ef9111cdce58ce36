// How pictures go between window and main: shown by an address of the page's own origin, so that a canvas with one stays
// readable, and handed back as PNG. Used by main and window.

/** Larger pictures are collected all the same, but neither shown nor drawn on. */
export const MAX_PICTURE_BYTES = 25 * 1024 ** 2;

export const SCREENSHOT_PATH = '/picked-screenshot/';

/** @param id of a file that was picked as a screenshot; it cannot be guessed. @returns for <img>; nothing where it cannot be shown. */
export function screenshotAddress(id: string): string {
  return `${SCREENSHOT_PATH}${id}`;
}
