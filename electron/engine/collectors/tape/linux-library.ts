// Linux: /sys first, then /proc and lsscsi; while collecting also the devices themselves, where the problem may be theirs.
// Runs in the engine's process.
import { DEVICE_AREAS } from '#shared/schema/problem-area.ts';
import { consoleText } from '../../host/console-text.ts';
import { type Host, isTrouble } from '../../host/host.ts';
import type { Computed, Findings, LookContext, Note, Source } from '../collector.ts';
import { askDevices } from './ask-devices.ts';
import { libraryFacts, NOTHING_SAID } from './library-facts.ts';
import { parseLsscsi } from './parse-lsscsi.ts';
import { parseProcScsi } from './parse-proc-scsi.ts';
import { type MergedDevice, mergeSightings, type Sighting } from './sighting.ts';
import { sysfsDevices } from './sysfs-devices.ts';
import { genericDevice, runTapeCommand, tapeCommands } from './tape-commands.ts';

const PROC = '/proc/scsi/scsi';
const LINKS = '/dev/tape/by-id';
/** For all devices together, asked one after the other. */
const ASKING_MS = 180_000;

export async function linuxLibrary({ host, signal, request }: LookContext): Promise<Findings> {
  const inSys = await sysfsDevices(host, signal);
  const proc = await host.readText(PROC, 1024 ** 2);
  const listed = consoleText((await runTapeCommand(host, tapeCommands.listDevices(), signal)).stdout);
  const seen = [...inSys.sightings, ...parseProcScsi(isTrouble(proc) ? '' : proc), ...parseLsscsi(listed)];
  const devices = mergeSightings(seen);
  if (devices.length === 0) return inSys.notes.length > 0 ? { notes: inSys.notes } : { skipped: 'no-tape' };
  const asking = DEVICE_AREAS.includes(request.problemArea);
  const texts = {
    // Every answer of every source, with those that another overruled; what devices say themselves is in devices.txt.
    'sources.json': `${JSON.stringify(seen, null, 2)}\n`,
    'lsscsi.txt': listed,
    'proc-scsi.txt': isTrouble(proc) ? '' : proc,
    'by-id.txt': await links(host),
  };
  return {
    facts: { tapeLibrary: libraryFacts(devices, NOTHING_SAID) },
    sources: [
      ...Object.entries(texts).flatMap(([name, text]): Source[] =>
        text === '' ? [] : [{ kind: 'text', name, text }],
      ),
      ...(asking && devices.some(({ fields }) => genericDevice(fields.genericPath))
        ? [asked(devices, seen)]
        : []),
    ],
    notes: inSys.notes,
    leftOut: asking ? withoutGeneric(devices) : notAsked(),
  };
}

/** All that the devices said; knows the library in full when the last of them has answered. */
function asked(devices: readonly MergedDevice[], seen: readonly Sighting[]): Source {
  const compute = async function* (host: Host, signal: AbortSignal): AsyncGenerator<Buffer, Computed> {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(ASKING_MS)]);
    const said = yield* askDevices(devices, host, inTime);
    signal.throwIfAborted();
    const { sightings, notes, leftOut } = said;
    const tapeLibrary = libraryFacts(mergeSightings([...seen, ...sightings]), said);
    return { facts: { tapeLibrary }, notes, leftOut };
  };
  return { kind: 'computed', name: 'devices.txt', compute };
}

function withoutGeneric(devices: readonly MergedDevice[]): Note[] {
  return devices
    .filter(({ fields }) => genericDevice(fields.genericPath) === undefined)
    .map(({ key }) => ({ reason: 'no-generic-device', about: key }));
}

function notAsked(): Note[] {
  return ['mtx', 'tapeinfo', 'sg_inq'].map((about) => ({ reason: 'other-area', about }));
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
