// The support policy: everything that differs by region, year or contract is data of this shape. Used by every process.
import { z } from 'zod';
import { SeverityLevel } from '../schema/severity.ts';

const Clock = z.string().regex(/^([01][0-9]|2[0-4]):[0-5][0-9]$/);

export const SupportPolicy = z.object({
  edition: z.string(),
  severities: z.array(
    z.object({ level: SeverityLevel, name: z.string(), responseHours: z.number().positive() }),
  ),
  /** When the response clock runs on the standard plan; premium runs always. */
  standardHours: z.object({ from: Clock, to: Clock, timeZone: z.string() }),
  hotline: z.string(),
  /** Each in its own city. */
  offices: z.array(
    z.object({ city: z.enum(['beijing', 'shanghai', 'guangzhou']), phone: z.string(), fax: z.string() }),
  ),
  contacts: z.array(z.object({ purpose: z.string(), address: z.string() })),
});
export type SupportPolicy = z.infer<typeof SupportPolicy>;
