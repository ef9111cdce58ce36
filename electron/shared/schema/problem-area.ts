// What the problem is about: steers which items the checklist asks for. Used by every process.
import { z } from 'zod';

/** The areas of the command line's --problem, in the order they are offered. */
export const ProblemArea = z.enum([
  'backup',
  'recovery',
  'commserve-down',
  'tape-library',
  'deduplication',
  'auxiliary-copy',
  'index',
  'installation',
  'virtual-machine',
  'oracle',
  'sql-server',
  'exchange',
  'database',
  'nas',
  'performance',
  'other',
]);
export type ProblemArea = z.infer<typeof ProblemArea>;

/** Areas in which the guide asks for the database's version. */
export const DATABASE_AREAS: readonly ProblemArea[] = ['oracle', 'sql-server', 'exchange', 'database'];

/**
 * Areas whose problem a tape device or a host adapter may cause: only there are devices asked themselves. A question waits in
 * a device's queue behind running jobs and does them no harm; what the system knows by itself is collected for every area.
 */
export const DEVICE_AREAS: readonly ProblemArea[] = [
  ...(['tape-library', 'backup', 'recovery', 'auxiliary-copy', 'performance', 'other'] as const),
];

/** Areas in which the guide asks for hardware and tape library type. */
export const LIBRARY_AREAS: readonly ProblemArea[] = ['tape-library'];
