// Masks what must not leave in CommVault's registry: passwords, licences, serial numbers, certificates, keys, and anything
// long that looks like one. Too much is masked rather than too little. Runs in the engine's process.

const MASK = '***';

const SECRET_NAME =
  /pass|pwd|psw|secret|token|key|cert|credential|regcode|activation|serial|licen[cs]e|auth|private|salt|hash|cookie|session/i;
/** CommVault's own form of an encrypted password, credentials inside a URL, a password inside a connection string, PEM. */
const SECRET_VALUE = /\|#|:\/\/[^/\s:@]+:[^/\s@]+@|(?:password|pwd|secret|token)\s*=|-----BEGIN/i;
const HEX = /^(?:0x)?[0-9a-f]{16,}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{24,}={0,2}$/;
const PATH = /^\/[^/+=]+(?:\/[^/+=]+)+\/?$/;

/** @returns the value, or the mask where its name or its look says that it is a secret. An empty value stays empty. */
export function maskedValue(name: string, value: string): string {
  const isSecret =
    SECRET_NAME.test(name) || SECRET_VALUE.test(value) || value.split(/[\s,;]+/).some(looksLikeKey);
  return isSecret && value.trim() !== '' ? MASK : value;
}

/** Long hexadecimal, or long base64: letters of both cases and digits. A folder's path may look like base64 and is none. */
function looksLikeKey(word: string): boolean {
  if (HEX.test(word)) return true;
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
  return BASE64.test(word) && !PATH.test(word) && (mixed || /[+=]/.test(word));
}

/** @param text a .properties file: `key value` a line. A line that is no such pair may be the rest of a key. */
export function maskedProperties(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      const [, name, blank, value] = /^\s*([A-Za-z_][\w.-]{0,63})(?:(\s+)(.*))?$/.exec(line) ?? [];
      if (name === undefined) return line.trim() === '' ? '' : MASK;
      if (value === undefined) return looksLikeKey(name) ? MASK : name;
      return `${name}${blank}${maskedValue(name, value)}`;
    })
    .join('\n');
}

/** @param lines of `reg query`: keys at the margin, values as `name    REG_TYPE    data`. */
export function maskedRegQuery(lines: readonly string[]): string {
  return lines
    .map((line) => {
      if (/^HKEY_/i.test(line) || line.trim() === '') return line.trimEnd();
      const [, start, name, data] = /^(\s+(.+?)\s+REG_[A-Z_]+)(?:\s+(.*))?$/.exec(line) ?? [];
      if (start === undefined || name === undefined) return `    ${MASK}`;
      return data === undefined ? start : `${start}    ${maskedValue(name, data)}`;
    })
    .join('\n');
}

/** @param text lines of `name = value`, as `commvault status` prints them; other lines stay unless they look like a key. */
export function maskedAssignments(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      const [, start, name, value] = /^(\s*(.+?)\s*=\s?)(.*)$/.exec(line) ?? [];
      if (start !== undefined && name !== undefined && value !== undefined) {
        return `${start}${maskedValue(name, value)}`;
      }
      return line.split(/\s+/).some(looksLikeKey) ? MASK : line;
    })
    .join('\n');
}
