// Takes a manifest apart as its bytes come: each file of its list by itself, and the rest with an empty list. So a manifest of
// a million files needs no text of hundreds of megabytes. Runs in the engine's process.

/** No line about one file is longer: its paths are bounded. */
const MAX_FILE_BYTES = 64 * 1024;
/** Everything but the list: how each collector ended. */
const MAX_REST_BYTES = 8 * 1024 ** 2;
/** Brackets and commas of the rest: each may become an object of its own. */
const MAX_REST_PARTS = 500_000;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const NAME = '"files"';

export class SplitManifest {
  readonly #onFile: (json: string) => void;
  readonly #rest: Buffer[] = [];
  #restBytes = 0;
  #parts = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last string outside of the list, as far as it matters, and whether a colon followed it. */
  #string = '';
  #named = false;
  /** What may come next in the list; undefined outside of it. */
  #list: 'first' | 'comma' | 'next' | undefined;
  #listsSeen = 0;
  #file: Buffer[] = [];
  #fileBytes = 0;

  /** @param onFile hears the JSON of each file. */
  constructor(onFile: (json: string) => void) {
    this.#onFile = onFile;
  }

  /** Throws on what is no list of files. */
  write(chunk: Buffer): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (this.#inString) this.#inside(byte);
      else if (this.#list === undefined) {
        this.#outside(byte);
        if (this.#isInList) this.#keepRest(chunk.subarray(from, at + 1));
      } else if (this.#depth === 2) {
        this.#between(byte);
        // A file begins, or the rest after the last one.
        if (this.#depth !== 2) from = at;
      } else {
        this.#outside(byte);
        if (this.#depth === 2) this.#endFile(chunk.subarray(from, at + 1));
      }
    }
    if (this.#list === undefined) this.#keepRest(chunk.subarray(from));
    else if (this.#depth > 2) this.#keepFile(chunk.subarray(from));
  }

  /** @returns the JSON of all but the files; throws where it ends in the middle of the list. */
  end(): string {
    if (this.#list !== undefined) throw new Error('a list of files without an end');
    return Buffer.concat(this.#rest).toString('utf8');
  }

  get #isInList(): boolean {
    return this.#list !== undefined;
  }

  #inside(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
    if (this.#depth === 1 && this.#string.length <= NAME.length) this.#string += String.fromCharCode(byte);
  }

  #outside(byte: number): void {
    if (byte === QUOTE) {
      this.#inString = true;
      this.#string = '"';
    } else if (byte === COLON) this.#named = this.#depth === 1 && this.#string === NAME;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      this.#depth += 1;
      if (byte === OPEN_LIST && this.#depth === 2 && this.#named) this.#open();
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#depth -= 1;
    else if (byte !== COMMA) return;
    if (byte !== COLON && byte !== QUOTE) this.#named = false;
    if (this.#list !== undefined) return;
    this.#parts += 1;
    if (this.#parts > MAX_REST_PARTS) throw new Error('a manifest of too many parts');
  }

  #open(): void {
    this.#listsSeen += 1;
    if (this.#listsSeen > 1) throw new Error('two lists of files');
    this.#list = 'first';
  }

  #between(byte: number): void {
    if (byte === OPEN_OBJECT && this.#list !== 'comma') this.#depth = 3;
    else if (byte === CLOSE_LIST && this.#list !== 'next') {
      this.#depth = 1;
      this.#list = undefined;
    } else if (byte === COMMA && this.#list === 'comma') this.#list = 'next';
    else if (byte > 0x20) throw new Error('a list of other things than files');
  }

  #endFile(bytes: Buffer): void {
    this.#keepFile(bytes);
    const json = Buffer.concat(this.#file).toString('utf8');
    this.#file = [];
    this.#fileBytes = 0;
    this.#list = 'comma';
    this.#onFile(json);
  }

  #keepFile(bytes: Buffer): void {
    this.#fileBytes += bytes.length;
    if (this.#fileBytes > MAX_FILE_BYTES) throw new Error('a file that tells too much');
    this.#file.push(Buffer.from(bytes));
  }

  #keepRest(bytes: Buffer): void {
    this.#restBytes += bytes.length;
    if (this.#restBytes > MAX_REST_BYTES) throw new Error('a manifest that tells too much');
    this.#rest.push(Buffer.from(bytes));
  }
}
