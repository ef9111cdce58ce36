// By when support should have answered a case that is opened now. Used by every process.
import { z } from 'zod';
import { SeverityLevel, SupportPlan } from './severity.ts';

export const ResponseClock = z.object({
  plan: SupportPlan,
  /** IANA name of the zone that days and working hours are meant in. */
  timeZone: z.string(),
  levels: z.array(
    z.object({
      level: SeverityLevel,
      /** Absent past the last published holiday calendar. */
      respondBy: z.iso.datetime({ offset: true }).optional(),
      /** Days until then that do not count, as yyyy-mm-dd; a statutory holiday with its name. */
      closedDays: z.array(
        z.object({
          date: z.iso.date(),
          holiday: z.object({ zh: z.string(), en: z.string() }).optional(),
        }),
      ),
    }),
  ),
});
export type ResponseClock = z.infer<typeof ResponseClock>;
