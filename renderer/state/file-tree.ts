// The files that would be collected as a tree of folders, flattened to the rows in sight. Pure. Runs in the window.
import type { PlannedFile } from '#shared/schema/case-plan.ts';

export interface TreeRow {
  /** A file's path in the packet; a folder's ends with a slash. */
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly isFolder: boolean;
  readonly isOpen: boolean;
  readonly bytes: number;
  /** Paths of the files at or below it. */
  readonly files: readonly string[];
}

interface Folder {
  readonly path: string;
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly own: PlannedFile[];
  readonly all: string[];
  bytes: number;
}

const newFolder = (path: string, name: string): Folder => ({
  path,
  name,
  folders: new Map(),
  own: [],
  all: [],
  bytes: 0,
});

/** Everything is below collected/ or a folder of the user's own files; the first of them says nothing. */
const ROOT = 'collected/';

export function fileTree(files: readonly PlannedFile[]): Folder {
  const root = newFolder('', '');
  for (const file of files) {
    const shown = file.path.startsWith(ROOT) ? file.path.slice(ROOT.length) : file.path;
    const parts = shown.split('/');
    let folder = root;
    let path = file.path.slice(0, file.path.length - shown.length);
    count(folder, file);
    for (const name of parts.slice(0, -1)) {
      path += `${name}/`;
      const next = folder.folders.get(name) ?? newFolder(path, name);
      folder.folders.set(name, next);
      count(next, file);
      folder = next;
    }
    folder.own.push(file);
  }
  return root;
}

function count(folder: Folder, { path, sizeBytes = 0 }: PlannedFile): void {
  folder.all.push(path);
  folder.bytes += sizeBytes;
}

/** @returns the rows of open folders, folders before files, the largest first */
export function treeRows(root: Folder, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (folder: Folder, depth: number) => {
    for (const one of [...folder.folders.values()].sort((a, b) => b.bytes - a.bytes)) {
      const isOpen = open.has(one.path);
      rows.push({ ...common(one, depth), isFolder: true, isOpen, bytes: one.bytes, files: one.all });
      if (isOpen) add(one, depth + 1);
    }
    for (const file of folder.own.toSorted((a, b) => (b.sizeBytes ?? 0) - (a.sizeBytes ?? 0))) {
      rows.push(fileRow(file, file.path.slice(file.path.lastIndexOf('/') + 1), depth));
    }
  };
  add(root, 0);
  return rows;
}

/** @returns a row for each file whose path holds the words, with the folder it is in */
export function foundRows(files: readonly PlannedFile[], wanted: string): TreeRow[] {
  return files
    .filter(({ path }) => path.toLowerCase().includes(wanted))
    .map((file) => fileRow(file, file.path.startsWith(ROOT) ? file.path.slice(ROOT.length) : file.path, 0));
}

function common({ path, name }: { readonly path: string; readonly name: string }, depth: number) {
  return { path, name, depth };
}

function fileRow(file: PlannedFile, name: string, depth: number): TreeRow {
  const { path, sizeBytes = 0 } = file;
  return { path, name, depth, isFolder: false, isOpen: false, bytes: sizeBytes, files: [path] };
}
