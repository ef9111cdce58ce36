// What the rules make of one run of letters, digits, dots, hyphens and underscores, with what stands beside it. Runs in the
// engine's process.

import { domainUser, userFolder } from '../rules/account.ts';
import { commandLine, identifiedBy, optionToken, optionValue } from '../rules/command-line.ts';
import { domainNameInRun } from '../rules/domain-name.ts';
import { windowsPath } from '../rules/file-path.ts';
import { dataMap } from '../rules/following-value.ts';
import { dottedMac, pairedAddress, unspacedAddress } from '../rules/hardware-addresses.ts';
import { ipv4InRun } from '../rules/ipv4.ts';
import { ipv6 } from '../rules/ipv6.ts';
import { loginAtHost } from '../rules/login-at-host.ts';
import { loginAtDatabase, loginAtRelay } from '../rules/login-without-scheme.ts';
import {
  addressInName,
  hostBeforePort,
  hostBehindOn,
  hostInSentence,
  windowsName,
} from '../rules/machine-name.ts';
import { mailAddress } from '../rules/mail-address.ts';
import { mayBeMounted, mountedHost } from '../rules/mounted-host.ts';
import { namedField } from '../rules/named-field.ts';
import { toldName } from '../rules/named-in-sentence.ts';
import { privateKey, puttyLines } from '../rules/private-key.ts';
import { secretField } from '../rules/secret-field.ts';
import { bearerToken, shapedSecret } from '../rules/secret-shapes.ts';
import { toldNames } from '../rules/told-names.ts';
import { DIGIT, DOT, HEX, LETTER } from './byte-classes.ts';
import type { Scan } from './scan.ts';
import { Sense } from './sense.ts';

const TAB = 0x09;
const BLANK = 0x20;
const SLASH = 0x2f;
const AT = 0x40;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
/** As in walk.as.ts. */
const LONGEST_WORD = 80;

/**
 * @param bits what the run holds. @param sense what its words say.
 * @returns where scanning goes on, 0 where no rule took anything.
 */
export function visitRun(scan: Scan, start: number, end: number, bits: number, sense: number): number {
  const secrets = sense === Sense.none ? toldNames(scan, start, end) : secretBySense(scan, start, end, sense);
  if (secrets > 0) return secrets;
  // The sense of a word knows its look; longer runs are no words.
  if (sense === Sense.shaped || end - start > LONGEST_WORD) {
    const shaped = shapedSecret(scan, start, end);
    if (shaped > 0) return shaped;
  }
  const next = scan.at(end);
  if (next === AT && scan.at(start - 1) === SLASH) {
    const login = loginAtDatabase(scan, start, end);
    if (login > 0) return login;
  }
  // A name with dots, at the margin or behind a bracket there.
  if ((bits & DOT) !== 0 && (next === BLANK || next === TAB || next === CLOSE) && isAtMargin(scan, start)) {
    const login = loginAtRelay(scan, start);
    if (login > 0) return login;
  }
  return scan.shared.level === 'off' ? 0 : visitName(scan, start, end, bits, sense);
}

function isAtMargin(scan: Scan, start: number): boolean {
  return start === scan.lineStart || (start === scan.lineStart + 1 && scan.at(start - 1) === OPEN);
}

function visitName(scan: Scan, start: number, end: number, bits: number, sense: number): number {
  const next = scan.at(end);
  let done = 0;
  if (next === COLON && end - start === 1 && scan.shared.level === 'strict') done = windowsPath(scan, start);
  if (done === 0 && sense !== Sense.none) done = nameBySense(scan, start, end, sense);
  if (done === 0 && mayBeMounted(scan.bytes, start, end)) done = mountedHost(scan, start, end);
  if (done === 0 && next === AT && scan.at(start - 1) === COLON) done = loginAtHost(scan, start, end);
  if (done === 0 && (next === AT || next === PLUS)) done = mailAddress(scan, start, end);
  if (done === 0 && next === BACKSLASH) done = domainUser(scan, start, end, false);
  if (done === 0 && (next === COLON || scan.at(start + 2) === HYPHEN) && HEX[scan.at(start)] !== 255) {
    if (end - start === 2 || scan.at(start + 2) === HYPHEN) done = pairedAddress(scan, start);
    if (done === 0 && next === COLON && end - start <= 4 && !isTime(scan, start)) done = ipv6(scan, start);
  }
  if (done === 0 && (bits & DOT) !== 0) {
    if ((bits & DIGIT) !== 0) done = ipv4InRun(scan, start, end);
    if (done === 0) done = dottedMac(scan, start, end);
    if (done === 0 && (bits & LETTER) !== 0) done = domainNameInRun(scan, start, end, false);
  }
  return done;
}

/** 10:15:30, which every line of a log begins with. */
function isTime(scan: Scan, start: number): boolean {
  return scan.at(start + 2) === COLON && scan.at(start + 5) === COLON && scan.at(start + 8) !== COLON;
}

/** /password x, but not GET /password. */
function isWindowsOption(scan: Scan, start: number): boolean {
  return (
    scan.at(start - 1) === 0x2f &&
    scan.at(start - 2) === 0x20 &&
    !/(?:\b[A-Z]{3,7}|->|\bto|\bat|\bof|\bon|\bfrom|\bfor) $/.test(scan.ascii(start - 9, start - 1))
  );
}

function secretBySense(scan: Scan, start: number, end: number, sense: number): number {
  const isOption = scan.at(start) === HYPHEN || isWindowsOption(scan, start);
  switch (sense) {
    case Sense.password:
    case Sense.token:
    case Sense.licence:
    case Sense.keyOrId:
      return (
        secretField(scan, start, end, sense) ||
        (isOption ? optionSecret(scan, start, end, sense) : 0) ||
        toldNames(scan, start, end)
      );
    case Sense.header:
      return secretField(scan, start, end, sense);
    case Sense.bearer:
      return bearerToken(scan, end);
    case Sense.command:
      return commandLine(scan, start, end) || toldNames(scan, start, end);
    case Sense.identified:
      return identifiedBy(scan, end);
    case Sense.keyBegins:
      return privateKey(scan, start);
    case Sense.dataMap:
      dataMap(scan, start, end);
      return 0;
    case Sense.puttyLines:
      puttyLines(scan, end);
      return 0;
    case Sense.host:
    case Sense.user:
    case Sense.domain:
      // Their fields come first.
      return 0;
    default:
      return toldNames(scan, start, end);
  }
}

function optionSecret(scan: Scan, start: number, end: number, sense: number): number {
  return sense === Sense.password ? optionValue(scan, end) : optionToken(scan, start, end);
}

function nameBySense(scan: Scan, start: number, end: number, sense: number): number {
  switch (sense) {
    case Sense.host:
    case Sense.user:
    case Sense.domain:
      return namedField(scan, start, end, sense) || toldName(scan, start, end, sense);
    case Sense.database:
    case Sense.policy:
    case Sense.barcode:
    case Sense.serial:
      return scan.shared.level === 'strict' ? namedField(scan, start, end, sense) : 0;
    case Sense.machine:
      return (
        hostBeforePort(scan, start, end) ||
        addressInName(scan, start, end) ||
        windowsName(scan, start, end) ||
        hostInSentence(scan, start, end)
      );
    case Sense.machineOfOneDigit:
      return hostBeforePort(scan, start, end) || hostBehindOn(scan, start, end);
    case Sense.worldWideName:
      return unspacedAddress(scan, start, end, 'wwn') || namedField(scan, start, end, Sense.host);
    case Sense.hardwareAddress:
      return unspacedAddress(scan, start, end, 'mac');
    case Sense.userFolder:
      return userFolder(scan, start, end) || namedField(scan, start, end, Sense.user);
    default:
      return 0;
  }
}
