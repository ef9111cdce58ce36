// The one window: locked down, sized as it was left, in the system's light or dark from the first moment. Runs in the
// main process.
import { BrowserWindow, nativeTheme, type Session } from 'electron';
import type { WindowLook } from './first-look.ts';
import type { SettingsStore } from './settings-store.ts';
import { WINDOW_ORIGIN, WINDOW_SCHEME } from './window-protocol.ts';

const MINIMUM = { width: 900, height: 640 };
const FIRST_SIZE = { width: 1180, height: 800 };
/** The page's own background in renderer/theme.ts: no flash of another colour before the first paint. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff');

export interface WindowOptions {
  readonly preloadPath: string;
  /** Name of the page's file. */
  readonly page: string;
  /** As it was left. */
  readonly look: WindowLook;
}

/** Opens the window; it shows itself when its page is painted. */
export function openWindow({ preloadPath, page, look }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...look.size,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    // Alt shows it; its shortcuts work all the same.
    autoHideMenuBar: true,
    backgroundColor: background(),
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  lockDown(window);

  const recolour = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', recolour);
  window.on('closed', () => nativeTheme.off('updated', recolour));
  // Chromium keeps the zoom by origin: that of the page is known once it is navigated to.
  window.webContents.once('did-navigate', () => window.webContents.setZoomFactor(look.zoomFactor));
  window.once('ready-to-show', () => {
    if (look.maximized) window.maximize();
    window.show();
  });
  void window.loadURL(`${WINDOW_ORIGIN}/${page}`);
  return window;
}

/** For the next start. */
export function rememberSize(window: BrowserWindow, settings: SettingsStore): Promise<void> {
  const { width, height } = window.getNormalBounds();
  return settings.change({ windowSize: { width, height, maximized: window.isMaximized() } });
}

/** No permissions, no other pages, no other windows, no network. */
function lockDown({ webContents }: BrowserWindow): void {
  const { session }: { session: Session } = webContents;
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isLocal(details.url) });
  });
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/** The page's own files, what it makes itself, and the developer tools. */
function isLocal(url: string): boolean {
  return [`${WINDOW_SCHEME}:`, 'data:', 'blob:', 'devtools:'].includes(new URL(url).protocol);
}
