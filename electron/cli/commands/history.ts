// `casepack history`: what was sent from this machine, oldest first. Runs in the command line's process.
import { defaultDataFolder } from '#engine/data-folder.ts';
import { readHistory } from '#engine/delivery/history.ts';
import { EXIT_DONE } from '../exit-codes.ts';
import { formatBytes, localTime } from '../terminal/amounts.ts';
import { table } from '../terminal/table.ts';
import type { Run } from './run.ts';

/** @returns the exit code. */
export async function history({ surroundings, voice, texts }: Run, asJson: boolean): Promise<number> {
  const entries = await readHistory(defaultDataFolder(surroundings.env));
  const { column, outcome, historyEmpty } = texts.delivery;
  if (asJson) {
    for (const entry of entries) voice.result({ type: 'delivery', ...entry }, []);
    return EXIT_DONE;
  }
  const rows = entries.map((entry) => [
    localTime(entry.endedAt),
    outcome[entry.outcome],
    entry.packet.name,
    formatBytes(entry.packet.bytes),
    entry.target,
  ]);
  const titles = [column.time, column.outcome, column.packet, column.size, column.target];
  const columns = titles.map((title) => ({
    title,
    ...(title === column.size ? { align: 'right' as const } : {}),
  }));
  voice.result({ type: 'history' }, rows.length === 0 ? [historyEmpty] : table(columns, rows));
  return EXIT_DONE;
}
