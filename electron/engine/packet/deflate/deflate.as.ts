// Raw deflate of log text (RFC 1951): AssemblyScript, made into WebAssembly (deflate-code.ts) by `npm run wasm`. Two thirds of
// the processor time of zlib at its level 5, for packets larger by half a per cent, measured on log text. Filled and read by
// deflater.ts. Runs in the engine's process.
import {
  addLiteral,
  addMatch,
  beginBlocks,
  makeSymbols,
  tokenCount,
  writeBlock,
  writeTo,
  writtenTo,
} from './block.as.ts';
import { distance, enter, find, forget, LISTED, length } from './matches.as.ts';
import { BEFORE, PACKED, TEXT, TEXT_BYTES } from './places.as.ts';

export { PACKED, TEXT, TEXT_BYTES };

const WINDOW: i32 = TEXT - BEFORE;
/** Shorter matches cost more than they spare. */
const SHORTEST: i32 = 4;
/** A block has no more literals and matches: behind it the codes are made anew. */
const MOST_TOKENS: i32 = 0x4000;
/** Behind the beginning of a match of at least this length no better one is looked for. */
const GOOD: i32 = 64;
/** One that begins a byte further on must be so much longer. */
const WORTH_WAITING: i32 = 2;
/** Inside a long match only every fourth place is entered, but for those close to its end: many begin there. */
const LONG: i32 = 32;
const STEP: i32 = 4;
const CLOSE: i32 = 16;

/** Where what came before begins. */
let start: i32 = TEXT;

makeSymbols();

/** Begins a file. */
export function begin(): void {
  start = TEXT;
  forget();
  beginBlocks();
}

/**
 * Deflates the text; all but the last one of a file has TEXT_BYTES.
 * @returns the place behind what became of it.
 */
export function deflate(bytes: i32, isLast: bool): i32 {
  const end = TEXT + bytes;
  /** The last places are too near to the end for the lists. */
  const listedEnd = end - LISTED;
  let block = TEXT;
  writeTo(PACKED);
  for (let at = TEXT; at < end; ) {
    if (tokenCount() === MOST_TOKENS) {
      writeBlock(block, at, false);
      block = at;
    }
    if (at <= listedEnd) find(at, SHORTEST - 1, start, end);
    if (at > listedEnd || length === 0) {
      addLiteral(load<u8>(at));
      at += 1;
      continue;
    }
    let best = length;
    let back = distance;
    let next = at + 1;
    while (best < GOOD && next <= listedEnd && tokenCount() < MOST_TOKENS - 1) {
      find(next, best + WORTH_WAITING - 1, start, end);
      next += 1;
      if (length === 0) break;
      addLiteral(load<u8>(at));
      at += 1;
      best = length;
      back = distance;
    }
    addMatch(best, back);
    at += best;
    enterAll(next, min(at, listedEnd + 1), best > LONG ? STEP : 1);
  }
  writeBlock(block, end, isLast);
  // For what follows; places keep their lower 16 bits.
  memory.copy(BEFORE, end - WINDOW, WINDOW);
  start = BEFORE;
  return writtenTo();
}

function enterAll(from: i32, end: i32, step: i32): void {
  let at = from;
  for (; at < end - CLOSE; at += step) enter(at);
  for (; at < end; at += 1) enter(at);
}
