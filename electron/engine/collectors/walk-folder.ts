// All regular files below a folder, links not followed, trouble noted and passed by. Runs in the engine's process.
import { type Host, isTrouble } from '../host/host.ts';
import { pathRules } from '../host/host-path.ts';
import type { Note } from './collector.ts';
import { fileNote } from './trouble-note.ts';

/** Deeper trees than this are no log folders. */
const MAX_DEPTH = 16;

/** Why what is no regular file, and no folder that we go into, is left out. */
const REASON_OF_KIND = { link: 'link-not-followed', folder: 'too-deep', other: 'not-a-file' } as const;

export interface FoundFile {
  readonly path: string;
  /** Below the folder, with forward slashes. */
  readonly relativePath: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  /** The folder without links in its path, as it was when the file was found: for opening. */
  readonly within?: string | undefined;
}

export async function walkFolder(
  host: Host,
  folder: string,
  signal: AbortSignal,
): Promise<{ files: FoundFile[]; notes: Note[]; leftOut: Note[] }> {
  const { join } = pathRules(host.platform);
  const files: FoundFile[] = [];
  const notes: Note[] = [];
  const leftOut: Note[] = [];
  // It may be a link, since someone chose it; from here on nobody may lead us elsewhere.
  const within = await host.realPath(folder);
  // Some virtual disks of Windows cannot tell; there only administrators can write into log folders.
  if (isTrouble(within) && host.platform !== 'win32')
    return { files, notes: [fileNote(folder, within.trouble)], leftOut };
  const place = isTrouble(within) ? undefined : within;
  const pending = [{ path: folder, relative: '', depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    signal.throwIfAborted();
    const entries = await host.list(next.path);
    if (isTrouble(entries)) {
      notes.push(fileNote(next.path, entries.trouble));
      continue;
    }
    for (const { name, kind, sizeBytes, modifiedAt } of entries) {
      const path = join(next.path, name);
      const relativePath = `${next.relative}${name}`;
      if (kind === 'file') files.push({ path, relativePath, sizeBytes, modifiedAt, within: place });
      else if (kind === 'folder' && next.depth < MAX_DEPTH) {
        pending.push({ path, relative: `${relativePath}/`, depth: next.depth + 1 });
      } else leftOut.push({ reason: REASON_OF_KIND[kind], about: path });
    }
  }
  return { files, notes, leftOut };
}
