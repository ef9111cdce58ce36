// Tape drives and media changers as the Linux kernel lists them in /sys: needs no rights and opens no device. Runs in the
// engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import type { Note } from '../collector.ts';
import { fileNote } from '../trouble-note.ts';
import { knownFields, type Sighting } from './sighting.ts';

const DEVICES = '/sys/bus/scsi/devices';
/** SCSI peripheral device types. */
const KINDS: Readonly<Record<string, Sighting['kind']>> = { '1': 'tape', '8': 'changer' };
const MAX_FIELD_BYTES = 4_096;
/** Page code, length and others, before the serial number in the unit serial number page. */
const PAGE_HEADER_CHARACTERS = 4;

/** @returns what it finds, and a note where /sys is closed to us; a system without SCSI has neither. */
export async function sysfsDevices(
  host: Host,
  signal: AbortSignal,
): Promise<{ sightings: Sighting[]; notes: Note[] }> {
  const entries = await host.list(DEVICES);
  if (isTrouble(entries)) {
    return { sightings: [], notes: entries.trouble === 'ENOENT' ? [] : [fileNote(DEVICES, entries.trouble)] };
  }
  const sightings: Sighting[] = [];
  for (const { name } of entries) {
    signal.throwIfAborted();
    // Hosts and targets are listed beside the devices.
    if (!/^\d+:\d+:\d+:\d+$/.test(name)) continue;
    const kind = KINDS[(await attribute(host, `${DEVICES}/${name}/type`))?.trim() ?? ''];
    if (kind !== undefined) sightings.push(await deviceAt(host, name, kind));
  }
  return { sightings, notes: [] };
}

async function deviceAt(host: Host, address: string, kind: Sighting['kind']): Promise<Sighting> {
  const folder = `${DEVICES}/${address}`;
  const page = await attribute(host, `${folder}/vpd_pg80`);
  const node = kind === 'tape' ? await child(host, `${folder}/scsi_tape`, /^st\d+$/) : undefined;
  const changer = kind === 'changer' ? await child(host, `${folder}/scsi_changer`, /^sch\d+$/) : undefined;
  const generic = await child(host, `${folder}/scsi_generic`, /^sg\d+$/);
  return {
    source: 'sysfs',
    kind,
    key: address,
    fields: knownFields({
      address,
      vendor: await attribute(host, `${folder}/vendor`),
      model: await attribute(host, `${folder}/model`),
      revision: await attribute(host, `${folder}/rev`),
      serial: page?.slice(PAGE_HEADER_CHARACTERS),
      path: inDev(node ?? changer),
      genericPath: inDev(generic),
      hostAdapter: await adapterOf(host, address),
    }),
  };
}

/** Such as `host3 (qla2xxx)`: the name under which /sys/class/fc_host and the kernel's messages know the adapter. */
async function adapterOf(host: Host, address: string): Promise<string> {
  const name = `host${address.split(':')[0]}`;
  const driver = (await attribute(host, `/sys/class/scsi_host/${name}/proc_name`))?.trim();
  return driver === undefined || driver === '' || driver === '<NULL>' ? name : `${name} (${driver})`;
}

async function attribute(host: Host, path: string): Promise<string | undefined> {
  const text = await host.readText(path, MAX_FIELD_BYTES);
  return isTrouble(text) ? undefined : text;
}

/** The device's node by the name of its folder, such as sg4 in scsi_generic. */
async function child(host: Host, folder: string, name: RegExp): Promise<string | undefined> {
  const entries = await host.list(folder);
  return isTrouble(entries) ? undefined : entries.find((entry) => name.test(entry.name))?.name;
}

function inDev(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `/dev/${name}`;
}
