// Files and folders that the user picked in the system's dialog, by id: the window never names a path. Runs in the
// main process.
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import type { Texts } from '#shared/i18n/texts.ts';
import type { PickedFile, PickKind } from '#shared/ipc/contract.ts';

const IMAGES = ['png', 'jpg', 'jpeg', 'bmp', 'gif', 'webp', 'tif', 'tiff'];

export interface PickedFiles {
  /** Asks the user; an empty list when the dialog was closed. */
  pick(kind: PickKind, texts: Texts): Promise<PickedFile[]>;
  /** Gives out an id for a file that this program made. */
  add(path: string, kind: PickKind, label: string, sizeBytes: number): PickedFile;
  /** Takes up again what was picked in an earlier run of the program; what is no longer there is left out. */
  remember(paths: readonly string[], kind: PickKind, label?: string): Promise<PickedFile[]>;
  /** The path behind an id. An id that was never given out for this kind is a bug or an attack, and throws. */
  path(id: string, kind: PickKind): string;
  /** What the window shows of it; throws as path() does. */
  label(id: string, kind: PickKind): string;
}

/** @param showOpenDialog Electron's dialog.showOpenDialog bound to the window */
export function createPickedFiles(
  showOpenDialog: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>,
): PickedFiles {
  const known = new Map<string, { kind: PickKind; path: string; label: string }>();
  const add = (path: string, kind: PickKind, label: string, sizeBytes: number): PickedFile => {
    const id = randomUUID();
    known.set(id, { kind, path, label });
    return { id, label, sizeBytes };
  };
  const register = (path: string, kind: PickKind, sizeBytes: number): PickedFile =>
    isFolder(kind) ? add(path, kind, path, 0) : add(path, kind, basename(path), sizeBytes);
  const entryOf = (id: string, kind: PickKind) => {
    const entry = known.get(id);
    if (entry?.kind !== kind) throw new Error(`${id} was not picked as ${kind}`);
    return entry;
  };
  return {
    async pick(kind, texts) {
      const { canceled, filePaths } = await showOpenDialog(dialogOptions(kind, texts));
      if (canceled) return [];
      return Promise.all(
        filePaths.map(async (path) => {
          // A file that cannot be looked at is shown without size; the plan then says why it cannot be read.
          const { size } = await stat(path).catch(() => ({ size: 0 }));
          return register(path, kind, size);
        }),
      );
    },
    add,
    async remember(paths, kind, label) {
      const found = await Promise.all(
        paths.map(async (path) => ({ path, now: await stat(path).catch(() => undefined) })),
      );
      return found.flatMap(({ path, now }) => {
        if (now === undefined) return [];
        return [label === undefined ? register(path, kind, now.size) : add(path, kind, label, now.size)];
      });
    },
    path: (id, kind) => entryOf(id, kind).path,
    label: (id, kind) => entryOf(id, kind).label,
  };
}

function isFolder(kind: PickKind): boolean {
  return kind === 'log-folder' || kind === 'output-folder' || kind === 'delivery-folder';
}

function dialogOptions(kind: PickKind, { window: { dialogs }, upload }: Texts): OpenDialogOptions {
  switch (kind) {
    case 'screenshots':
      return {
        title: dialogs.screenshots,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: dialogs.images, extensions: IMAGES },
          { name: dialogs.allFiles, extensions: ['*'] },
        ],
      };
    case 'attachments':
      return { title: dialogs.attachments, properties: ['openFile', 'multiSelections'] };
    case 'log-folder':
      return { title: dialogs.logFolder, properties: ['openDirectory'] };
    case 'output-folder':
      return { title: dialogs.outputFolder, properties: ['openDirectory', 'createDirectory'] };
    case 'delivery-folder':
      return { title: upload.dialogs.folder, properties: ['openDirectory', 'createDirectory'] };
    case 'key-file':
      // Keys often have no ending, and lie in a hidden folder.
      return { title: upload.dialogs.keyFile, properties: ['openFile', 'showHiddenFiles'] };
    case 'certificate-file':
      return { title: upload.dialogs.certificateFile, properties: ['openFile'] };
  }
}
