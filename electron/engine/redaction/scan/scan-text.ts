// Goes over a text: the hot loop walks, and where it stops the rules are asked, which read through the scan, look around, and
// replace. Everything else passes without a call, an object or a string. Runs in the engine's process.
import { lineBegin } from '../rules/line-begin.ts';
import type { WordPattern } from '../rules/told-pattern.ts';
import { patternsOf } from '../rules/told-patterns.ts';
import { namesInRun } from './names-in-run.ts';
import { LOOK_AHEAD, type Scan } from './scan.ts';
import { Sense } from './sense.ts';
import { senseOfTwo } from './sense-of-two.ts';
import { visitMark } from './visit-mark.ts';
import { visitRun } from './visit-run.ts';
import { Flag, Found, Stop, TELLS, type WalkMemory } from './walk/walk-memory.ts';
import { senseOf } from './word-sense.ts';

const NONE: readonly WordPattern[] = [];

/**
 * @param from where the last call stopped. @param limit positions from here on need not be decided yet.
 * @param end of what is at hand.
 * @returns where it stopped, at or after `limit`; `scan.lineStart` is the start of that line.
 */
export function scanText(scan: Scan, from: number, limit: number, end: number): number {
  const { memory } = scan;
  const { names, level } = scan.shared;
  const strict = level === 'strict' ? Flag.strict : 0;
  scan.newWindow(end);
  memory.found[Found.lineStart] = scan.lineStart;
  let at = from === scan.lineStart && from < limit && isTelling(scan, from) ? lineBegin(scan, from) : from;
  while (at < limit) {
    const everyLine = scan.inPrivateKey || scan.valueFollows !== undefined ? Flag.everyLine : 0;
    const flags = strict | (scan.waits ? Flag.everyRun : 0) | everyLine;
    const stop = memory.walk(at, limit, end, LOOK_AHEAD, flags, names);
    const { found } = memory;
    at = found[Found.at] as number;
    scan.lineStart = found[Found.lineStart] as number;
    if (stop === Stop.run) at = atRun(scan, at, found);
    else if (stop === Stop.mark) at = atMark(scan, at);
    else if (stop === Stop.line) at = lineBegin(scan, at);
    else if (stop === Stop.newWord) learnWord(scan, memory, at, found);
  }
  return at;
}

function atRun(scan: Scan, start: number, found: Int32Array): number {
  const end = found[Found.end] as number;
  const mayHaveName = found[Found.name] !== 0;
  const hash = found[Found.hash] as number;
  const word = found[Found.sense] as number;
  let sense = (word & ~TELLS) as Sense;
  const bits = found[Found.bits] as number;
  scan.look(start);
  scan.told = (word & TELLS) === 0 ? NONE : scan.memory.told(hash, scan.at(end));
  if (sense === Sense.secondWord) {
    sense = senseOfTwo(scan, start, end, hash);
    if (sense === Sense.none) scan.told = NONE;
  }
  const later = scan.maskLater(start);
  const done = later > 0 ? later : visitRun(scan, start, end, bits, sense);
  if (done === 0) return mayHaveName ? Math.max(end, namesInRun(scan, start, end)) : end;
  return done < end && mayHaveName ? namesInRun(scan, done, end) : Math.max(done, start + 1);
}

function atMark(scan: Scan, at: number): number {
  scan.look(at);
  return visitMark(scan, at);
}

/** Whether rules look at where this line begins. */
function isTelling(scan: Scan, at: number): boolean {
  return scan.inPrivateKey || scan.valueFollows !== undefined || scan.memory.mayBeHeader(at);
}

function learnWord(scan: Scan, memory: WalkMemory, start: number, found: Int32Array): void {
  const end = found[Found.end] as number;
  const word = scan.ascii(start, end);
  memory.rememberWord(found[Found.hash] as number, end - start, senseOf(word), patternsOf(word));
}
