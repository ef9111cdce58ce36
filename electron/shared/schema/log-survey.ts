// Trouble in the logs before anything is collected: how much and when, and the lines themselves. Used by every process.
import { z } from 'zod';
import { IncidentLine, IncidentSeries } from './incident.ts';

export const LogSurvey = z.object({
  /** Absent where no line tells of trouble. */
  series: IncidentSeries.optional(),
  /** How many logs there are, and how many of them, the newest, were looked through. */
  logs: z.number().int(),
  looked: z.number().int(),
});
export type LogSurvey = z.infer<typeof LogSurvey>;

export const TroubleLines = z.object({
  lines: z.array(IncidentLine),
  /** There are more than these. */
  cut: z.boolean(),
});
export type TroubleLines = z.infer<typeof TroubleLines>;
