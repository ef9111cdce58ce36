// Starts the packaged application as its user would, on an X server of its own, and drives its page over Chromium's
// debugging port: with the fuses of the release, Node's own inspector is switched off. Runs in vitest.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright-core';
import { startXvfb } from '#test/journeys/xvfb.mjs';

const START_TIMEOUT_MS = 60_000;

export interface PackagedWindow {
  readonly page: Page;
  /** Errors and warnings of the page's console. */
  readonly complaints: readonly string[];
  /** Closes the window and waits until the program is gone. */
  close(): Promise<void>;
}

/**
 * @param program absolute path of the packaged binary
 * @param home the user's home folder
 */
export async function openPackagedWindow(program: string, home: string): Promise<PackagedWindow> {
  const xvfb = await startXvfb();
  const child = spawn(
    program,
    ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${home}/profile`],
    {
      cwd: home,
      env: { PATH: process.env.PATH, HOME: home, LANG: 'en_US.UTF-8', DISPLAY: xvfb.display },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (page === undefined) throw new Error('the packaged application opened no window');
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.waitForSelector('h1');
    return {
      page,
      complaints,
      async close() {
        const gone = once(child, 'exit');
        await page.close();
        await gone;
        await xvfb.stop();
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    await xvfb.stop();
    throw error;
  }
}

/** Chromium says it on stderr. */
function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no debugging port: ${said}`)), START_TIMEOUT_MS);
    child.once('exit', (code) => reject(new Error(`the application ended with ${code}: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = said.match(/DevTools listening on (ws:\S+)/)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
