// /proc/scsi/scsi: blocks of three lines, on kernels old and new. Runs in the engine's process.
import { knownFields, type Sighting } from './sighting.ts';

const BLOCK =
  /^Host: scsi(\d+) Channel: (\d+) Id: (\d+) Lun: (\d+)\s*\n\s*Vendor: (.*?) ?Model: (.*?) ?Rev: (.*)\n\s*Type: +(\S.*?) {2,}/gm;

const KINDS: Readonly<Record<string, Sighting['kind']>> = {
  'Sequential-Access': 'tape',
  'Medium Changer': 'changer',
};

export function parseProcScsi(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const block of text.replaceAll('\r', '').matchAll(BLOCK)) {
    const [vendor, model, revision, type] = block.slice(5);
    const kind = KINDS[type ?? ''];
    if (kind === undefined) continue;
    // Padded with zeros here and nowhere else.
    const address = block.slice(1, 5).map(Number).join(':');
    const fields = knownFields({ address, vendor, model, revision });
    found.push({ source: '/proc/scsi/scsi', kind, key: address, fields });
  }
  return found;
}
