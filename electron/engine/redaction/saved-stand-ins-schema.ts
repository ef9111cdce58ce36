// How the map of a case is written. Apart from the map itself: threads that redact read no files. Runs in the engine's process.
import { z } from 'zod';
import { STAND_IN_KINDS } from './stand-in-kind.ts';

const SavedStandIn = z.object({
  kind: z.enum(STAND_IN_KINDS),
  original: z.string(),
  standIn: z.string(),
  everywhere: z.boolean(),
});

/** The saved form; read it back with `SavedStandIns.parse`. */
export const SavedStandIns = z.object({
  formatVersion: z.literal(1),
  /** Of this case only, base64: orders addresses; random, so that nobody can try originals against stand-ins. */
  secret: z.base64().min(22),
  /** How many numbers each family has handed out. */
  numbers: z.record(z.string(), z.number().int().nonnegative()),
  /** Numbers of networks: needed for addresses still unseen. */
  networks: z.record(z.string(), z.number().int().positive()),
  entries: z.array(SavedStandIn),
});
export type SavedStandIns = z.infer<typeof SavedStandIns>;
