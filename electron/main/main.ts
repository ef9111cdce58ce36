// Entry of the desktop application: opens the window at once and loads everything else while the window's own process
// starts. Imports little: what stands here the user waits for. Runs in Electron's main process.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, protocol } from 'electron';
import { handleCalls } from './handle.ts';
import { openWindow } from './window.ts';
import { serveWindow, WINDOW_SCHEME } from './window-protocol.ts';

const built = (path: string) => join(import.meta.dirname, '..', path);

let window: BrowserWindow | undefined;

protocol.registerSchemesAsPrivileged([
  {
    scheme: WINDOW_SCHEME,
    // With the compiled page kept in the profile, later starts need not compile it again.
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);
// Chromium's sandbox does not run as root on Linux; whoever starts the program so has to say so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

// Ours comes with the rest; Electron's own one would be made only to be thrown away.
Menu.setApplicationMenu(null);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const desktop = import('./desktop.ts').then(({ startDesktop }) => startDesktop(() => window, built));
  // Such as an installation of which a part is gone: better said than a program that runs without a window.
  desktop.catch((error: Error) => {
    dialog.showErrorBox('Casepack', error.stack ?? String(error));
    app.exit(1);
  });
  // Not protocol.handle: for that Node loads its whole fetch, a tenth of a second on the way to the first paint.
  protocol.registerBufferProtocol(WINDOW_SCHEME, async (request, answer) => {
    answer(await serveWindow(request, built('renderer'), async (id) => (await desktop).showScreenshot(id)));
  });
  handleCalls(desktop.then(({ answer }) => answer));
  window = openWindow({
    preloadPath: built('preload/preload.cjs'),
    settings: desktop.then(({ settings }) => settings),
  });
  window.on('closed', () => {
    window = undefined;
  });
  app.on('window-all-closed', () => app.quit());
}
