// Files at the other end, as SFTP, FTPS and folders can handle them. Runs in the engine's process.

/** Rejects with SendFailure or a system error. */
export interface RemoteFiles {
  /** In a folder of this machine: whatever arrives is read back, however large it is. */
  readonly inFolder?: true;
  /** @returns its length, or undefined where there is no such file. */
  sizeOf(path: string): Promise<number | undefined>;
  /** Reads from a position to the end. */
  read(path: string, from: number, take: (chunk: Uint8Array) => void): Promise<void>;
  /** Writes chunks from a position on; at 0 the file is new. Resolves when the server has them. */
  write(path: string, from: number, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** @param replace whether a file of the new name may be there */
  rename(path: string, newPath: string, replace: boolean): Promise<void>;
  remove(path: string): Promise<void>;
  /** @returns bytes free in a folder, or undefined where the server does not tell. */
  freeBytes(folder: string): Promise<number | undefined>;
}
