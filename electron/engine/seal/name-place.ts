// Places in a text where a name that may be any word can only be a name (see note: seal check). Runs in the engine's process.

/** account: before the at sign of an e-mail address, or a person's folder. domain: behind an at sign or a machine's name. */
export type NamePlace = 'account' | 'domain';

const AT = 0x40;
const BACKSLASH = 0x5c;
const DOT = 0x2e;
const SLASH = 0x2f;
/** How much of the text around a name is looked at, in bytes. */
export const PLACE_BYTES = 64;

/** Endings that no file and no program has. */
const MAIL_HOST = /^@(?!openssh\.|libssh\.)(?:[a-z0-9-]+\.)+(?:com|net|org|cn|local|lan)(?![\w.@-])/i;
const PERSONS_FOLDER = /(?:[a-z]:\\{1,2}users\\{1,2}|(?:^|[\s"'=(])\/home\/)$/i;
const FOLDER_GOES_ON = /^(?:[\\/]|$)/;
/** web-07. or an at sign: names of packages have neither digits nor hyphens before their domain. */
const MACHINE = /(?:^|[\s"'(<[,;=@/])(?=[a-z0-9.-]*[\d-])[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*\.$/;
const DOMAIN_ENDING = /\.(?:com|net|org|cn|local|lan)$/i;
const ENDS_HERE = /^(?![\w.@(-])/;

/** @param from @param to where the name stands. */
export function isInPlace(bytes: Buffer, from: number, to: number, place: NamePlace): boolean {
  const before = bytes[from - 1];
  const after = bytes[to];
  if (place === 'account' && after !== AT && before !== BACKSLASH && before !== SLASH) return false;
  if (place === 'domain' && before !== AT && before !== DOT) return false;
  const head = bytes.toString('latin1', Math.max(0, from - PLACE_BYTES), from);
  const tail = bytes.toString('latin1', to, to + PLACE_BYTES);
  if (place === 'account') {
    if (after === AT) return /(?:^|[\s"'<(,;=:])$/.test(head) && MAIL_HOST.test(tail);
    return PERSONS_FOLDER.test(head) && FOLDER_GOES_ON.test(tail);
  }
  if (!DOMAIN_ENDING.test(bytes.toString('latin1', from, to)) || !ENDS_HERE.test(tail)) return false;
  return before === AT ? /[\w]@$/.test(head) : MACHINE.test(head);
}
