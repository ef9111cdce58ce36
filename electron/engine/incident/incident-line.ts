// An entry in the form that case.json and incident.json give it. Runs in the engine's process.
import type { IncidentLine } from '#shared/schema/incident.ts';
import type { LocalMoments } from '../local-moments.ts';
import type { IncidentEntry } from './log-entries.ts';

/** @param maxCharacters of the message; a longer one ends with an ellipsis. */
export function incidentLine(
  { log, moment, line, pid, tid, jobId, message }: IncidentEntry,
  times: LocalMoments,
  maxCharacters: number,
): IncidentLine {
  return {
    time: times.text(moment),
    instance: log.instance,
    component: log.component,
    ...(pid === undefined ? {} : { pid }),
    ...(tid === undefined ? {} : { tid }),
    ...(jobId === undefined ? {} : { jobId }),
    message: message.length > maxCharacters ? `${message.slice(0, maxCharacters)}…` : message,
    file: log.file,
    line,
  };
}
