// Rule: secrets that only blanks part from the name of their field: settings of the product and of other programs, directives,
// tables. Runs in the engine's process.
import { isPlainWord } from '../names/name-worth.ts';
import type { Scan } from '../scan/scan.ts';
import { Sense } from '../scan/sense.ts';
import { RULE_OF_SENSE } from './secret-rules.ts';
import { skipBlanks } from './value-end.ts';

/** @returns where scanning goes on, 0 where no secret stands. */
export function secretColumn(scan: Scan, start: number, end: number, sense: number): number {
  return typedColumn(scan, start, end, sense) || settingColumn(scan, start, end, sense);
}

/** szEncryptedPassword 5a1b3c4d: a setting as the product's registry has it, wherever in a line it is printed. */
function typedColumn(scan: Scan, start: number, end: number, sense: number): number {
  const from = skipBlanks(scan, end, 40);
  if (from === end || !/^sz?[A-Z]|[Ee]ncrypted/.test(scan.ascii(start, Math.min(end, start + 80)))) return 0;
  let to = from;
  while (to < from + 400 && scan.at(to) > 0x20 && !`"'<>()[]{},;=`.includes(String.fromCharCode(scan.at(to))))
    to += 1;
  if (to - from < 6 || !/\d/.test(scan.ascii(from, to)) || from < scan.decided) return 0;
  scan.mask(from, to, RULE_OF_SENSE[sense] ?? 'token');
  return to;
}

/** Words that may stand before a key and its value: a command or directive, a comment sign. */
const BEFORE_COLUMN = /^[\s#;>$]*(?:[A-Za-z][\w.-]*:? ){0,2}$|\bset $/i;
/** A blank, and a word with a digit that ends the line or its directive. */
const COLUMN =
  /^[ \t]+(?<value>(?=\S*\d)(?=\S*[a-z])(?!v?\d+[\d.]*\s|\$|[a-z]+:\/|\/)[^\s"'<>()[\]{}=:;,|]{6,})(?:;?\s*$|(?= [\w.-]+=))/di;

/** ENV API_TOKEN x, SetEnv DB_PASSWORD x;, BindPassword x: the key has more than one word, or the line is one of a table. */
function settingColumn(scan: Scan, start: number, end: number, sense: number): number {
  if (sense !== Sense.password && sense !== Sense.token) return 0;
  const isTable = start === scan.lineStart && skipBlanks(scan, end, 3) === end + 3;
  if (!isTable && !/[A-Za-z][_-][A-Za-z]|[a-z][A-Z]/.test(scan.ascii(start, Math.min(end, start + 80))))
    return 0;
  if (!BEFORE_COLUMN.test(scan.ascii(scan.back, start))) return 0;
  const place = COLUMN.exec(scan.ascii(end, Math.min(scan.lineEnd, end + 160)))?.indices?.groups?.value;
  if (place === undefined || end + place[0] < scan.decided) return 0;
  const word = scan.ascii(end + place[0], end + place[1]).toLowerCase();
  if (isPlainWord(word.replace(/[_-]?\d+$/, ''))) return 0;
  scan.mask(end + place[0], end + place[1], RULE_OF_SENSE[sense] ?? 'token');
  return end + place[1];
}
