// Rule: user:password@host:1234 without a scheme before it, where the password is unlike any word. Runs in the engine's process.
import { isPlainWord, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { BITS } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { takeHost } from './told-names.ts';

/** Schemes and labels before a colon: what follows is an account, or an image of a container. */
const LABEL =
  /^(?:sips?|mailto|xmpp|ssh|git|svn|tel|im|user|owner|default|list|all|self|host|from|to|image)$/i;
const HOST_AND_PORT =
  /^@(?<host>[A-Za-z][\w-]*(?:\.[\w-]+)*|\d{1,3}(?:\.\d{1,3}){3}):(?:\d{2,5}|port)(?![\w:-])/;
const LONGEST_USER = 64;

/** @param start of what may be the password, between a colon and an at sign. @returns where scanning goes on, 0 for none. */
export function loginAtHost(scan: Scan, start: number, end: number): number {
  const password = scan.ascii(start, end);
  if (!/^(?=.*[A-Za-z])(?=.*\d)[\w.-]{6,}$/.test(password) || password.includes('..')) return 0;
  const host = HOST_AND_PORT.exec(scan.ascii(end, Math.min(scan.lineEnd, end + 200)))?.groups?.host;
  if (host === undefined || /^sha\d+$/i.test(host)) return 0;
  let from = start - 1;
  while (from > start - LONGEST_USER && BITS[scan.at(from - 1)]) from -= 1;
  const user = scan.ascii(from, start - 1);
  const before = scan.at(from - 1);
  if (user === '' || before === 0x3a || before === 0x2f || LABEL.test(user)) return 0;
  const isShared = isSharedAccount(user);
  if (!isShared && (isPlainWord(user.toLowerCase()) || !/^[a-z]/i.test(user))) return 0;
  if (from >= scan.decided && !isShared && !isStandIn(user))
    scan.standIn(from, start - 1, 'user', 'user', user);
  if (start < scan.decided) return 0;
  scan.mask(start, end, 'url-credentials');
  if (/^\d/.test(host)) return end + 1;
  return takeHost(scan, end + 1, end + 1 + host.length) ? end + 1 + host.length : end;
}
