// Opens the next files while one is worked on, and reads a little ahead in each: small files cost waiting, not work, and a
// large one must not wait for the disk between two chunks. Runs in the engine's process.
import type { Source } from '../collectors/collector.ts';

/** Files that are open at a time, where nothing else is said. */
const FILES = 12;
/** Chunks read ahead in each: with those of all files some megabytes. */
const CHUNKS = 2;
/** Chunks read ahead in the file under work and in the next, where somebody does something with them ahead of their turn. */
const NEAR_CHUNKS = 4;

/** Something that was opened, or a note that says why not. */
type Opened = { readonly chunks: AsyncIterable<Buffer> } | { readonly note: unknown };

interface AheadOptions {
  /** That are open at a time. */
  readonly files?: number | undefined;
  /** Hears the chunks of the file under work and of the next one before their turn, in their order. */
  readonly onNear?: ((chunk: Buffer) => void) | undefined;
}

/** One that is open, and what makes its chunks heard. */
interface Waiting<Result> {
  readonly opened: Result;
  comeNear(): void;
}

/**
 * @param open of one source; only of files more than one is called at a time, since commands would disturb each other and what
 * is worked out reads files of its own.
 * @returns every source in its order, opened. What was opened and not asked for is closed again.
 */
export async function* openAhead<Result extends Opened>(
  sources: readonly Source[],
  open: (source: Source) => Promise<Result>,
  { files = FILES, onNear }: AheadOptions = {},
): AsyncGenerator<{ readonly source: Source; readonly opened: Result }> {
  const waiting: Promise<Waiting<Result>>[] = [];
  let started = 0;
  try {
    for (const [at, source] of sources.entries()) {
      for (; started <= at || (started < at + files && isFile(sources[started])); started += 1) {
        const next = sources[started];
        if (next === undefined) break;
        const opening = open(next).then((opened) =>
          isFile(next) ? readAhead(opened, onNear) : { opened, comeNear: () => undefined },
        );
        // Whoever is cancelled meanwhile does not ask for it.
        opening.catch(() => undefined);
        waiting.push(opening);
      }
      const { opened, comeNear } = await (waiting.shift() as Promise<Waiting<Result>>);
      if (onNear !== undefined) {
        comeNear();
        void waiting[0]?.then(
          (next) => next.comeNear(),
          () => undefined,
        );
      }
      yield { source, opened };
    }
  } finally {
    for (const opening of waiting) {
      void opening.then(
        ({ opened }) => close(opened),
        () => undefined,
      );
    }
  }
}

/** Pictures are taken apart as a whole when they are opened. */
function isFile(source: Source | undefined): boolean {
  return source?.kind === 'file' && !source.picture;
}

/** Asks for the first chunks at once, and for the next one as each is taken; a generator hands them out in their order. */
function readAhead<Result extends Opened>(opened: Result, onNear?: (chunk: Buffer) => void): Waiting<Result> {
  if (!('chunks' in opened)) return { opened, comeNear: () => undefined };
  const source = opened.chunks[Symbol.asyncIterator]();
  let isNear = false;
  const tell = (next: Promise<IteratorResult<Buffer>>) => {
    next.then(
      ({ value }) => value && onNear?.(value),
      () => undefined,
    );
  };
  const ask = () => {
    const next = source.next();
    next.catch(() => undefined);
    if (isNear) tell(next);
    return next;
  };
  const asked = Array.from({ length: CHUNKS }, ask);
  const comeNear = () => {
    if (isNear) return;
    isNear = true;
    for (const next of asked) tell(next);
    while (asked.length < NEAR_CHUNKS) asked.push(ask());
  };
  const iterator: AsyncIterator<Buffer> = {
    next: () => {
      asked.push(ask());
      return asked.shift() as Promise<IteratorResult<Buffer>>;
    },
    return: async () => (await source.return?.()) ?? { done: true, value: undefined },
  };
  return { opened: { ...opened, chunks: { [Symbol.asyncIterator]: () => iterator } }, comeNear };
}

async function close(opened: Opened): Promise<void> {
  if ('chunks' in opened)
    await opened.chunks[Symbol.asyncIterator]()
      .return?.()
      .catch(() => undefined);
}
