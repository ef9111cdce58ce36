// The encoding of a log, told from a sample of its bytes: CommVault writes UTF-8 or the machine's code page, on Chinese
// Windows also UTF-16 with or without a mark. Runs in the engine's process.
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

export type LogEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface EncodingGuess {
  readonly encoding: LogEncoding;
  /** Bytes of the byte order mark at the start of the sample; 0 where there is none. */
  readonly markBytes: number;
}

/**
 * @param sample a few KB from the start of the file or from an even offset; its ends may cut a character in two.
 * @returns never a failure: GB18030, the superset of the Chinese code page, takes what is no UTF.
 */
export function detectLogEncoding(sample: Buffer): EncodingGuess {
  if (sample[0] === 0xff && sample[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (sample[0] === 0xfe && sample[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) {
    return { encoding: 'utf-8', markBytes: 3 };
  }
  return { encoding: wideEncoding(sample) ?? narrowEncoding(sample), markBytes: 0 };
}

/** For a whole file in pieces: call `decode(bytes, { stream: true })`. The byte order mark is dropped. */
export function logDecoder(encoding: LogEncoding): TextDecoder {
  return new TextDecoder(encoding);
}

/** A log's prefix and most of its words are ASCII, so every second byte of UTF-16 is mostly zero, and always the same one. */
function wideEncoding(sample: Buffer): LogEncoding | undefined {
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) zeros[0] += 1;
    else zeros[1] += 1;
  }
  const [even, odd] = zeros;
  const many = sample.length / 8;
  if (odd > many && odd > 4 * even) return 'utf-16le';
  if (even > many && even > 4 * odd) return 'utf-16be';
  return undefined;
}

/** Counts what fits UTF-8 against what does not: one stray byte does not turn a UTF-8 log into a GBK one. */
function narrowEncoding(sample: Buffer): LogEncoding {
  if (isAscii(sample)) return 'utf-8';
  let fitting = 0;
  let breaking = 0;
  let at = 0;
  // The first bytes may be the rest of a character that the sample cut.
  while (at < 3 && isContinuation(sample[at])) at += 1;
  while (at < sample.length) {
    const byte = sample[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : 2;
    const leads = byte >= 0xc2 && byte < 0xf5;
    let good = 1;
    while (good < length && isContinuation(sample[at + good])) good += 1;
    if (leads && good === length) fitting += 1;
    else if (leads && at + good === sample.length) break;
    else breaking += 1;
    at += leads && good === length ? length : 1;
  }
  return breaking === 0 || fitting > 4 * breaking ? 'utf-8' : 'gb18030';
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
