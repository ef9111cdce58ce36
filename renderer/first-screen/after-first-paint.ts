// Work that waits until the first screen is really on the user's screen. Drawing it takes longer than laying it out, and it
// is drawn elsewhere: the next frame or an idle moment of the page would come too early. Runs in the window.

/** By then it begins in any case, such as in a window that is out of sight. */
const LATEST_MS = 2_000;

export function afterFirstPaint(work: () => void): void {
  let begun = false;
  const begin = () => {
    if (!begun) work();
    begun = true;
  };
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    requestIdleCallback(begin, { timeout: LATEST_MS });
  }).observe({ type: 'paint', buffered: true });
  setTimeout(begin, LATEST_MS);
}
