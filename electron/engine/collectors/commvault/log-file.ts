// A log on its way from its folder to the packet. Runs in the engine's process.
import { type LogName, readLogName } from '../../logs/log-name.ts';
import type { FoundFile } from '../walk-folder.ts';

/** What can be told from its path is worked out when it is asked for: a folder may hold hundreds of thousands of logs. */
export class LogFile implements FoundFile {
  readonly path: string;
  readonly relativePath: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  readonly within: string | undefined;
  readonly #instance: string;

  constructor({ path, relativePath, sizeBytes, modifiedAt, within }: FoundFile, instance: string) {
    this.path = path;
    this.relativePath = relativePath;
    this.sizeBytes = sizeBytes;
    this.modifiedAt = modifiedAt;
    this.within = within;
    this.#instance = instance;
  }

  /** In the packet: the instance, then where it lies below its log folder. */
  get name(): string {
    return `${this.#instance}/${this.relativePath}`;
  }

  /** What its file name says. */
  get log(): LogName {
    return readLogName(this.relativePath);
  }

  /** Its name without rolled suffix and ending, in lower case: names ignore case, even on Linux. */
  get baseKey(): string {
    return this.log.base.toLowerCase();
  }
}
