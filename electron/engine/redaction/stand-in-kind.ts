// What a stand-in stands for. Runs in the engine's process and its threads.

/** One family of numbers each: host-1, user-1, … Secrets have none: nothing of theirs is kept. */
export const STAND_IN_KINDS = [
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
] as const;
export type StandInKind = (typeof STAND_IN_KINDS)[number];
