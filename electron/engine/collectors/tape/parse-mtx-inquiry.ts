// What `mtx inquiry` prints, and `tapeinfo` at its beginning. Runs in the engine's process.
import { type DeviceFields, knownFields } from './sighting.ts';

/** @param text lines such as `Vendor ID: 'IBM     '`; sense data between them is passed by. */
export function parseMtxInquiry(text: string): DeviceFields {
  const quoted = (name: string) => new RegExp(`^${name}: '(.*)'`, 'm').exec(text)?.[1];
  return knownFields({
    vendor: quoted('Vendor ID'),
    model: quoted('Product ID'),
    revision: quoted('Revision'),
    serial: quoted('SerialNumber'),
  });
}
