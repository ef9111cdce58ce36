// The logs that an incident's time line is made of: those that the packet takes, as far as they can be read.
// Runs in the engine's process.
import type { Note, Source } from '../collectors/collector.ts';
import { type LogName, readLogName } from '../logs/log-name.ts';

export interface IncidentLog {
  /** Such as Instance001. */
  readonly instance: string;
  /** Base name, such as CVD. */
  readonly component: string;
  /** As the packet names it. */
  readonly file: string;
  readonly path: string;
  /** As the source's. */
  readonly within?: string | undefined;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  readonly log: LogName;
}

/**
 * @param sources of the log collector, named `<instance>/<file>`.
 * @param folder of that collector in the packet.
 * @returns the logs, newest first, and those in a compression that is not read here.
 */
export function incidentLogs(
  sources: readonly Source[],
  folder: string,
): { logs: IncidentLog[]; unread: Note[] } {
  const logs: IncidentLog[] = [];
  const unread: Note[] = [];
  for (const source of sources) {
    if (source.kind !== 'file') continue;
    const { name, path, within, sizeBytes, modifiedAt } = source;
    const log = readLogName(name);
    if (log.compression !== undefined && log.compression !== 'gz') {
      unread.push({ reason: 'compression-not-read', about: path });
    } else {
      const instance = name.slice(0, Math.max(0, name.indexOf('/')));
      logs.push({
        instance,
        component: log.base,
        file: `${folder}/${name}`,
        path,
        within,
        sizeBytes,
        modifiedAt,
        log,
      });
    }
  }
  logs.sort((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime());
  return { logs, unread };
}
