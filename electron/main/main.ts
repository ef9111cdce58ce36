// Entry of the desktop application: opens the window at once and loads everything else behind its first picture, or while the
// window's own process starts. Imports little: what stands here the user waits for. Runs in Electron's main process.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { app, type BrowserWindow, dialog, Menu, nativeTheme, protocol } from 'electron';
import { defaultDataFolder } from '#engine/data-folder.ts';
import { languageOf } from '#shared/i18n/language-of.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { Desktop } from './desktop.ts';
import { firstLook } from './first-look.ts';
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
  const systemLanguage = languageOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale());
  const { language, look, emptyForm } = firstLook(
    app.getPath('userData'),
    defaultDataFolder(process.env),
    systemLanguage,
  );
  let loading: Promise<Desktop> | undefined;
  const desktop = () => {
    loading ??= load(systemLanguage);
    return loading;
  };
  // Not protocol.handle: for that Node loads its whole fetch, a tenth of a second on the way to the first paint.
  protocol.registerBufferProtocol(WINDOW_SCHEME, async (request, answer) => {
    answer(await serveWindow(request, built('renderer'), async (id) => (await desktop()).showScreenshot(id)));
  });
  handleCalls(async () => (await desktop()).answer);
  // The first screen asks when it is painted. Until then this process is not to be busy: paint and keys pass through it.
  if (!emptyForm) void desktop();
  const scheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  window = openWindow({
    preloadPath: built('preload/preload.cjs'),
    page: emptyForm ? `first-${language}-${scheme}.html` : 'index.html',
    look,
  });
  window.on('closed', () => {
    window = undefined;
  });
  app.on('window-all-closed', () => app.quit());
}

async function load(systemLanguage: Language): Promise<Desktop> {
  try {
    // In pieces: keys and what the page asks for pass through this process, and are not to wait for all of it.
    for (const piece of [() => import('#shared/i18n/texts.ts'), () => import('#shared/ipc/contract.ts')]) {
      await piece();
      await setImmediate();
    }
    const { startDesktop } = await import('./desktop.ts');
    return await startDesktop(() => window, built, systemLanguage);
  } catch (error) {
    // Such as an installation of which a part is gone: better said than a program that runs without a window.
    dialog.showErrorBox('Casepack', (error instanceof Error && error.stack) || String(error));
    app.exit(1);
    throw error;
  }
}
