// `casepack history`: what was sent from this machine, oldest first, and what can be gone on with; with --verify, whether the
// packets are still what was sent. Runs in the command line's process.
import { defaultDataFolder } from '#engine/data-folder.ts';
import { rememberedDeliveries } from '#engine/delivery/delivery-state.ts';
import { readHistory } from '#engine/delivery/history.ts';
import { packetState } from '#engine/saved-packets.ts';
import { safeText } from '#shared/safe-text.ts';
import type { HistoryEntry } from '#shared/schema/delivery.ts';
import type { PacketState } from '#shared/schema/saved-packet.ts';
import { EXIT_CHECK_FAILED, EXIT_DONE } from '../exit-codes.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { formatBytes, localTime } from '../terminal/amounts.ts';
import { table } from '../terminal/table.ts';
import type { Run } from './run.ts';

/** @returns the exit code: a packet that is gone or changed is a check that failed. */
export async function history(values: OptionValues, { surroundings, voice, texts }: Run): Promise<number> {
  const { env, signal } = surroundings;
  const dataFolder = defaultDataFolder(env);
  const entries = await readHistory(dataFolder);
  const states = values.verify === true ? await statesOf(entries, signal) : undefined;
  const unfinished = await rememberedDeliveries(dataFolder);
  const isWrong = states?.some((state) => state !== undefined && state !== 'unchanged') ?? false;
  const exitCode = isWrong ? EXIT_CHECK_FAILED : EXIT_DONE;
  if (values.json === true) {
    entries.forEach((entry, at) => {
      const state = states?.[at];
      voice.result({ type: 'delivery', ...entry, ...(state === undefined ? {} : { state }) }, []);
    });
    for (const { packetPath, target, startedAt } of unfinished)
      voice.result({ type: 'unfinished', ...{ packetPath, target, startedAt } }, []);
    return exitCode;
  }
  const { column, outcome, historyEmpty, packetState: words, unfinished: unfinishedLine } = texts.delivery;
  const rows = entries.map((entry, at) => [
    localTime(entry.endedAt),
    outcome[entry.outcome],
    entry.packet.name,
    formatBytes(entry.packet.bytes),
    entry.target,
    ...(states === undefined ? [] : [words[states[at] ?? 'not-sent']]),
  ]);
  const titles = [
    ...[column.time, column.outcome, column.packet, column.size, column.target],
    ...(states === undefined ? [] : [column.state]),
  ];
  const columns = titles.map((title) => ({
    title,
    ...(title === column.size ? { align: 'right' as const } : {}),
  }));
  const lines = rows.length === 0 ? [historyEmpty] : table(columns, rows);
  const goOn = unfinished.map(({ packetPath, target }) =>
    unfinishedLine(safeText(packetPath), safeText(target)),
  );
  voice.result({ type: 'history' }, [...lines, ...(goOn.length === 0 ? [] : ['', ...goOn])]);
  return exitCode;
}

/** Each packet is read once, however often it was sent; of what did not arrive there is nothing to check. */
async function statesOf(
  entries: readonly HistoryEntry[],
  signal: AbortSignal,
): Promise<readonly (PacketState | undefined)[]> {
  const known = new Map<string, PacketState>();
  const states: (PacketState | undefined)[] = [];
  for (const { outcome, packetPath, packet } of entries) {
    if (outcome !== 'delivered') {
      states.push(undefined);
      continue;
    }
    const key = `${packet.sha256} ${packetPath}`;
    const state = known.get(key) ?? (await packetState({ packetPath, sha256: packet.sha256 }, signal));
    known.set(key, state);
    states.push(state);
  }
  return states;
}
