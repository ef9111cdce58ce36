// Files that were cut into pieces, joined again by hashing them piece by piece as the volumes pass. Runs in the engine's
// process.
import { createHash, type Hash } from 'node:crypto';
import type { FilePiece } from '#shared/schema/volume.ts';
import type { FileState } from '../packet/verify-packet.ts';
import type { ZipItem } from '../packet/zip-packet.ts';

interface Joined {
  readonly hash: Hash;
  readonly of: number;
  done: number;
  bytes: number;
}

export class JoinedFiles {
  readonly #promised: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;
  readonly #files = new Map<string, Joined>();

  /** @param promised what the manifest says of the whole files. */
  constructor(promised: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>) {
    this.#promised = promised;
  }

  /** @returns whether the piece is as its volume's note says, and a file of the packet has such a piece. */
  async take(
    item: ZipItem,
    piece: FilePiece,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (!this.#promised.has(piece.path) || item.bytes !== piece.bytes) return false;
    const joined = this.#files.get(piece.path) ?? {
      ...{ hash: createHash('sha256'), of: piece.of },
      ...{ done: 0, bytes: 0 },
    };
    this.#files.set(piece.path, joined);
    const own = createHash('sha256');
    try {
      await item.read(
        piece.bytes,
        (chunk) => {
          own.update(chunk);
          joined.hash.update(chunk);
          onChunk(chunk.length);
        },
        signal,
      );
    } catch {
      signal.throwIfAborted();
      return false;
    }
    // A piece out of turn, or after one that is missing, leaves the file incomplete.
    if (piece.piece === joined.done + 1) joined.done += 1;
    joined.bytes += piece.bytes;
    return own.digest('hex') === piece.sha256;
  }

  /** @returns what became of a file that no volume holds whole; asked once a file. */
  stateOf(path: string): FileState {
    const joined = this.#files.get(path);
    if (joined === undefined || joined.done < joined.of) return 'missing';
    const promised = this.#promised.get(path);
    const isWhole = joined.bytes === promised?.bytes && joined.hash.digest('hex') === promised.sha256;
    return isWhole ? 'ok' : 'wrong-hash';
  }
}
