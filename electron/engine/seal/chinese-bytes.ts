// A text in the Chinese code page, which Node can read and not write. Runs in the engine's process.
import { TextDecoder } from 'node:util';

let table: ReadonlyMap<string, readonly [number, number]> | undefined;

/** @returns the text in GBK, or undefined where it has a character that is not in it. */
export function chineseBytes(text: string): Buffer | undefined {
  table ??= readTable();
  const bytes: number[] = [];
  for (const character of text) {
    const pair = table.get(character);
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else if (pair === undefined) return undefined;
    else bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

function readTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd' && !pairs.has(character)) {
        pairs.set(character, [lead, trail]);
      }
    }
  }
  return pairs;
}
