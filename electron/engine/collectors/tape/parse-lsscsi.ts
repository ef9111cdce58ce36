// What `lsscsi -g` prints. Runs in the engine's process.
import { knownFields, type Sighting } from './sighting.ts';

// [address] padded, type in 8, vendor in 8, model in 16, revision in 4 characters; then the nodes, `-` for none. Vendors and
// models have blanks inside, so that only the columns tell them apart. Disks and NVMe rows are none of ours.
const ROW = /^\[([\d:]+)\]\s+(tape {4}|mediumx )(.{8}) (.{16}) (.{4})(?:\s+(\S+))?(?:\s+(\S+))?\s*$/;

export function parseLsscsi(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, address, type, vendor, model, revision, path, genericPath] = ROW.exec(line) ?? [];
    if (address === undefined || type === undefined) continue;
    found.push({
      source: 'lsscsi',
      kind: type.trim() === 'tape' ? 'tape' : 'changer',
      key: address,
      fields: knownFields({ address, vendor, model, revision, path, genericPath }),
    });
  }
  return found;
}
