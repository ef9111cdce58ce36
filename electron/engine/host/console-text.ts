// Text that a program printed, whatever encoding it chose. Runs in the engine's process.

/** UTF-16 with or without BOM (wmic, reg), UTF-8, else the code page of Chinese Windows, whose superset GB18030 never fails. */
export function consoleText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0) return bytes.toString('utf16le');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
