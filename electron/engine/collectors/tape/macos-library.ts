// macOS: what system_profiler says of its SAS, Fibre Channel and parallel SCSI buses. Runs in the engine's process.
import { consoleText } from '../../host/console-text.ts';
import type { Findings, LookContext } from '../collector.ts';
import { commandNote } from '../trouble-note.ts';
import { libraryFacts, NOTHING_SAID } from './library-facts.ts';
import { parseSystemProfiler } from './parse-system-profiler.ts';
import { mergeSightings } from './sighting.ts';

const BUSES = ['SPSASDataType', 'SPFibreChannelDataType', 'SPParallelSCSIDataType'];

export async function macosLibrary({ host, signal }: LookContext): Promise<Findings> {
  const command = {
    program: '/usr/sbin/system_profiler',
    args: ['-json', ...BUSES],
    timeoutMs: 60_000,
    maxOutputBytes: 4 * 1024 ** 2,
  };
  const answer = await host.run(command, signal);
  const note = commandNote(command, answer);
  const text = consoleText(answer.stdout);
  const devices = mergeSightings(parseSystemProfiler(text));
  if (devices.length === 0) return note === undefined ? { skipped: 'no-tape' } : { notes: [note] };
  return {
    facts: { tapeLibrary: libraryFacts(devices, NOTHING_SAID) },
    sources: [{ kind: 'text', name: 'system_profiler.json', text }],
    ...(note === undefined ? {} : { notes: [note] }),
  };
}
