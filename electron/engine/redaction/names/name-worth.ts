// Whether a name may be replaced wherever it stands. An ordinary word must not: it would destroy the text. Runs in the engine's
// process.
import { STAND_IN } from '../stand-in-forms.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';
import { PRODUCT_WORDS, SHARED_ACCOUNTS } from './product-words.ts';
import { FILE_ENDINGS, LIKELY_ENDINGS, SURE_ENDINGS } from './public-names.ts';

const SHORTEST_LEARNED = 5;
const SHORTEST_GIVEN = 4;
const HEX_ONLY = /^(?:0x)?[0-9a-f]+$/;
const NUMBERS_ONLY = /^[\d._-]+$/;
/** v11, sp32, kb123456, job_1234, 10s, 64bit, 5mb, 2nd, e07, step2: a word or unit with a number, which programs write too. */
const NUMBERED_WORD =
  /^(?:\d+(?:st|nd|rd|th|s|ms|us|ns|min|h|d|k|kb|kib|m|mb|mib|g|gb|gib|t|tb|tib|b|bit|bits|px|x|hz|khz|mhz|ghz|rpm|v)|(?:v|ver|version|sp|kb|rev|build|patch|hotfix|release|r|rc|alpha|beta|job|pid|tid|id|step|phase|stage|line|col|row|page|part|chunk|block|drive|slot|port|lun|vol|volume|tape|disk|sd|hd|nvme|nst|st|sg|eth|ens|eno|enp|wlan|bond|team|br|veth|docker|tty|pts|loop|dm|md|cpu|core|thread|worker|pool|queue|task|test|level|lto|ultrium|error|err|event|code|exit|type|var|arg|param|key|value|tmp|temp|file|copy|instance|section|chapter|table|figure|appendix|item|list|shard|replica|partition|bucket|segment|channel|epoch|round|iteration|frame|layer|sample|case|ticket|issue|bug|tag|index|idx|zone|rack|h|p|t|x|y|z|n|i|u|f)[-_]?\d+)$/;

/** Words of programs and logs. @param name small letters. */
export function isPlainWord(name: string): boolean {
  return ORDINARY_WORDS.has(name) || PRODUCT_WORDS.has(name);
}

/** Words of programs and logs, endings, stand-ins: no name of anybody. @param name small letters. */
export function isOrdinary(name: string): boolean {
  return (
    isPlainWord(name) ||
    FILE_ENDINGS.has(name) ||
    SURE_ENDINGS.has(name) ||
    LIKELY_ENDINGS.has(name) ||
    NUMBERED_WORD.test(name) ||
    (name.endsWith('s') && ORDINARY_WORDS.has(name.slice(0, -1)))
  );
}

/** An account that every machine has. */
export function isSharedAccount(name: string): boolean {
  return SHARED_ACCOUNTS.has(name.toLowerCase());
}

/** The number of a thing, in braces or not, as Windows and others make them. */
export function isGuid(text: string): boolean {
  return /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i.test(text);
}

/** A name that this program wrote itself. */
export function isStandIn(name: string): boolean {
  STAND_IN.lastIndex = 0;
  const match = STAND_IN.exec(name);
  STAND_IN.lastIndex = 0;
  return match !== null && match.index === 0;
}

/** No account of every machine, no number, no word or words of programs. */
export function isSomeone(name: string): boolean {
  const words = name.toLowerCase().split(' ');
  return (
    name.length > 1 &&
    !isSharedAccount(name) &&
    !isStandIn(name) &&
    !/\..*\./.test(name) &&
    !/^[\d.:_-]+$/.test(name) &&
    !words.every((word) => isOrdinary(word))
  );
}

/**
 * Whether a name seen in a text is unlike any word and any program's name, so that it may be replaced everywhere: letters with
 * a number at their end, parts with a number, a first and a last name.
 */
export function isDistinctive(given: string): boolean {
  const name = given.toLowerCase();
  if (name.length < SHORTEST_LEARNED || !/[a-z]/.test(name) || cannotBeName(name)) return false;
  if (NUMBERED_TERM.test(name)) return false;
  const parts = name.split(/[-_.]+/).filter((part) => part !== '');
  const telling = parts.filter(
    (part) => !isOrdinary(part) && !NUMBERS_ONLY.test(part) && !HEX_ONLY.test(part),
  );
  if (telling.length === 0) return false;
  if (/^(?:lib|x86|python|perl|java|php|ruby|node)/.test(name)) return false;
  // srvdb01, win-8f3k2l1, ma-east-2, zhang.san; not gphoto2, mke2fs, bug-gmp, test_file1.
  if (/^[a-z]{2,}\.[a-z]{2,}$|^[a-z]\.[a-z]{3,}$/.test(name)) return telling.length === parts.length;
  if (!/\d/.test(name)) return false;
  return parts.length > 1
    ? !name.includes('_') || /\d{2}/.test(name)
    : /^[a-z].*\d{2,}$|\d.*[a-z].*\d.*[a-z\d]/.test(name);
}

/** Terms with a number behind a hyphen. */
const NUMBERED_TERM =
  /(?:^|-)(?:utf|ucs|sha|aes|rsa|iso|tls|ssl|http|rfc|cve|ms|cp|gb|win|windows|x|x86|amd|arm|md|crc|des|ike|smb|usb|ipv|pkcs|el|fips)-\d+$/i;

/** backup-server-01, web-02: of ordinary words, but numbered as machines are; not utf-16, sha-256 or job-12. */
export function isNumberedMachine(name: string): boolean {
  return (
    /^[a-z][a-z\d]*(?:-[a-z\d]+)*-\d{2,4}$/i.test(name) &&
    !isOrdinary(name.toLowerCase()) &&
    !NUMBERED_TERM.test(name)
  );
}

/** Of distinctive names those that no sentence has by chance: not mysql57, sha512 or windows2019. */
export function isTellingName(name: string): boolean {
  const stem = name.toLowerCase().replace(/[\d._-]+$/, '');
  return !/^v?\d/i.test(name) && stem !== '' && !stem.split(/[-_.]+/).every((part) => isPlainWord(part));
}

/** Whether a name that the machine itself gave may be replaced everywhere: all but ordinary, shared and very short ones. */
export function isGivenName(given: string): boolean {
  const name = given.trim().toLowerCase();
  if (/[^\0-\x7f]/.test(name)) return name.length >= 2;
  return name.length >= SHORTEST_GIVEN && !cannotBeName(name) && !isSharedAccount(name);
}

function cannotBeName(name: string): boolean {
  return isOrdinary(name) || NUMBERS_ONLY.test(name) || HEX_ONLY.test(name) || isStandIn(name);
}
