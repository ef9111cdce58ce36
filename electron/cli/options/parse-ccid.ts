// --ccid. Runs in the command line's process.
import { Ccid, otherReadingOfCcid, UNLICENSED_CCID } from '#shared/schema/ccid.ts';
import { type Parsed, refused } from './given.ts';

/**
 * Accepts what people paste: blanks around it, 0x before it, lower case, full-width characters of a Chinese keyboard.
 * Digits only could be the decimal form that the CommServe database stores: the value is kept as typed and the other
 * reading shown, never converted silently.
 */
export function parseCcid(text: string): Parsed<string> {
  const typed = text.normalize('NFKC').trim().replace(/^0x/i, '');
  const other = otherReadingOfCcid(typed);
  const ccid = Ccid.safeParse(typed);
  if (!ccid.success) return other === undefined ? refused('not-a-ccid') : refused('decimal-ccid', other);
  if (ccid.data === UNLICENSED_CCID)
    return { ok: true, value: ccid.data, warning: { code: 'unlicensed-ccid' } };
  if (other !== undefined)
    return { ok: true, value: ccid.data, warning: { code: 'two-readings', hint: other } };
  return { ok: true, value: ccid.data };
}
