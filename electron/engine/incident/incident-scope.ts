// What the time line of an incident is laid around. Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';

const MINUTE_MS = 60_000;
const BEFORE_MS = 30 * MINUTE_MS;
const AFTER_MS = 15 * MINUTE_MS;
/** Around the first trouble line of a job. */
const AROUND_JOB_MS = 5 * MINUTE_MS;

/** Moments in milliseconds since 1970, both inclusive. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** Which lines are wanted: those in the window, and all of these jobs. */
export interface Wanted {
  readonly window?: TimeWindow;
  readonly jobIds: ReadonlySet<string>;
  /** Where there is too much of them, only those in this time. */
  readonly limits?: TimeWindow;
}

export type IncidentScope =
  | { readonly basis: 'occurred-at'; readonly focus: number; readonly window: TimeWindow }
  | { readonly basis: 'job'; readonly jobIds: ReadonlySet<string> };

/** @returns undefined where the user gave neither a time nor a job. A time says more than a job id. */
export function incidentScope({ occurredAt, jobIds }: PartialCaseRequest): IncidentScope | undefined {
  if (occurredAt !== undefined) {
    const focus = Date.parse(occurredAt);
    return { basis: 'occurred-at', focus, window: { from: focus - BEFORE_MS, to: focus + AFTER_MS } };
  }
  return jobIds.length === 0 ? undefined : { basis: 'job', jobIds: new Set(jobIds) };
}

export function aroundTrouble(moment: number): TimeWindow {
  return { from: moment - AROUND_JOB_MS, to: moment + AROUND_JOB_MS };
}
