// Rule: machines whose folders are mounted: //host/share, host:/volume. Comments of programs and drives look alike and stay.
// Runs in the engine's process.
import { isDistinctive, isNumberedMachine, isOrdinary } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { takeHost } from './told-names.ts';

const COLON = 0x3a;
const SLASH = 0x2f;
/** mount -t cifs //host/share, smbclient //host/share */
const MOUNTING = /(?:^|[\s/"'])(?:mount(?:\.cifs|\.smb3?|_smbfs)?|smbclient|smbget|smbmount) [^|;]*\/\/$/;
const MOUNT = /^[:/]\S* (?:on \/\S+ type|\/\S+) (?:cifs|smb3?|nfs4?)\b/;

/** Whether a run may be such a machine by the bytes beside it. */
export function mayBeMounted(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start - 1] === SLASH && bytes[start - 2] === SLASH) return end - start > 2;
  return bytes[end] === COLON && bytes[end + 1] === SLASH && bytes[end + 2] !== SLASH && end - start > 2;
}

/** @returns where scanning goes on, 0 where no such machine stands. */
export function mountedHost(scan: Scan, start: number, end: number): number {
  const isShare = scan.at(start - 1) === SLASH;
  const before = scan.at(start - (isShare ? 3 : 1));
  if (isWord(before) || '/:\\+'.includes(String.fromCharCode(before)) || !isWord(scan.at(end - 1))) return 0;
  const name = scan.ascii(start, end);
  const next = scan.at(end);
  if (isShare && next !== SLASH && next !== COLON) return 0;
  const small = name.toLowerCase();
  const isTold =
    isDistinctive(name) ||
    isNumberedMachine(name) ||
    (/\d$/.test(name) && name.length > 4 && isUnlikeWords(name) && scan.ascii(start - 3, start) !== '-v ') ||
    scan.shared.names.has(small) ||
    (isShare && !isOrdinary(small) && MOUNTING.test(scan.ascii(Math.max(scan.back, start - 60), start))) ||
    (!isOrdinary(small) && MOUNT.test(scan.ascii(end, Math.min(scan.lineEnd, end + 160))));
  return isTold && takeHost(scan, start, end) ? end : 0;
}
