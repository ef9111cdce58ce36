// Archives, told by their first bytes and not by their name, since a log may be rolled under any name. Runs in the
// engine's process.

/** closed: a kind that is not opened. */
export type ArchiveKind = 'gzip' | 'bzip2' | 'zip' | 'closed';

const CLOSED: readonly (readonly [at: number, magic: string])[] = [
  [0, '377abcaf271c'], // 7z
  [0, '28b52ffd'], // zstd
  [0, '526172211a07'], // rar
  [0, 'fd377a585a00'], // xz
  [0, '04224d18'], // lz4
  [0, '4d534346'], // cab
  [0, '1f9d'], // compress
  [257, '7573746172'], // tar
];

/** @param head the first bytes, at least 262 of a file that has them. */
export function archiveKind(head: Buffer, name: string): ArchiveKind | undefined {
  if (startsWith(head, 0, '1f8b08')) return 'gzip';
  // The header, then a block or the end of an empty file.
  if (/^425a683[1-9](314159265359|177245385090)/.test(head.toString('hex', 0, 10))) return 'bzip2';
  // Office documents and Java archives are zips too, but no logs.
  if (startsWith(head, 0, '504b0304') || startsWith(head, 0, '504b0506')) {
    return /\.zip(\.\d+)?$/i.test(name) ? 'zip' : undefined;
  }
  return CLOSED.some(([at, magic]) => startsWith(head, at, magic)) ? 'closed' : undefined;
}

function startsWith(head: Buffer, at: number, magic: string): boolean {
  return head.toString('hex', at, at + magic.length / 2) === magic;
}
