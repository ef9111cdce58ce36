// The head of a log line read from its bytes: time and job id, many times faster than parsing the line as text, which is
// done only for the lines that are wanted. Other forms of line go through parse-log-line.ts. Runs in the engine's process.
import { type LogStamp, parseLogLine } from '../logs/parse-log-line.ts';

const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x09;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isHex = (byte: number | undefined) =>
  isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
const SLASH = 0x2f;
const COLON = 0x3a;
/** Longer heads than this are none. */
const HEAD_BYTES = 200;

/** Reused from line to line. */
export class LineHead {
  /** Month, day, hour, minute, second as one number, MMDDhhmmss; 0 where only `other` says the time. */
  stamp = 0;
  /** The time of a line in another form than CommVault's usual one. */
  other: LogStamp | undefined;
  #jobStart = 0;
  #otherJob = '';
  #bytes: Buffer = Buffer.alloc(0);
  #end = 0;
  #at = 0;

  /** @returns false for a line without a time: it continues the one before it. */
  read(bytes: Buffer, start: number, end: number): boolean {
    this.#bytes = bytes;
    this.#end = end;
    this.#at = start;
    this.other = undefined;
    if (start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
    this.#blanks();
    const first = bytes[this.#at];
    if (!isDigit(first) && first !== 0x5b) return false;
    this.stamp = this.#usual();
    if (this.stamp > 0) return true;
    const line = parseLogLine(bytes.toString('latin1', start, Math.min(end, start + HEAD_BYTES)));
    this.other = line?.stamp;
    this.#otherJob = line?.jobId ?? '';
    return line !== undefined;
  }

  /** @returns the job id as printed, '' where there is none; only after `read` returned true. */
  jobId(): string {
    if (this.other !== undefined) return this.#otherJob;
    let at = this.#jobStart;
    while (at < this.#end && isBlank(this.#bytes[at])) at += 1;
    const start = at;
    while (at < this.#end && isDigit(this.#bytes[at])) at += 1;
    const closed = at === this.#end || isBlank(this.#bytes[at]);
    return closed ? this.#bytes.toString('latin1', start, at) : '';
  }

  /** PID, TID, MM/DD, hh:mm:ss and a blank; 0 where the line looks otherwise. */
  #usual(): number {
    this.#jobStart = this.#end;
    if (!this.#word(isDigit) || !this.#word(isHex)) return 0;
    const month = this.#number(SLASH);
    const day = this.#number(0);
    if (day < 0 || this.#blanks() === 0) return 0;
    const hour = this.#number(COLON);
    const minute = this.#number(COLON);
    const second = this.#number(0);
    const possible = month > 0 && month <= 12 && day > 0 && day <= 31;
    if (!possible || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
      return 0;
    if (this.#at < this.#end && !isBlank(this.#bytes[this.#at])) return 0;
    this.#jobStart = this.#at;
    return (((month * 100 + day) * 100 + hour) * 100 + minute) * 100 + second;
  }

  #blanks(): number {
    const start = this.#at;
    while (this.#at < this.#end && isBlank(this.#bytes[this.#at])) this.#at += 1;
    return this.#at - start;
  }

  #word(belongs: (byte: number | undefined) => boolean): boolean {
    const start = this.#at;
    while (this.#at < this.#end && belongs(this.#bytes[this.#at])) this.#at += 1;
    return this.#at > start && this.#blanks() > 0;
  }

  /** One or two digits and what must follow them; -1 where they are not there. */
  #number(follows: number): number {
    const first = this.#bytes[this.#at];
    if (!isDigit(first)) return -1;
    let value = (first ?? 0) - 0x30;
    this.#at += 1;
    const second = this.#bytes[this.#at];
    if (isDigit(second)) {
      value = value * 10 + (second ?? 0) - 0x30;
      this.#at += 1;
    }
    if (follows !== 0) {
      if (this.#bytes[this.#at] !== follows) return -1;
      this.#at += 1;
    }
    return value;
  }
}
