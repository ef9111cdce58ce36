// Opens the next files while one is worked on, and reads a little ahead in each: small files cost waiting, not work, and a
// large one must not wait for the disk between two chunks. Runs in the engine's process.
import type { Source } from '../collectors/collector.ts';

/** Files that are open at a time, where nothing else is said. */
const FILES = 12;
/** Chunks read ahead in each: with those of all files some megabytes. */
const CHUNKS = 2;

/** Something that was opened, or a note that says why not. */
type Opened = { readonly chunks: AsyncIterable<Buffer> } | { readonly note: unknown };

/**
 * @param open of one source; only of files more than one is called at a time, since commands would disturb each other and what
 * is worked out reads files of its own.
 * @param files that are open at a time.
 * @returns every source in its order, opened. What was opened and not asked for is closed again.
 */
export async function* openAhead<Result extends Opened>(
  sources: readonly Source[],
  open: (source: Source) => Promise<Result>,
  files = FILES,
): AsyncGenerator<{ readonly source: Source; readonly opened: Result }> {
  const waiting: Promise<Result>[] = [];
  let started = 0;
  try {
    for (const [at, source] of sources.entries()) {
      for (; started <= at || (started < at + files && isFile(sources[started])); started += 1) {
        const next = sources[started];
        if (next === undefined) break;
        const opening = open(next).then((opened) => (isFile(next) ? readAhead(opened) : opened));
        // Whoever is cancelled meanwhile does not ask for it.
        opening.catch(() => undefined);
        waiting.push(opening);
      }
      const opened = await (waiting.shift() as Promise<Result>);
      yield { source, opened };
    }
  } finally {
    for (const opening of waiting) void opening.then(close, () => undefined);
  }
}

/** Pictures are taken apart as a whole when they are opened. */
function isFile(source: Source | undefined): boolean {
  return source?.kind === 'file' && !source.picture;
}

/** Asks for the first chunks at once, and for the next one as each is taken; a generator hands them out in their order. */
function readAhead<Result extends Opened>(opened: Result): Result {
  if (!('chunks' in opened)) return opened;
  const source = opened.chunks[Symbol.asyncIterator]();
  const ask = () => {
    const next = source.next();
    next.catch(() => undefined);
    return next;
  };
  const asked = Array.from({ length: CHUNKS }, ask);
  const iterator: AsyncIterator<Buffer> = {
    next: () => {
      asked.push(ask());
      return asked.shift() as Promise<IteratorResult<Buffer>>;
    },
    return: async () => (await source.return?.()) ?? { done: true, value: undefined },
  };
  return { ...opened, chunks: { [Symbol.asyncIterator]: () => iterator } };
}

async function close(opened: Opened): Promise<void> {
  if ('chunks' in opened)
    await opened.chunks[Symbol.asyncIterator]()
      .return?.()
      .catch(() => undefined);
}
