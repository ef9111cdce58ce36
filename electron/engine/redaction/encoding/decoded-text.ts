// A few bytes of a log as text, whatever it is encoded in. Runs in the engine's process.
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const gb18030 = new TextDecoder('gb18030');
const windows1252 = new TextDecoder('windows-1252');

/** @returns UTF-8 where the bytes are that, else the Chinese code page where they fit, else the Western one. */
export function decodedText(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const chinese = gb18030.decode(bytes);
  return chinese.includes('\ufffd') ? windows1252.decode(bytes) : chinese;
}
