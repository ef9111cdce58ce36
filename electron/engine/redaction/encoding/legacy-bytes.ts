// Names as the code pages of Windows write them: Node decodes these, but has no encoder. Runs in the engine's process.
import { TextDecoder } from 'node:util';

/** @returns the bytes of every encoding that can write the name, each once: UTF-8, the Chinese and the Western code page. */
export function encodedForms(name: string): readonly Buffer[] {
  const forms = [Buffer.from(name, 'utf8'), encode(name, chinesePage()), encode(name, westernPage())];
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
  const page = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && !char.includes('\ufffd')) page.set(char, [lead, trail]);
    }
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
