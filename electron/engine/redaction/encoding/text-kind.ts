// What a file is, told from its first bytes: text of an encoding that the scanner reads, or nothing that may leave unread.
// Runs in the engine's process.
import { STRANGE, ZEROS_AT_ONCE } from './soiled-bytes.ts';

export type TextKind = 'narrow' | 'utf-16le' | 'utf-16be';
export type NoText = 'binary' | 'unknown-encoding';

const startsWith = (sample: Buffer, ...bytes: number[]): boolean =>
  bytes.length <= sample.length && bytes.every((byte, at) => sample[at] === byte);

/** Formats that may look like text at first: by their first bytes. */
const BINARY_STARTS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00], // ElfFile: Windows events
  [0xd0, 0xcf, 0x11, 0xe0], // old Office and MSI
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
];
/** More of these among the bytes than this share is no text: half a percent, for logs that a crash has soiled. */
const CONTROL_SHARE = 200;
/** @param sample the first bytes of a file, up to 64 KiB; all of them where the file is smaller. */
export function textKind(sample: Buffer): TextKind | NoText {
  if (startsWith(sample, 0xff, 0xfe, 0x00, 0x00) || startsWith(sample, 0x00, 0x00, 0xfe, 0xff)) {
    return 'unknown-encoding';
  }
  if (startsWith(sample, 0xff, 0xfe)) return wideWords(sample, 1) ? 'utf-16le' : 'binary';
  if (startsWith(sample, 0xfe, 0xff)) return wideWords(sample, 0) ? 'utf-16be' : 'binary';
  if (BINARY_STARTS.some((start) => startsWith(sample, ...start))) return 'binary';
  const { controls, zeros } = strangeBytes(sample);
  if (zeros > 0) {
    if (zeros * 32 > sample.length) {
      if (wideWords(sample, 1) && zerosAt(sample, 1) > zerosAt(sample, 0)) return 'utf-16le';
      if (wideWords(sample, 0) && zerosAt(sample, 0) > zerosAt(sample, 1)) return 'utf-16be';
    }
    if (zeros * 4 > sample.length && sample.length >= 8 && zeros % 3 === 0 && fourByteWords(sample)) {
      return 'unknown-encoding';
    }
  }
  return (controls + zeros) * CONTROL_SHARE > sample.length + CONTROL_SHARE ? 'binary' : 'narrow';
}

/** Bytes that text does not have: controls but for white space, bell, escape and form feed; zeros outside long stretches. */
function strangeBytes(sample: Buffer): { controls: number; zeros: number } {
  let controls = 0;
  let zeros = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] as number;
    if (STRANGE[byte] === 0) continue;
    if (byte === 0) {
      let end = at + 1;
      while (end < sample.length && sample[end] === 0) end += 1;
      if (end - at < ZEROS_AT_ONCE) zeros += end - at;
      at = end - 1;
    } else {
      controls += 1;
    }
  }
  return { controls, zeros };
}

function zerosAt(sample: Buffer, parity: number): number {
  let count = 0;
  for (let at = parity; at < sample.length; at += 2) if (sample[at] === 0) count += 1;
  return count;
}

/**
 * Whether the sample reads as UTF-16: nearly all units are characters that logs have, and few are two letters of ASCII.
 * @param high where the high byte stands.
 */
function wideWords(sample: Buffer, high: 0 | 1): boolean {
  let units = 0;
  let strange = 0;
  let letterPairs = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const upper = sample[at + high] as number;
    const lower = sample[at + 1 - high] as number;
    if (upper === 0 && lower === 0) continue;
    units += 1;
    const isControl = upper === 0 && lower < 0x20 && !((lower >= 0x07 && lower <= 0x0d) || lower === 0x1b);
    if (isControl || (upper > 0x06 && upper < 0x20) || (upper > 0x33 && upper < 0x4e)) strange += 1;
    if (upper >= 0x20 && upper < 0x7f && lower >= 0x20 && lower < 0x7f) letterPairs += 1;
  }
  return units > 0 && strange * 20 <= units && letterPairs * 2 <= units;
}

/** UTF-32 without a mark: three zeros and a letter, again and again. */
function fourByteWords(sample: Buffer): boolean {
  let words = 0;
  for (let at = 0; at + 3 < sample.length; at += 4) {
    const zeros = [0, 1, 2, 3].filter((offset) => sample[at + offset] === 0).length;
    if (zeros === 3 || zeros === 2) words += 1;
  }
  return words * 5 > (sample.length / 4) * 4;
}
