// The text of `reg.exe export`, which is UTF-16 and so keeps every character, in the form that `reg.exe query` prints.
// Runs in the engine's process.

/** What the number in `hex(n):` says of the data (winnt.h). */
const TYPE_OF_HEX: Readonly<Record<string, string>> = {
  2: 'REG_EXPAND_SZ',
  7: 'REG_MULTI_SZ',
  b: 'REG_QWORD',
};

/** @param text of a .reg file: `[key]` lines, then `"name"=data`; long data go on behind a backslash. */
export function regQueryText(text: string): string {
  const lines: string[] = [];
  for (const line of text.replaceAll(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    const key = /^\[(.+)\]$/.exec(line)?.[1];
    const [, quotedName, data] = /^(?:"((?:[^"\\]|\\.)*)"|@)=(.*)$/.exec(line) ?? [];
    if (key !== undefined) lines.push('', key);
    else if (data !== undefined) {
      const name = quotedName === undefined ? '(Default)' : unescaped(quotedName);
      lines.push(`    ${name}    ${typedData(data)}`);
    }
  }
  return lines.join('\n');
}

function typedData(data: string): string {
  const text = /^"((?:[^"\\]|\\.)*)"$/.exec(data)?.[1];
  if (text !== undefined) return `REG_SZ    ${unescaped(text)}`;
  const number = /^dword:([0-9a-f]+)$/i.exec(data)?.[1];
  if (number !== undefined) return `REG_DWORD    0x${Number.parseInt(number, 16).toString(16)}`;
  const [, kind = '', hex = ''] = /^hex(?:\(([0-9a-f]+)\))?:([0-9a-f,]*)$/i.exec(data) ?? [];
  const bytes = Buffer.from(hex.replaceAll(',', ''), 'hex');
  const type = TYPE_OF_HEX[kind.toLowerCase()] ?? 'REG_BINARY';
  if (type === 'REG_BINARY') return `${type}    ${bytes.toString('hex').toUpperCase()}`;
  if (type === 'REG_QWORD') return `${type}    0x${bytes.readBigUInt64LE().toString(16)}`;
  return `${type}    ${bytes.toString('utf16le').replace(/\0+$/, '').replaceAll('\0', '\\0')}`;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
