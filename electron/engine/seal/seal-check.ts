// Re-reads the finished packet's files for what must not be in them (see note: seal check). It listens while the packet is
// held against its manifest, so that the packet is read once. Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { archiveReader } from './archive-reader.ts';
import { LeakFinder } from './leak-finder.ts';
import type { SoughtNames } from './sought-names.ts';

export interface Leak {
  /** Of the file in the packet. */
  readonly path: string;
  readonly rule: RedactionRule;
}

/** Takes the bytes of one file of the packet; a chunk is not to be used any more when its write is done. */
export interface SealReader {
  /** @param isLast whether it is known that nothing follows. */
  write(chunk: Buffer, isLast?: boolean): Promise<void> | void;
  end(): Promise<void> | void;
}

export interface SealOptions {
  readonly names: SoughtNames;
  /** Paths of what goes as it is, by the user's word. */
  readonly asItIs: ReadonlySet<string>;
  /** Who the user is, as the case sheet tells it: no leak there. */
  readonly ownWords: readonly string[];
  /** For archives that must be on disk to be read. */
  readonly privateFolder: string;
  readonly signal: AbortSignal;
}

const CASE_SHEETS = new Set(['case.html', 'case.json']);

export class SealCheck {
  readonly leaks: Leak[] = [];
  readonly #options: SealOptions;

  constructor(options: SealOptions) {
    this.#options = options;
  }

  /** What another thread needs to search as this one does; it tells its leaks here. */
  forThreads(): Omit<SealOptions, 'signal'> {
    const { signal: _, ...rest } = this.#options;
    return rest;
  }

  /** @returns what is to take the file's bytes, or undefined where it is not searched. */
  reader(path: string): SealReader | undefined {
    const { names, asItIs, ownWords, privateFolder, signal } = this.#options;
    // A name is as good a place for a leak as a file.
    this.#inText(path, path);
    if (asItIs.has(path)) return undefined;
    if (CASE_SHEETS.has(path)) return this.#sheetReader(path, ownWords);
    const find = () => {
      const finder = new LeakFinder(names);
      return {
        write: (chunk: Buffer, isLast?: boolean) => finder.write(chunk, isLast),
        end: () => this.#tell(path, finder.end()),
      };
    };
    return archiveReader(find, privateFolder, signal);
  }

  #sheetReader(path: string, ownWords: readonly string[]): SealReader {
    const chunks: Buffer[] = [];
    return {
      write: (chunk) => {
        // Whoever reads the packet uses its memory again.
        chunks.push(Buffer.from(chunk));
      },
      end: () => {
        let text = Buffer.concat(chunks).toString('utf8');
        for (const word of ownWords) for (const form of formsOf(word)) text = text.replaceAll(form, ' ');
        this.#inText(path, text);
      },
    };
  }

  #inText(path: string, text: string): void {
    const finder = new LeakFinder(this.#options.names);
    finder.write(Buffer.from(text), true);
    this.#tell(path, finder.end());
  }

  #tell(path: string, rule: RedactionRule | undefined): void {
    if (rule !== undefined && !this.leaks.some((leak) => leak.path === path)) this.leaks.push({ path, rule });
  }
}

/** A word as HTML and as JSON write it. */
function formsOf(word: string): string[] {
  const html = word.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const named = word
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return [word, html, named, JSON.stringify(word).slice(1, -1)].filter((form) => form !== '');
}
