// The history of deliveries on this machine: one JSON object a line, only ever appended to. Runs in the engine's process.
import { join } from 'node:path';
import { HistoryEntry } from '#shared/schema/delivery.ts';
import { appendJsonLine, readJsonLines } from '../own-files/json-lines.ts';

const historyFile = (dataFolder: string) => join(dataFolder, 'history.jsonl');

/** The line is on the disk when this resolves. Rejects with the system's error. */
export function appendHistory(dataFolder: string, entry: HistoryEntry): Promise<void> {
  return appendJsonLine(historyFile(dataFolder), entry);
}

/** @returns all entries, oldest first; lines that cannot be understood are passed over. */
export function readHistory(dataFolder: string): Promise<readonly HistoryEntry[]> {
  return readJsonLines(historyFile(dataFolder), HistoryEntry);
}
