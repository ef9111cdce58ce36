// What a stand-in stands for. Runs in the engine's process.
import { z } from 'zod';

/** One family of numbers each: host-1, user-1, … Secrets have none: nothing of theirs is kept. */
export const StandInKind = z.enum([
  'host',
  'domain',
  'subdomain',
  'user',
  'keyword',
  'ipv4',
  'ipv6',
  'mac',
  'wwn',
  'path',
  'database',
  'policy',
  'barcode',
  'serial',
]);
export type StandInKind = z.infer<typeof StandInKind>;
