// A log on its way from its folder to the packet. Runs in the engine's process.
import { type LogName, readLogName } from '../../logs/log-name.ts';
import type { FoundFile } from '../walk-folder.ts';

export interface LogFile extends FoundFile {
  /** In the packet: the instance, then where it lies below its log folder. */
  readonly name: string;
  /** What its file name says. */
  readonly log: LogName;
  /** Its name without rolled suffix and ending, in lower case: names ignore case, even on Linux. */
  readonly baseKey: string;
}

export function logFile(file: FoundFile, instance: string): LogFile {
  const log = readLogName(file.relativePath);
  return { ...file, name: `${instance}/${file.relativePath}`, log, baseKey: log.base.toLowerCase() };
}
