// The first and last bytes of a file: enough to tell from when to when a log reaches. Asked of thousands of files at a time:
// at once on a disk that answers at once (a sixth of the time that callbacks take, measured on 20,000 files), by callbacks
// side by side on a share or a disk that lets us wait. Runs in the engine's process.
import { close, closeSync, open, openSync, read, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileEnds, FileTrouble, Host } from './host.ts';
import { READ_FLAGS } from './local-files.ts';

/** How long files are read before other work gets a turn, so that cancel is heard. */
const TURN_MS = 8;
/** A disk whose files take longer than this, as an average over some fifty, is waited for and not blocked on. */
const SLOW_MS = 1;
const WEIGHT = 0.02;

/**
 * A machine's readEnds: the last bytes start at an even offset, so that UTF-16 stays whole; sizes are believed as the
 * folder's list gave them, a file that shrank gives less.
 */
export function createEndsReader(): Host['readEnds'] {
  let averageMs = 0;
  let turnStarted = 0;
  return async (path, sizeBytes, bytes) => {
    if (averageMs > SLOW_MS) return readByCallbacks(path, partsOf(sizeBytes, bytes));
    const started = performance.now();
    if (started - turnStarted > TURN_MS) {
      await nextTurn();
      turnStarted = performance.now();
    }
    const before = performance.now();
    const ends = readAtOnce(path, partsOf(sizeBytes, bytes));
    averageMs += WEIGHT * (performance.now() - before - averageMs);
    return ends;
  };
}

interface Part {
  readonly at: number;
  readonly length: number;
}

/** One part where both ends meet. */
function partsOf(sizeBytes: number, bytes: number): readonly [Part] | readonly [Part, Part] {
  if (sizeBytes <= 2 * bytes) return [{ at: 0, length: sizeBytes }];
  const at = 2 * Math.floor((sizeBytes - bytes) / 2);
  return [
    { at: 0, length: bytes },
    { at, length: sizeBytes - at },
  ];
}

export function readAtOnce(
  path: string,
  [first, last = first]: readonly [Part, Part?],
): FileEnds | FileTrouble {
  let handle: number | undefined;
  try {
    handle = openSync(path, READ_FLAGS);
    const head = readPart(handle, first);
    return { head, tail: last === first ? head : readPart(handle, last) };
  } catch (error) {
    return troubleOf(error as NodeJS.ErrnoException);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readPart(handle: number, { at, length }: Part): Buffer {
  const target = Buffer.allocUnsafe(length);
  return target.subarray(0, readSync(handle, target, 0, length, at));
}

export function readByCallbacks(
  path: string,
  [first, last = first]: readonly [Part, Part?],
): Promise<FileEnds | FileTrouble> {
  return new Promise((resolve) => {
    open(path, READ_FLAGS, (openError, handle) => {
      if (openError) {
        resolve(troubleOf(openError));
        return;
      }
      const finish = (answer: FileEnds | FileTrouble) => close(handle, () => resolve(answer));
      const head = Buffer.allocUnsafe(first.length);
      read(handle, head, 0, first.length, first.at, (headError, headLength) => {
        const start = head.subarray(0, headLength);
        if (headError || last === first) {
          finish(headError ? troubleOf(headError) : { head: start, tail: start });
          return;
        }
        const tail = Buffer.allocUnsafe(last.length);
        read(handle, tail, 0, last.length, last.at, (tailError, tailLength) =>
          finish(tailError ? troubleOf(tailError) : { head: start, tail: tail.subarray(0, tailLength) }),
        );
      });
    });
  });
}

function troubleOf(error: NodeJS.ErrnoException): FileTrouble {
  if (error.code === undefined) throw error;
  return { trouble: error.code };
}
