// The history of deliveries on this machine: one JSON object a line, only ever appended to. Runs in the engine's process.
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HistoryEntry } from '#shared/schema/delivery.ts';

const historyFile = (dataFolder: string) => join(dataFolder, 'history.jsonl');

/** The line is on the disk when this resolves. Rejects with the system's error. */
export async function appendHistory(dataFolder: string, entry: HistoryEntry): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const file = await open(historyFile(dataFolder), 'a+', 0o600);
  try {
    // A process that died while writing may have left half a line.
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const begin = size > 0 && last.toString() !== '\n' ? '\n' : '';
    await file.appendFile(`${begin}${JSON.stringify(entry)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @returns all entries, oldest first; lines that cannot be understood are passed over. */
export async function readHistory(dataFolder: string): Promise<readonly HistoryEntry[]> {
  const text = await readFile(historyFile(dataFolder), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      const entry = HistoryEntry.safeParse(JSON.parse(line));
      return entry.success ? [entry.data] : [];
    } catch {
      return [];
    }
  });
}
