// What one source says of one tape drive or media changer, and how several such answers become one device. Runs in the
// engine's process.

const FIELDS = [
  ...(['vendor', 'model', 'revision', 'serial', 'path'] as const),
  ...(['genericPath', 'address', 'hostAdapter'] as const),
];
type Field = (typeof FIELDS)[number];

export type DeviceFields = Readonly<Partial<Record<Field, string>>>;

export interface Sighting {
  /** Such as sysfs, lsscsi, cim: shown beside the value. */
  readonly source: string;
  readonly kind: 'tape' | 'changer';
  /** What tells devices apart: the SCSI address, where the system names it. */
  readonly key: string;
  readonly fields: DeviceFields;
}

export interface MergedDevice extends Omit<Sighting, 'source'> {
  /** For each field the source it came from. */
  readonly sources: Readonly<Record<string, string>>;
}

/** How lsscsi and others write that they do not know. */
const UNKNOWN = /^(-|vendor\?|model\?|rev\?|unknown)?$/i;

/** Padding cut off; empty values and words for `unknown` left out. */
export function knownFields(values: Readonly<Partial<Record<Field, string | undefined>>>): DeviceFields {
  const known: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const value = trimmed(values[field]);
    if (value !== undefined && !UNKNOWN.test(value)) known[field] = value;
  }
  return known;
}

/** Devices pad with blanks and with zero bytes. */
function trimmed(value: string | undefined): string | undefined {
  return value?.replaceAll('\0', ' ').trim();
}

/**
 * One device for each key, its fields from the first source that knows them.
 * @param sightings the most trusted source first. @returns in the order of their addresses.
 */
export function mergeSightings(sightings: readonly Sighting[]): MergedDevice[] {
  const merged = new Map<string, MergedDevice>();
  for (const { key, kind, source, fields } of sightings) {
    const before = merged.get(key) ?? { key, kind, fields: {}, sources: {} };
    const added = FIELDS.filter((field) => fields[field] !== undefined && before.fields[field] === undefined);
    merged.set(key, {
      ...before,
      fields: { ...before.fields, ...Object.fromEntries(added.map((field) => [field, fields[field]])) },
      sources: { ...before.sources, ...Object.fromEntries(added.map((field) => [field, source])) },
    });
  }
  // As numbers: 10:0:0:0 comes after 2:0:0:0.
  return [...merged.values()].sort((one, other) => one.key.localeCompare(other.key, 'en', { numeric: true }));
}
