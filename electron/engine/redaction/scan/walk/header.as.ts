// What a line that rules of line-begin.ts look at begins with: AssemblyScript, a part of the hot loop of walk.as.ts. Runs in the
// engine's process.
import { HEX, LETTERS, TEXT } from './places.as.ts';

/** Whether rules of line-begin.ts may find anything where a line begins: a look at a few bytes. */
export function mayBeHeader(from: i32): bool {
  const at = TEXT + from;
  if (load<u8>(at, 3) === 0x20) {
    if (load<u8>(at, 6) === 0x20) {
      // A year may come before the time.
      if (load<u8>(at, 9) === 0x3a || (load<u8>(at, 11) === 0x20 && load<u8>(at, 14) === 0x3a)) return true;
    } else if (load<u8>(at, 20) === 0x5b || load<u8>(at, 24) === 0x5b) {
      // Sun Nov 22 10:15:30 CST [node: …
      if (load<u8>(at, 13) === 0x3a && load<u8>(at, 16) === 0x3a) return true;
    } else if (load<u8>(at, 5) === 0x20 && load<u8>(at, 8) === 0x3a) {
      return true;
    }
  }
  if (load<u8>(at, 4) === 0x2d && load<u8>(at, 10) === 0x54 && load<u8>(at, 13) === 0x3a) return true;
  if (load<u8>(at, 2) === 0x2d && load<u8>(at, 6) === 0x20 && load<u8>(at, 9) === 0x3a) return true;
  if (load<u8>(at, 4) === 0x2d && load<u8>(at, 10) === 0x20 && load<u8>(at, 13) === 0x3a)
    return isBeforeProgram(at + 19);
  // The number of a month, and the character for it.
  if (load<u8>(at, 1) >= 0x80 || load<u8>(at, 2) >= 0x80) {
    if (isDigit(load<u8>(at)) || (load<u8>(at) === 0x20 && isDigit(load<u8>(at, 1)))) return true;
  }
  const first: u32 = load<u8>(at);
  if (first === 0x3c) return isDigit(load<u8>(at, 1));
  if (first === 0x2a) return load<u8>(at, 1) === 0x3a;
  let to = at;
  if (isDigit(first)) {
    let dots = 0;
    for (; to < at + 16 && (isDigit(load<u8>(to)) || load<u8>(to) === 0x2e); to += 1) {
      if (load<u8>(to) === 0x2e) dots += 1;
    }
    return dots === 3 && (load<u8>(to) === 0x20 || load<u8>(to) === 0x09);
  }
  while (to < at + 48 && (isInRun(load<u8>(to)) || load<u8>(to) === 0x5c)) to += 1;
  if (to === at || load<u8>(to) !== 0x3a) return false;
  if (load<u8>(to, 1) === 0x3a) {
    // user::DOMAIN:1a2b…, and cluster::> of a console.
    if (load<u8>(to, 2) === 0x3e || load<u8>(to, 2) === 0x2a) return true;
    for (to += 2; to < at + 80 && isInRun(load<u8>(to)); ) to += 1;
    return load<u8>(to) === 0x3a && load<u8>(HEX + <u32>load<u8>(to, 1)) !== 255;
  }
  if (load<u8>(to, 2) === 0x3a || load<u8>(to, 3) === 0x3a) return true;
  // host:5432:… and user:1001:…
  for (to += 1; isDigit(load<u8>(to)); ) to += 1;
  return load<u8>(to) === 0x3a && isDigit(load<u8>(to - 1));
}

/** Behind 10:15:30 perhaps a part of a second, then a name, then program[42]: or program: */
function isBeforeProgram(from: i32): bool {
  let at = from;
  if (load<u8>(at) === 0x2c || load<u8>(at) === 0x2e) {
    for (at += 1; at < from + 8 && isDigit(load<u8>(at)); ) at += 1;
  }
  if (load<u8>(at) !== 0x20 || !isInRun(load<u8>(at, 1))) return false;
  for (at += 1; at < from + 80 && isInRun(load<u8>(at)); ) at += 1;
  if (load<u8>(at) !== 0x20 || !isInRun(load<u8>(at, 1))) return false;
  const program = at + 1;
  for (at += 1; at < program + 48 && load<u8>(at) > 0x20; at += 1) {
    if (load<u8>(at) === 0x5b) return isDigit(load<u8>(at, 1));
    if (load<u8>(at) === 0x3a) return at < program + 10;
  }
  return false;
}

export function isDigit(byte: u32): bool {
  return byte >= 0x30 && byte <= 0x39;
}

export function isInRun(byte: u32): bool {
  return load<u16>(LETTERS + (byte << 1)) !== 0;
}
