// The right-click menu of text: Electron has none by itself. Runs in the main process.
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Texts } from '#shared/i18n/texts.ts';

/** Cut, copy, paste and select all where they can do something, in the language of the moment. */
export function watchContextMenu(window: BrowserWindow, texts: () => Texts): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const { menu } = texts();
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
          { role: 'copy', label: menu.copy, enabled: editFlags.canCopy },
          { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll },
        ]
      : [{ role: 'copy', label: menu.copy, enabled: selectionText !== '' }];
    if (isEditable || selectionText !== '') Menu.buildFromTemplate(items).popup({ window });
  });
}
