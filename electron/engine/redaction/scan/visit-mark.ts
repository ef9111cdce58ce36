// What the rules make of a mark: a colon, backslash, bar, percent or dollar sign, tilde, star, at level strict a slash, or a
// byte of a character beyond ASCII. Runs in the engine's process.
import { uncPath } from '../rules/account.ts';
import { chineseField } from '../rules/chinese-field.ts';
import { relativePath, sharePath, unixPath } from '../rules/file-path.ts';
import { ipv6 } from '../rules/ipv6.ts';
import { cryptHash, encryptedValue, tildeSecret } from '../rules/secret-shapes.ts';
import { starredHosts } from '../rules/told-names.ts';
import { webAddress } from '../rules/web-address.ts';
import { nameAt } from './names-in-run.ts';
import type { Scan } from './scan.ts';

const BACKSLASH = 0x5c;
const BAR = 0x7c;
const COLON = 0x3a;
const SLASH = 0x2f;
const PERCENT = 0x25;
const DOLLAR = 0x24;
const TILDE = 0x7e;
const STAR = 0x2a;

/** @param at the mark. @returns where scanning goes on. */
export function visitMark(scan: Scan, at: number): number {
  const byte = scan.at(at);
  const secretsOnly = scan.shared.level === 'off';
  if (byte >= 0x80) return chineseField(scan, at) || nameAt(scan, at, at + 1);
  switch (byte) {
    case COLON:
      if (scan.at(at + 1) === SLASH && scan.at(at + 2) === SLASH) return webAddress(scan, at, secretsOnly);
      if (scan.at(at + 1) === COLON && !secretsOnly) return ipv6(scan, at) || at + 1;
      return at + 1;
    case BAR:
      return encryptedValue(scan, at) || at + 1;
    case BACKSLASH:
      if (secretsOnly) return escaped(scan, at);
      if (scan.shared.level === 'strict') {
        const done = sharePath(scan, at) || relativePath(scan, at);
        if (done > 0) return done;
      }
      return scan.at(at + 1) === BACKSLASH ? uncPath(scan, at) || at + 1 : escaped(scan, at);
    case DOLLAR:
      return cryptHash(scan, at) || at + 1;
    case TILDE:
      return tildeSecret(scan, at) || at + 1;
    case STAR:
      return (secretsOnly ? 0 : starredHosts(scan, at)) || at + 1;
    case SLASH:
      return unixPath(scan, at) || relativePath(scan, at) || at + 1;
    case PERCENT:
      // %5C, %40 and the like before a name.
      return nameAt(scan, at + 3, at + 1);
    default:
      return at + 1;
  }
}

/** A name directly after \n, \r or \t of a quoted text. */
function escaped(scan: Scan, at: number): number {
  const letter = scan.at(at + 1);
  return letter === 0x6e || letter === 0x72 || letter === 0x74 ? nameAt(scan, at + 2, at + 1) : at + 1;
}
