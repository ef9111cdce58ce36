// HKLM\HARDWARE\DEVICEMAP\Scsi, in which Windows keeps what every SCSI device answered when it was found. Readable by every
// user. Runs in the engine's process.
import type { RegistryTree } from '../../host/windows-registry.ts';
import { knownFields, type Sighting } from './sighting.ts';

export const DEVICE_MAP = 'HKLM\\HARDWARE\\DEVICEMAP\\Scsi';

const KEY = /^(.*\\Scsi Port (\d+))\\Scsi Bus (\d+)\\Target Id (\d+)\\Logical Unit Id (\d+)$/i;
const KINDS: Readonly<Record<string, Sighting['kind']>> = {
  tapeperipheral: 'tape',
  mediumchangerperipheral: 'changer',
};

export function parseDeviceMap(tree: RegistryTree): Sighting[] {
  const found: Sighting[] = [];
  for (const [key, values] of tree) {
    const [, port, ...place] = KEY.exec(key) ?? [];
    const kind = KINDS[values.get('type')?.toLowerCase() ?? ''];
    if (port === undefined || kind === undefined) continue;
    const address = place.map(Number).join(':');
    // Vendor in 8, model in 16, revision in 4 characters, as the device itself gives them.
    const identifier = values.get('identifier') ?? '';
    const node = /(Tape|Changer)\d+$/i.exec(values.get('devicename') ?? '')?.[0];
    const driver = tree.get(port)?.get('driver');
    const fields = knownFields({
      address,
      vendor: identifier.slice(0, 8),
      model: identifier.slice(8, 24),
      revision: identifier.slice(24, 28),
      serial: values.get('serialnumber'),
      path: node === undefined ? undefined : `\\\\.\\${node}`,
      hostAdapter: `Scsi Port ${place[0]}${driver === undefined ? '' : ` (${driver})`}`,
    });
    found.push({ source: 'DEVICEMAP', kind, key: address, fields });
  }
  return found;
}
