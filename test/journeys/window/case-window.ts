// Opens the real window: the built application in the real Electron on an X server of its own, with a profile and a
// home folder of its own, driven by Playwright. Runs in vitest.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronPath } from '#test/journeys/electron-path.ts';
import { startXvfb, type Xvfb } from '#test/journeys/xvfb.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface CaseWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Home folder of the window's user; its profile is below. */
  readonly home: string;
  /** An empty folder for packets. */
  readonly output: string;
  /** Errors and warnings of the page's console, refused calls, breaches of the security policy. */
  readonly complaints: readonly string[];
  /** The system's dialog answers with these paths from now on; none: it is closed. */
  answerDialog(...paths: string[]): Promise<void>;
  /** Closes the window as its user would, stopping what is being sent, and waits until the program is gone. */
  close(): Promise<void>;
}

export interface CaseWindowOptions {
  /** The system's language: zh_CN or en_US. */
  readonly locale: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** A home folder of the caller's, to be used again; without one the window has its own and removes it. */
  readonly home?: string;
  /** The X server's screen, such as 1700x1100x24. */
  readonly screen?: string;
  /** More of the window's surroundings. */
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of Electron itself: a program that becomes it. */
  readonly program?: string;
}

/** The caller closes it. */
export async function openCaseWindow(options: CaseWindowOptions): Promise<CaseWindow> {
  const xvfb = await startXvfb(options.screen ?? '1700x1100x24');
  try {
    return await openOn(xvfb, options);
  } catch (error) {
    await xvfb.stop();
    throw error;
  }
}

async function openOn(xvfb: Xvfb, options: CaseWindowOptions): Promise<CaseWindow> {
  const { locale, width = 1180, height = 800, colorScheme = 'light' } = options;
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'casepack-window-')));
  const output = join(home, '输出 output');
  await mkdir(output, { recursive: true });

  const app = await _electron.launch({
    executablePath: options.program ?? electronPath(),
    args: [root, '--no-sandbox', '--disable-gpu', `--user-data-dir=${home}/profile`, `--lang=${locale}`],
    env: {
      ...(process.env as Record<string, string>),
      DISPLAY: xvfb.display,
      HOME: home,
      CASEPACK_DATA: join(home, 'data'),
      LANGUAGE: locale,
      LANG: `${locale}.UTF-8`,
      ...options.env,
    },
    colorScheme,
  });
  // Playwright forgets it when it has ended.
  const program = app.process();
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // Not the first screen that is served ready made: the window itself.
  await page.waitForSelector('#root h1');
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );

  return {
    app,
    page,
    home,
    output,
    complaints,
    async answerDialog(...filePaths) {
      await app.evaluate(({ dialog }, paths) => {
        dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths });
      }, filePaths);
    },
    async close() {
      const ended = program.exitCode !== null || program.signalCode !== null;
      const gone = new Promise<void>((resolve) =>
        ended ? resolve() : program.once('exit', () => resolve()),
      );
      // Playwright's own close asks the program to quit; a user closes the window.
      await app
        .evaluate(({ BrowserWindow, dialog }) => {
          dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
          BrowserWindow.getAllWindows()[0]?.close();
        })
        .catch(() => undefined);
      await gone;
      await xvfb.stop();
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}
