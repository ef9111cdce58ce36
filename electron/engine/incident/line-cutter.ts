// Cuts a stream of bytes into lines without making a string of any. Runs in the engine's process.

const LINE_END = 0x0a;
const RETURN = 0x0d;
/** What has no line end for so long is no text; it is passed on in pieces so that memory stays small. */
const MAX_LINE_BYTES = 1024 ** 2;

/**
 * @param bytes holds the line from `start` to `end`, without its line end, only until the call returns.
 * @param place where the line begins and where the next one does, in bytes from the start of the text; its number from 1.
 */
export type VisitLine = (
  bytes: Buffer,
  start: number,
  end: number,
  place: { readonly offset: number; readonly next: number; readonly number: number },
) => void;

export class LineCutter {
  readonly #visit: VisitLine;
  readonly #place = { offset: 0, next: 0, number: 1 };
  #rest: Buffer = Buffer.alloc(0);

  /** @param start where the first chunk begins: at the start of this line. */
  constructor(visit: VisitLine, start: { offset: number; number: number } = { offset: 0, number: 1 }) {
    this.#visit = visit;
    this.#place.next = start.offset;
    this.#place.number = start.number;
  }

  add(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      this.#line(bytes, start, end, 1);
      this.#place.number += 1;
      start = end + 1;
    }
    // A copy: a few bytes must not keep the whole chunk in memory.
    this.#rest = Buffer.from(bytes.subarray(start));
    if (this.#rest.length > MAX_LINE_BYTES) this.end();
  }

  /** The last line may have no line end. */
  end(): void {
    if (this.#rest.length > 0) this.#line(this.#rest, 0, this.#rest.length, 0);
    this.#rest = Buffer.alloc(0);
  }

  #line(bytes: Buffer, start: number, lineEnd: number, lineEndBytes: number): void {
    const place = this.#place;
    place.offset = place.next;
    place.next += lineEnd - start + lineEndBytes;
    const end = lineEnd > start && bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
    this.#visit(bytes, start, end, place);
  }
}
