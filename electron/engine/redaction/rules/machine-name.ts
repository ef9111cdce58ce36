// Rules: names that are numbered as machines are, where a port follows, and names that a cloud makes of private addresses. Runs
// in the engine's process.
import { isStandIn } from '../names/name-worth.ts';
import type { Scan } from '../scan/scan.ts';
import { learnHost } from './learn.ts';
import { takeHost } from './told-names.ts';

const COLON = 0x3a;
/** ip-10-1-2-3 of EC2, perhaps inside of a longer name. */
export const ADDRESS_IN_NAME =
  /(?<![a-z\d])ip-(?:10-\d{1,3}|172-(?:1[6-9]|2\d|3[01])|192-168)(?:-\d{1,3}){2}(?![\d-])/i;

/** media-07:8400, 'db-01:1521/x', srvdb07:443: a name without a hyphen only before a port that is no number of a line. */
export function hostBeforePort(scan: Scan, start: number, end: number): number {
  if (scan.at(end) !== COLON || scan.at(start - 1) === 0x2f) return 0;
  const port = /^:(\d{3,5})(?![\w.:-])/.exec(scan.ascii(end, end + 7))?.[1];
  if (port === undefined || (!/-\d+$/.test(scan.ascii(start, end)) && !isSurePort(port))) return 0;
  return takeHost(scan, start, end) ? end : 0;
}

function isSurePort(port: string): boolean {
  return port.length > 3 || /^(?:135|139|389|443|445|465|514|587|636|993|995)$/.test(port);
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
