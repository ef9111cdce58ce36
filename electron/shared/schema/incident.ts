// What happened around an incident, told from the logs: the short form that the case sheet shows. Used by every process.
import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true });

/** Where a line stands: the log as the packet names it, and its line there. */
const LogPlace = z.object({
  file: z.string(),
  /** From 1; in the unpacked log where that is compressed. */
  line: z.number().int().positive(),
});

/** Lines of one component of one instance belong together. */
const Component = z.object({
  instance: z.string(),
  /** The log's base name, such as CVD. */
  component: z.string(),
});

/** One line of a log with the lines that continue it. */
export const IncidentLine = Component.extend({
  time: Instant,
  pid: z.number().int().optional(),
  /** Hexadecimal. */
  tid: z.string().optional(),
  jobId: z.string().optional(),
  message: z.string(),
}).extend(LogPlace.shape);
export type IncidentLine = z.infer<typeof IncidentLine>;

/** A line from which the trouble of its component can be read on. */
export const IncidentAnchor = IncidentLine.extend({
  /** Which of the known signs of trouble it bears, such as error-code or failed. */
  sign: z.string(),
  code: z.string().optional(),
});
export type IncidentAnchor = z.infer<typeof IncidentAnchor>;

export const IncidentCode = z.object({
  /** As the logs print it, such as 19:1131 or 0xECCC0010. */
  code: z.string(),
  count: z.number().int().positive(),
  components: z.array(z.string()),
  first: LogPlace.extend({ time: Instant }),
});
export type IncidentCode = z.infer<typeof IncidentCode>;

/** Trouble lines over time, one row a component; each count covers `bucketMinutes`. */
export const IncidentSeries = z.object({
  from: Instant,
  bucketMinutes: z.number().int().positive(),
  rows: z.array(Component.extend({ total: z.number().int(), counts: z.array(z.number().int()) })),
  /** Components with trouble beyond those rows. */
  moreRows: z.number().int(),
});
export type IncidentSeries = z.infer<typeof IncidentSeries>;

export const IncidentFacts = z.object({
  /** What the time line is laid around: the time the user gave, or the first trouble of the job. */
  basis: z.enum(['occurred-at', 'job']),
  /** Absent where the job has no trouble line. */
  focus: Instant.optional(),
  /** All lines of it are in the time line, of a job also those outside; absent without focus. */
  window: z.object({ from: Instant, to: Instant }).optional(),
  jobIds: z.array(z.string()),
  lineCount: z.number().int(),
  troubleCount: z.number().int(),
  anchors: z.array(IncidentAnchor),
  codes: z.array(IncidentCode),
  perMinute: IncidentSeries.optional(),
  cut: z.enum(['around-incident', 'time-limit']).optional(),
});
export type IncidentFacts = z.infer<typeof IncidentFacts>;
