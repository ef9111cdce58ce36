// What `sg_inq` prints of a device. Runs in the engine's process.
import { type DeviceFields, knownFields } from './sighting.ts';

export function parseSgInq(text: string): DeviceFields {
  const field = (name: string) => new RegExp(`^\\s*${name}:(.*)$`, 'm').exec(text)?.[1];
  return knownFields({
    vendor: field('Vendor identification'),
    model: field('Product identification'),
    revision: field('Product revision level'),
    serial: field('Unit serial number'),
  });
}
