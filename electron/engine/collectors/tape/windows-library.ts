// Windows: the device manager and the registry's device map, each of which may be all there is. Runs in the engine's process.
import { DEVICE_AREAS } from '#shared/schema/problem-area.ts';
import { askPowershell } from '../../host/powershell.ts';
import { queryRegistry } from '../../host/windows-registry.ts';
import type { Findings, LookContext, Note, Source } from '../collector.ts';
import { commandNote } from '../trouble-note.ts';
import { libraryFacts, NOTHING_SAID } from './library-facts.ts';
import { DEVICE_MAP, parseDeviceMap } from './parse-device-map.ts';
import { mergeSightings, type Sighting } from './sighting.ts';
import { parseWindowsDevices, WINDOWS_DEVICES_SCRIPT, type WindowsDevice } from './windows-devices.ts';

export async function windowsLibrary({ host, request, signal }: LookContext): Promise<Findings> {
  const { tree } = await queryRegistry(host, DEVICE_MAP, { view: 64, recursive: true }, signal);
  const mapped = parseDeviceMap(tree);
  // PowerShell takes seconds to start: not where the map is there and knows of no tape, and the problem is another.
  const asking = mapped.length > 0 || tree.size === 0 || DEVICE_AREAS.includes(request.problemArea);
  const asked = asking ? await askPowershell(host, WINDOWS_DEVICES_SCRIPT, signal) : undefined;
  const managed = parseWindowsDevices(asked?.json);
  const notes: Note[] = [];
  if (asked !== undefined && managed === undefined) {
    notes.push(commandNote(...named(asked)) ?? { reason: 'command-failed', about: asked.command.program });
  }
  // The map has the device's own words with their blanks, so it goes first.
  const sightings = [...mapped, ...placed(managed ?? [], mapped)];
  if (sightings.length === 0) {
    return tree.size > 0 || managed !== undefined ? { skipped: 'no-tape' } : { notes };
  }
  const sources: Source[] = [
    { kind: 'text', name: 'sources.json', text: `${JSON.stringify(sightings, null, 2)}\n` },
  ];
  if (asked?.json !== undefined) {
    sources.push({ kind: 'text', name: 'devices.json', text: `${JSON.stringify(asked.json, null, 2)}\n` });
  }
  return { facts: { tapeLibrary: libraryFacts(mergeSightings(sightings), NOTHING_SAID) }, sources, notes };
}

/** Without the script, which is long and unreadable in its encoding. */
function named({
  command,
  answer,
}: Awaited<ReturnType<typeof askPowershell>>): Parameters<typeof commandNote> {
  return [{ ...command, args: [] }, answer];
}

/** Gives each managed device the key of its entry in the map: that of its path, else of its place and model. */
function placed(managed: readonly WindowsDevice[], mapped: readonly Sighting[]): Sighting[] {
  const free = new Set(mapped);
  const take = (fits: (entry: Sighting) => boolean) => {
    const entry = [...free].find(fits);
    if (entry !== undefined) free.delete(entry);
    return entry;
  };
  return managed.map(({ place, ...device }) => {
    const sameKind = ({ kind }: Sighting) => kind === device.kind;
    const entry =
      take(
        (one) => sameKind(one) && one.fields.path !== undefined && one.fields.path === device.fields.path,
      ) ?? take((one) => sameKind(one) && one.key.endsWith(`:${place}`) && sameModel(one, device));
    return { ...device, key: entry?.key ?? device.key };
  });
}

function sameModel(one: Sighting, other: Sighting): boolean {
  const plain = ({ fields }: Sighting) => fields.model?.replace(/[^a-z0-9]/gi, '').toUpperCase();
  return plain(one) === plain(other);
}
