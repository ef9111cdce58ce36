// Linux: /sys first, then /proc and lsscsi, then the devices themselves where the problem may be theirs. Runs in the
// engine's process.
import { DEVICE_AREAS } from '#shared/schema/problem-area.ts';
import { consoleText } from '../../host/console-text.ts';
import { type Host, isTrouble } from '../../host/host.ts';
import type { Findings, LookContext, Source } from '../collector.ts';
import { askDevices, type DeviceAnswers } from './ask-devices.ts';
import { libraryFacts, NOTHING_SAID } from './library-facts.ts';
import { parseLsscsi } from './parse-lsscsi.ts';
import { parseProcScsi } from './parse-proc-scsi.ts';
import { mergeSightings } from './sighting.ts';
import { sysfsDevices } from './sysfs-devices.ts';
import { runTapeCommand, tapeCommands } from './tape-commands.ts';

const PROC = '/proc/scsi/scsi';
const LINKS = '/dev/tape/by-id';
const NOT_ASKED: DeviceAnswers = {
  ...NOTHING_SAID,
  ...{ sightings: [], sources: [], notes: [] },
  leftOut: ['mtx', 'tapeinfo', 'sg_inq'].map((about) => ({ reason: 'other-area', about })),
};

export async function linuxLibrary(context: LookContext): Promise<Findings> {
  const { host, signal, request } = context;
  const inSys = await sysfsDevices(host, signal);
  const proc = await host.readText(PROC, 1024 ** 2);
  const listed = consoleText((await runTapeCommand(host, tapeCommands.listDevices(), signal)).stdout);
  const seen = [...inSys.sightings, ...parseProcScsi(isTrouble(proc) ? '' : proc), ...parseLsscsi(listed)];
  const devices = mergeSightings(seen);
  if (devices.length === 0) return inSys.notes.length > 0 ? { notes: inSys.notes } : { skipped: 'no-tape' };
  const asking = DEVICE_AREAS.includes(request.problemArea);
  const answers = asking ? await askDevices(devices, context) : NOT_ASKED;
  const sightings = [...seen, ...answers.sightings];
  const texts = {
    'lsscsi.txt': listed,
    'proc-scsi.txt': isTrouble(proc) ? '' : proc,
    'by-id.txt': await links(host),
  };
  return {
    facts: { tapeLibrary: libraryFacts(mergeSightings(sightings), answers) },
    sources: [
      // Every answer of every source, with those that another overruled.
      { kind: 'text', name: 'sources.json', text: `${JSON.stringify(sightings, null, 2)}\n` },
      ...Object.entries(texts).flatMap(([name, text]): Source[] =>
        text === '' ? [] : [{ kind: 'text', name, text }],
      ),
      ...answers.sources,
    ],
    notes: [...inSys.notes, ...answers.notes],
    leftOut: answers.leftOut,
  };
}

/** Names by which a drive stays the same whatever its number: `scsi-35005076312020c2e -> /dev/st0`. The drives are not opened. */
async function links(host: Host): Promise<string> {
  const entries = await host.list(LINKS);
  if (isTrouble(entries)) return '';
  const lines: string[] = [];
  for (const { name } of entries) {
    const target = await host.realPath(`${LINKS}/${name}`);
    lines.push(`${name} -> ${isTrouble(target) ? target.trouble : target}\n`);
  }
  return lines.join('');
}
