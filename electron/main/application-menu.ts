// The application's menu with its shortcuts, in the language of the moment: in the bar on macOS, behind Alt elsewhere. Runs
// in the main process.
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Texts } from '#shared/i18n/texts.ts';
import { COMMAND_CHANNEL, type WindowCommand } from '#shared/ipc/channels.ts';

const ZOOM_STEP = 1.1;
/** What the window is laid out for. */
const ZOOM = { least: 1, most: 2 };

interface ApplicationMenuOptions {
  readonly texts: Texts;
  readonly window: () => BrowserWindow | undefined;
  /** A factor, 1 for 100 %. */
  readonly onZoom: (factor: number) => void;
}

/** Called again when the language changes. */
export function setApplicationMenu({ texts, window, onZoom }: ApplicationMenuOptions): void {
  const { menu } = texts;
  const isMac = process.platform === 'darwin';
  const command = (label: string, accelerator: string, name: WindowCommand) => ({
    label,
    accelerator,
    click: () => window()?.webContents.send(COMMAND_CHANNEL, name),
  });
  const zoom = (label: string, accelerator: string, next: (now: number) => number) => ({
    label,
    accelerator,
    click() {
      const contents = window()?.webContents;
      if (contents === undefined) return;
      const factor = Math.min(ZOOM.most, Math.max(ZOOM.least, next(contents.getZoomFactor())));
      contents.setZoomFactor(factor);
      onZoom(factor);
    },
  });
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: menu.file,
      submenu: [
        command(menu.newCase, 'CmdOrCtrl+N', 'new-case'),
        command(menu.allCases, 'CmdOrCtrl+O', 'all-cases'),
        { type: 'separator' },
        isMac ? { role: 'close', label: menu.close } : { role: 'quit', label: menu.quit },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        { type: 'separator' },
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        zoom(menu.actualSize, 'CmdOrCtrl+0', () => 1),
        zoom(menu.zoomIn, 'CmdOrCtrl+Plus', (now) => now * ZOOM_STEP),
        // The same key without Shift, as people press it.
        { ...zoom(menu.zoomIn, 'CmdOrCtrl+=', (now) => now * ZOOM_STEP), visible: false },
        zoom(menu.zoomOut, 'CmdOrCtrl+-', (now) => now / ZOOM_STEP),
        { type: 'separator' },
        { role: 'togglefullscreen', label: menu.fullScreen },
      ],
    },
    ...(isMac ? [{ role: 'windowMenu', label: menu.window } as const] : []),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
