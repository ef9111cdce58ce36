// Rule: fully qualified names of machines, and domain names. Names of packages, files and members look alike and stay. Runs in
// the engine's process.
import { isOrdinary, isPlainWord } from '../names/name-worth.ts';
import {
  FILE_ENDINGS,
  LIKELY_ENDINGS,
  PACKAGE_STARTS,
  PRODUCT_NAMES,
  PUBLIC_DOMAINS,
  SECOND_ENDINGS,
  SURE_ENDINGS,
} from '../names/public-names.ts';
import { isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { Question } from '../scan/token-memory.ts';
import { isEscape, pastPercent } from './escape.ts';
import { learnHost } from './learn.ts';

const REVERSED = new Set(
  'com org net edu gov vnd prs io java javax jakarta kotlin scala android androidx cn'.split(' '),
);
/** Countries whose letters are words of programs. */
const WORD_ENDINGS = new Set('in is it no me id to ai as at be so'.split(' '));
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** A domain name taken apart; `domain` is what is registered, `inner` lies between host and domain. */
export interface DomainName {
  readonly host: string;
  readonly inner: readonly string[];
  readonly domain: string;
  /** The domain is a cloud's, and stays. */
  readonly isClouds?: boolean;
}

/**
 * @param certain its surroundings say that it is a machine's name: a field, an address, an account.
 * @returns undefined where this is no such name, or one of everybody's.
 */
export function domainName(text: string, certain: boolean): DomainName | undefined {
  const labels = text.split('.');
  // Windows lets names of machines have underscores.
  const isMachine = certain && labels.length > 2 && /^[a-z\d][\w-]{0,62}$/i.test(labels[0] as string);
  if (labels.length < 2 || !labels.every((label, at) => LABEL.test(label) || (isMachine && at === 0)))
    return undefined;
  const small = labels.map((label) => label.toLowerCase());
  const ending = small[small.length - 1] as string;
  if (!certain && !looksLikeDomain(labels, small, ending)) return undefined;
  if (certain && (!/^[a-z]/.test(ending) || (FILE_ENDINGS.has(ending) && !isSiteEnding(ending))))
    return undefined;
  const whole = small.join('.');
  if (PRODUCT_NAMES.has(whole)) return undefined;
  const second = small[small.length - 2] as string;
  const size = small.length > 2 && SECOND_ENDINGS.has(second) && ending.length === 2 ? 3 : 2;
  if (small.length < size) return undefined;
  const domain = small.slice(-size).join('.');
  if (PUBLIC_DOMAINS.has(domain) || PUBLIC_DOMAINS.has(whole)) return hostedName(labels, small, domain);
  return { host: small.length > size ? (labels[0] as string) : '', inner: small.slice(1, -size), domain };
}

/** Domains of clouds: the first name below them is a customer's. */
const CLOUDS = new Set(['windows.net', 'azure.com', 'amazonaws.com']);

/** payroll-sql.database.windows.net: the customer's name goes, the cloud's stays. */
function hostedName(
  labels: readonly string[],
  small: readonly string[],
  domain: string,
): DomainName | undefined {
  const [host = ''] = labels;
  if (small.length < 4 || !CLOUDS.has(domain) || isOrdinary(host.toLowerCase())) return undefined;
  return { host, inner: [], domain: small.slice(1).join('.'), isClouds: true };
}

function looksLikeDomain(labels: readonly string[], small: readonly string[], ending: string): boolean {
  const sure = SURE_ENDINGS.has(ending);
  if (!sure && !LIKELY_ENDINGS.has(ending)) return false;
  // tree-ssa.cc and configure.in are files.
  const isFile = FILE_ENDINGS.has(ending) && !(isExample(small) && !/^[A-Z][a-z]/.test(labels[0] as string));
  if (!sure && isFile && (small.length < 3 || !/[\d-]/.test(small[0] as string))) return false;
  const last = labels[labels.length - 1] as string;
  // System.Net, ASP.Net; and members written likeThis.
  if (/^[A-Z][a-z]/.test(last) || labels.some((label) => /[a-z][A-Z]/.test(label))) return false;
  if (REVERSED.has(small[0] as string)) return false;
  if (last !== ending && labels[0] !== labels[0]?.toUpperCase()) return false;
  if (!sure && isFileEnding(small[small.length - 2] as string)) return false;
  if (WORD_ENDINGS.has(ending) && !/[\d-]/.test(small[0] as string)) return false;
  if (small.length === 2 || PACKAGE_STARTS.has(small[0] as string)) {
    const telling = /[\d-]/.test(small[0] as string);
    if (PACKAGE_STARTS.has(small[0] as string)) return sure && small.length > 2;
    if (isExample(small)) return true;
    if (!sure) return telling && (small[0] as string).length > 3;
    if (ending.length === 2 && ending !== 'cn') return telling || (small[0] as string).length > 3;
    return (small[0] as string).length > 1;
  }
  return !/^\d+$/.test(small[0] as string) || sure;
}

/** Endings of files that nobody calls a site; db01.example.local is one. */
function isFileEnding(label: string): boolean {
  return FILE_ENDINGS.has(label) && label !== 'example';
}

/** web01.corp.example and corp.example, not settings.example. */
function isExample(small: readonly string[]): boolean {
  const second = small[small.length - 2] as string;
  if (small[small.length - 1] !== 'example' || FILE_ENDINGS.has(second)) return false;
  return !second.split('-').some((part) => isPlainWord(part)) && (small.length > 2 || !isOrdinary(second));
}

/** Endings of sites, among them that of documents and tests, which files have too. */
function isSiteEnding(ending: string): boolean {
  return SURE_ENDINGS.has(ending) || ending === 'example';
}

/** Writes a domain name with stand-ins: host-1.sub-1.domain-1. */
export function domainStandIn(scan: Scan, { host, inner, domain, isClouds = false }: DomainName): string {
  const { standIns } = scan.shared;
  const parts: string[] = [];
  if (host !== '') parts.push(host.toLowerCase() === 'www' ? host : standIns.standInFor('host', host));
  for (const [at, label] of inner.entries()) {
    const rest = [...inner.slice(at), domain].join('.');
    parts.push(label === 'www' ? label : standIns.standInFor('subdomain', rest));
  }
  parts.push(isClouds ? domain : standIns.standInFor('domain', domain));
  return parts.join('.');
}

/**
 * A run that holds dots.
 * @returns where scanning goes on, 0 where no domain name stands.
 */
export function domainNameInRun(scan: Scan, start: number, end: number, certain: boolean): number {
  if (end - start > 260) return 0;
  let from = pastPercent(scan, start);
  let to = end;
  while (from < to && !isWord(scan.at(from))) from += 1;
  if (isEscape(scan, from)) from += 1;
  while (to > from && (scan.at(to - 1) === 0x2e || scan.at(to - 1) === 0x2d || scan.at(to - 1) === 0x5f))
    to -= 1;
  const question = Question.domain | (certain ? 16 : 0);
  const seen = scan.remembered(from, to, question);
  // A call is no name; nor is what a path or a package goes on with.
  if (seen?.size === 0) return 0;
  if (seen) {
    const isOther = (!certain && isCalled(scan, from + seen.size)) || isOldProgram(scan, from, to);
    return isOther ? 0 : scan.follow(from, seen);
  }
  // cvd.log of a machine: srv01.corp.local_cvd.log, srv01.corp.local.log
  const name = withoutFileName(scan.ascii(from, to));
  const parts = domainName(name, certain);
  if (!parts) return scan.stays(from, to, question);
  if (isOldProgram(scan, from, to)) return 0;
  if (!certain && isCalled(scan, from + name.length)) return 0;
  const text = domainStandIn(scan, parts);
  if (parts.host !== '') learnHost(scan.shared, parts.host);
  const rule = parts.host === '' ? 'domain' : 'host';
  return scan.decide(from, to, question, { rule, text, size: name.length });
}

/** C:\\temp\\x.com: the last part of a path, a program of DOS. */
function isOldProgram(scan: Scan, from: number, to: number): boolean {
  if (scan.at(from - 1) !== 0x5c || scan.at(to) === 0x5c || !/^[^.]+\.com$/i.test(scan.ascii(from, to)))
    return false;
  return /(?:^|[^\\])\\{1,2}[^\\/:*?"<>|]+\\{1,2}$|[a-z]:\\{1,2}$/i.test(
    scan.ascii(Math.max(scan.back, from - 80), from),
  );
}

/** A bracket follows, as behind the name of a function, and neither a port (50412) nor a serial number (SSI3707070J). */
function isCalled(scan: Scan, at: number): boolean {
  return scan.at(at) === 0x28 && !/^\((?:\d{3,5}\)|(?=[A-Z]*\d)[A-Z\d]{8,}\))/.test(scan.ascii(at, at + 20));
}

function withoutFileName(text: string): string {
  let name = text;
  const underscore = name.indexOf('_');
  if (underscore > 0) name = name.slice(0, underscore);
  for (;;) {
    const dot = name.lastIndexOf('.');
    const ending = name.slice(dot + 1).toLowerCase();
    if (dot < 0 || !FILE_ENDINGS.has(ending) || SURE_ENDINGS.has(ending) || LIKELY_ENDINGS.has(ending))
      return name;
    if (name.slice(0, dot).split('.').length < 3) return name;
    name = name.slice(0, dot);
  }
}
