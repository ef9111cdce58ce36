// Names as the code pages of Windows write them: Node decodes these, but has no encoder. Runs in the engine's process.
import { TextDecoder } from 'node:util';

/** @returns the bytes of every encoding that can write the name, each once: UTF-8, the Chinese and the Western code page. */
export function encodedForms(name: string): readonly Buffer[] {
  const utf8 = Buffer.from(name, 'utf8');
  // The same in all of them, as most names are, for which the code pages are not worked out.
  if (utf8.length === name.length) return [utf8];
  const forms = [utf8, encode(name, chinesePage()), encode(name, westernPage())];
  const seen = new Set<string>();
  return forms.filter((form): form is Buffer => {
    const key = form?.toString('latin1');
    if (key === undefined || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** By the character's unit of UTF-16 its one or two bytes as a number; 0 where the page lacks it. */
type Page = Uint16Array;

function encode(name: string, page: Page): Buffer | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    const code = unit < 0x80 ? unit : (page[unit] as number);
    if (code === 0 && unit !== 0) return undefined;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}

let chinese: Page | undefined;
let western: Page | undefined;

/** All characters of two bytes: what is not among them no Chinese Windows writes into a log. */
function chinesePage(): Page {
  if (chinese) return chinese;
  const leads = 0xfe - 0x80;
  const trails = 0xff - 0x40;
  // All at once: 24,000 calls of the decoder would take a tenth of a second. A line feed after each pair keeps them apart.
  const bytes = new Uint8Array(leads * trails * 3);
  for (let at = 0; at < bytes.length; at += 3) {
    bytes[at] = 0x81 + Math.floor(at / 3 / trails);
    bytes[at + 1] = 0x40 + ((at / 3) % trails);
    bytes[at + 2] = 0x0a;
  }
  const text = new TextDecoder('gb18030').decode(bytes);
  const page = new Uint16Array(1 << 16);
  let from = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const end = text.indexOf('\n', from);
    const code = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    // 0x7f is no second byte: what it comes out as is two characters.
    if (end - from === 1 && text[from] !== '\ufffd') page[text.charCodeAt(from)] = code;
    from = end + 1;
  }
  chinese = page;
  return page;
}

function westernPage(): Page {
  if (western) return western;
  const decoder = new TextDecoder('windows-1252');
  const page = new Uint16Array(1 << 16);
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    page[decoder.decode(Uint8Array.of(byte)).charCodeAt(0)] = byte;
  }
  western = page;
  return page;
}
