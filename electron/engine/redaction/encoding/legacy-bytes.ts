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

type Page = ReadonlyMap<string, readonly number[]>;

function encode(name: string, page: Page): Buffer | undefined {
  const bytes: number[] = [];
  for (const char of name) {
    const code = char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : page.get(char);
    if (code === undefined) return undefined;
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

let chinese: Page | undefined;
let western: Page | undefined;

/** All characters of two bytes: what is not among them no Chinese Windows writes into a log. */
function chinesePage(): Page {
  if (chinese) return chinese;
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) pairs.push(lead, trail, 0x0a);
  }
  // All at once: 24,000 calls of the decoder would take a tenth of a second.
  const page = new Map<string, readonly number[]>();
  for (const [at, char] of new TextDecoder('gb18030').decode(Uint8Array.from(pairs)).split('\n').entries()) {
    if (char !== '' && !char.includes('\ufffd')) page.set(char, pairs.slice(3 * at, 3 * at + 2));
  }
  chinese = page;
  return page;
}

function westernPage(): Page {
  if (western) return western;
  const decoder = new TextDecoder('windows-1252');
  const page = new Map<string, readonly number[]>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) page.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  western = page;
  return page;
}
