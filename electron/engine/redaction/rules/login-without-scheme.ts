// Rules: logins without a scheme before them: user/password@DATABASE of Oracle's tools, and lines of a mail server's table of
// logins. Runs in the engine's process.
import { isOrdinary, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { BITS } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { domainName } from './domain-name.ts';
import { takeHost, takeUser } from './told-names.ts';

const LONGEST_USER = 40;
/** Principals of Kerberos, packages and images look the same. */
const NO_ACCOUNT =
  /^(?:host|http|https|hdfs|hive|ldap|cifs|krbtgt|nfs|imap|smtp|mssqlsvc|termsrv|rpcss|dns|gc|actions|library|docker|repo|origin|npm|node|types|pkg|src|lib)$/i;

/** @param start of what may be the password, between a slash and an at sign. @returns where scanning goes on, 0 for none. */
export function loginAtDatabase(scan: Scan, start: number, end: number): number {
  const password = scan.ascii(start, end);
  if (!/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w$#-]{6,40}$/.test(password) || start < scan.decided) return 0;
  if (!/^@\/{0,2}[A-Za-z]\w{1,30}(?![\w.@/-])/.test(scan.ascii(end, Math.min(scan.lineEnd, end + 40))))
    return 0;
  let from = start - 1;
  while (from > start - LONGEST_USER && BITS[scan.at(from - 1)]) from -= 1;
  const user = scan.ascii(from, start - 1);
  if (!/^[A-Za-z][\w$#]*$/.test(user) || NO_ACCOUNT.test(user) || !/[\s"'[(=]/.test(before(scan, from)))
    return 0;
  if (scan.shared.level !== 'off' && from >= scan.decided && !isSharedAccount(user) && !isStandIn(user))
    scan.standIn(from, start - 1, 'user', 'user', user);
  scan.mask(start, end, 'command-line-secret');
  return end;
}

const before = (scan: Scan, at: number): string =>
  at === scan.lineStart ? ' ' : String.fromCharCode(scan.at(at - 1));

/** [smtp.x.example]:587 user:password, smtp.x.example user@x.example:password */
const RELAY =
  /^(?<host>[\w-]+(?:\.[\w-]+)+)\]?(?::\d{2,5})?[ \t]+(?<user>[\w.@+-]+):(?<secret>(?=\S*[\d!@#$%^&*_+=-])[^\s:"'/]{6,})\s*$/d;

/** @param start of a name with dots, at the margin or behind a bracket there. @returns where scanning goes on, 0 for none. */
export function loginAtRelay(scan: Scan, start: number): number {
  const places = RELAY.exec(scan.ascii(start, Math.min(scan.lineEnd, start + 200)))?.indices?.groups;
  if (places?.secret === undefined || places.host === undefined || places.user === undefined) return 0;
  const text = (place: readonly [number, number]) => scan.ascii(start + place[0], start + place[1]);
  const user = text(places.user);
  if (domainName(text(places.host), true) === undefined || isOrdinary(user.toLowerCase())) return 0;
  const isNamed = scan.shared.level !== 'off';
  if (isNamed) takeHost(scan, start + places.host[0], start + places.host[1]);
  if (isNamed && user.includes('@')) {
    // The address has its own rule.
    scan.later(start + places.secret[0], start + places.secret[1]);
    return start + places.host[1];
  }
  if (isNamed) takeUser(scan, start + places.user[0], start + places.user[1]);
  scan.mask(start + places.secret[0], start + places.secret[1], 'url-credentials');
  return start + places.secret[1];
}
