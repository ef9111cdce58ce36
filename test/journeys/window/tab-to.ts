// Moves through the window as someone without a mouse: Tab until the wanted element has the focus. Runs in vitest.
import type { Page } from 'playwright-core';

/** More elements than any screen has in a row. */
const MAX_STEPS = 80;

/** Presses Tab until an element with exactly this name is focused; throws where Tab never gets there. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
      const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText;
      return (label ?? element.innerText).trim();
    });
    if (focused === name) return;
    passed.push(focused);
  }
  throw new Error(`Tab does not get to “${name}”, only to: ${passed.join(' | ')}`);
}
