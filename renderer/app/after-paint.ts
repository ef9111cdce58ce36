// Work that waits until what was just rendered is on the screen and nobody is busy with it. Runs in the window.

/** By then it begins, however busy the window is. */
const LATEST_MS = 500;

/** @returns a function that calls it off, if it has not begun */
export function afterPaint(work: () => void): () => void {
  let idle = 0;
  const frame = requestAnimationFrame(() => {
    idle = requestIdleCallback(work, { timeout: LATEST_MS });
  });
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}
