// Rules: names that are numbered as machines are, where a port follows, and names that a cloud makes of private addresses. Runs
// in the engine's process.
import { isStandIn } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import type { Scan } from '../scan/scan.ts';
import { learnHost } from './learn.ts';
import { takeHost } from './told-names.ts';
import { matches } from './value-end.ts';

const COLON = 0x3a;
/** ip-10-1-2-3 of a cloud, perhaps inside of a longer name. */
export const ADDRESS_IN_NAME =
  /(?<![a-z\d])ip-(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:-(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?!-?\d)/i;

/** media-07:8400, 'db-01:1521/x', srvdb07:443: a name without a hyphen only before a port that is no number of a line. */
export function hostBeforePort(scan: Scan, start: number, end: number): number {
  if (scan.at(end) !== COLON || scan.at(start - 1) === 0x2f) return 0;
  const port = /^:(\d{3,5})(?![\w.:]|-(?!>))/.exec(scan.ascii(end, end + 9))?.[1];
  if (port === undefined || (!/-\d+$/.test(scan.ascii(start, end)) && !isSurePort(port))) return 0;
  return takeHost(scan, start, end) ? end : 0;
}

function isSurePort(port: string): boolean {
  return port.length > 3 || /^(?:135|139|389|443|445|465|514|587|636|993|995)$/.test(port);
}

/** WIN-8F3K2L1QPZR, DESKTOP-J78PBB7: as Windows names machines itself, which nothing else is called. */
const WINDOWS_NAME = /^(?:win|desktop|laptop|ec2amaz|minint)-(?=[a-z\d]*\d)[a-z\d]{7,11}$/i;
/** DESKTOP-HR204: the same with a place and a number. */
const NUMBERED_DESKTOP = /^(?:DESKTOP|LAPTOP)-[A-Z]{1,8}\d{2,4}$/;

export function isWindowsName(name: string): boolean {
  return WINDOWS_NAME.test(name) || NUMBERED_DESKTOP.test(name);
}

/** @returns where scanning goes on: such a name needs no word beside it. */
export function windowsName(scan: Scan, start: number, end: number): number {
  return isWindowsName(scan.ascii(start, end)) && takeHost(scan, start, end) ? end : 0;
}

/** ip-10-1-2-3, resourcemanager-ip-10-1-2-3.log */
export function addressInName(scan: Scan, start: number, end: number): number {
  const match = ADDRESS_IN_NAME.exec(scan.ascii(start, end));
  if (match === null || isStandIn(match[0])) return 0;
  const from = start + match.index;
  scan.standIn(from, from + match[0].length, 'host', 'host', match[0]);
  learnHost(scan.shared, match[0]);
  return from + match[0].length;
}

/** on TARN-EX01, backup of hqsql02: what stands before a machine in a sentence. */
const BEFORE_MACHINE =
  /(?:^|[\s"'([])(?:on|from|to|of|at|with|via|for|by|between|and|against|host|hosts|server|servers|client|clients|machine|node|computer|vm)[ :]["'[]?$/i;
/** Before one of small letters and a number, as packages have them too. */
const BEFORE_NUMBERED =
  /(?:^|[\s"'([])(?:on|from|to|at|hosts?|servers?|clients?|machine|node|computer|vm)[ :]["'[]?$/i;
/** TARN-EX01, hqsql02: of parts as nothing else is numbered, or with a word for what machines do. */
const MACHINE =
  /^(?:[A-Z]{2,}(?:-[A-Z]+)*-[A-Z]{2,}\d{2,3}|(?:[a-z]{2,}-)*[a-z]{2,}-?(?:srv|svr|server|host|node|vm|db|sql|ora|exch|dc|web|app|mail|bkp|bak|bck|backup|media|file|esxi?|nas|san|proxy|cls|clu|gw|lnx|hv)-?\d{2,3}|(?:[A-Z]{2,}-)*[A-Z]{2,}-?(?:SRV|SVR|SERVER|HOST|NODE|VM|DB|SQL|ORA|EXCH|DC|WEB|APP|MAIL|BKP|BAK|BCK|BACKUP|MEDIA|FILE|ESXI?|NAS|SAN|PROXY|CLS|CLU|GW|LNX|HV)-?\d{2,3})$/;
/** DC-PROD-01, HQ-SRV02: in capitals, with a word for what machines do and no other kind of number. */
const CALLED_LIKE_MACHINES =
  /^(?!ERR|REQ|TC|BUG|ISSUE|MSG|WARN|TEST|STEP|DOC|ID|REF|SEC|CVE|KB)(?:(?:[A-Z]{2,}-)+(?:SRV|SVR|SERVER|DC|ESXI?|EXCH|NAS|BKP|VM|HOST|NODE|PROD|PRD)-?\d{2,3}|(?:SRV|SVR|DC|ESXI?|EXCH|BKP|NAS)-[A-Z]{2,}-?\d{2,3})$|^(?:web|app|db|sql|srv|api|dc|fs|mail|vm|host|node|backup|bkp)-?\d{2}-(?:prod|prd|dev|tst|uat|stg|dr)$/;

export function isSureMachine(name: string): boolean {
  return CALLED_LIKE_MACHINES.test(name);
}

/** bkp-07 */
const NUMBERED =
  /^(?:[a-z]{2,}(?:-[a-z]+)*|(?!ERR|REQ|TC|BUG|ISSUE|MSG|WARN|TEST|STEP|DOC|ID|REF|SEC|CVE|KB|LTO|RFC|ISO)[A-Z]{2,}(?:-[A-Z]+)+)-\d{2,3}$/;

/** web04, EXCHANGE02: what a machine does, numbered from 01 as nothing else is. */
const ROLE =
  /^(?:web|www|app|db|sql|mysql|oracle|ora|pgsql|mongo|mail|smtp|exch|exchange|dc|adc|print|backup|bkp|bak|media|srv|svr|server|host|esx|esxi|hyperv|nas|san|proxy|gateway|dns|dhcp|ftp|sftp|sap|erp|crm|mes|oa|hana|redis|kafka|jump|bastion|vcenter|citrix|rds|sharepoint|lync|wsus|sccm|pc|desktop|laptop)0\d$/i;

export function isNumberedRole(name: string): boolean {
  return ROLE.test(name) && !/[a-z][A-Z]/.test(name);
}

/** hrb-esx-31   -   52:4a:…: the first column of a table, with an address in another. */
function isRowOfAddress(scan: Scan, end: number): boolean {
  if (scan.at(end) !== 0x09 && !matches(scan, end, '  ')) return false;
  return /^[ \t]+(?:\S+[ \t]+){0,5}(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[\da-f]{2}:){5,7}[\da-f]{2}|(?:[\da-f]{4}\.){2}[\da-f]{4})(?![\w.])/i.test(
    scan.ascii(end, Math.min(scan.lineEnd, end + 120)),
  );
}

/** on wzfs9: where the sentence pauses, and on wzfs-9: others may be packages. rsync's wzfs-9::module. */
export function hostBehindOn(scan: Scan, start: number, end: number): number {
  const name = scan.ascii(start, end);
  const isParted = name.includes('-');
  const next = scan.at(end);
  if (next === COLON && isParted && /^::\w/.test(scan.ascii(end, end + 3)) && scan.at(start - 1) <= 0x20)
    return takeHost(scan, start, end) ? end : 0;
  if (isParted && start === scan.lineStart && isRowOfAddress(scan, end))
    return takeHost(scan, start, end) ? end : 0;
  if (next === 0x2f || next === 0x5c || next === 0x3d || next === 0x28) return 0;
  const isTold = isParted
    ? /^[a-z]{4,}-/.test(name) && BEFORE_NUMBERED.test(scan.ascii(Math.max(scan.back, start - 12), start))
    : matches(scan, start - 4, ' on ') &&
      /^(?:\s*$|[:,;]|\. )/.test(scan.ascii(end, Math.min(scan.lineEnd, end + 3)));
  return isTold && takeHost(scan, start, end) ? end : 0;
}

/** [filer-02:kernel:notice] and [filer-02: process: event:error] of storage arrays. */
const SOURCE_OF_EVENT =
  /^: ?[\w.]+: ?(?:[\w.]+: ?)?(?:notice|warning|error|info|informational|debug|alert|critical|emergency)\]/;
/** HQPC-221: codes of programs have more digits or fewer letters. */
const NUMBERED_PREFIX = /^[A-Z]{4,}-\d{2,3}$/;

/** A name numbered as machines are behind a word that goes before machines. */
export function hostInSentence(scan: Scan, start: number, end: number): number {
  const name = scan.ascii(start, end);
  const next = scan.at(end);
  if (next === 0x2f || next === 0x5c || next === 0x3d || next === 0x28) return 0;
  if (start === scan.lineStart && isRowOfAddress(scan, end)) return takeHost(scan, start, end) ? end : 0;
  if (isSureMachine(name)) return takeHost(scan, start, end) ? end : 0;
  if (
    next === COLON &&
    scan.at(start - 1) === 0x5b &&
    SOURCE_OF_EVENT.test(scan.ascii(end, Math.min(scan.lineEnd, end + 90)))
  )
    return takeHost(scan, start, end) ? end : 0;
  const before = scan.ascii(Math.max(scan.back, start - 12), start);
  const isTold = MACHINE.test(name)
    ? BEFORE_MACHINE.test(before)
    : NUMBERED.test(name)
      ? BEFORE_NUMBERED.test(before)
      : NUMBERED_PREFIX.test(name)
        ? BEFORE_NUMBERED.test(before) && isUnlikeWords(name)
        : isNumberedRole(name) && BEFORE_MACHINE.test(before);
  return isTold && takeHost(scan, start, end) ? end : 0;
}
