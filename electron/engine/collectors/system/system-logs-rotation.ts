// Which files in a log folder are rotated parts of a log, and from when to when each reaches: from the end of the part
// before it to its own last change. Runs in the engine's process.
import type { FolderEntry } from '../../host/host.ts';

export interface SystemLogFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly rotated: boolean;
  readonly compressed: boolean;
  /** Milliseconds since 1970; 0 for the oldest part. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Behind the name: .1 or -20261101 as logrotate counts, .0 as newsyslog does, and the compression. */
const SUFFIX = /^(?:[.-]\d+(?:[-_T]?\d+)*)?(\.(?:gz|bz2|xz|zst))?$/;

/** @param names of the current files. @returns each with its rotated parts, the newest first. */
export function withRotated(names: readonly string[], entries: readonly FolderEntry[]): SystemLogFile[] {
  return names.flatMap((base) => {
    const parts = entries
      .filter(
        ({ name, kind }) =>
          kind !== 'folder' && name.startsWith(base) && SUFFIX.test(name.slice(base.length)),
      )
      .sort((a, b) => Number(b.name === base) - Number(a.name === base) || time(b) - time(a));
    return parts.map((entry, position): SystemLogFile => {
      const older = parts[position + 1];
      return {
        name: entry.name,
        sizeBytes: entry.sizeBytes,
        rotated: entry.name !== base,
        compressed: SUFFIX.exec(entry.name.slice(base.length))?.[1] !== undefined,
        startsAt: older === undefined ? 0 : time(older),
        endsAt: time(entry),
      };
    });
  });
}

function time({ modifiedAt }: FolderEntry): number {
  return modifiedAt.getTime();
}
