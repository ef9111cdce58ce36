// The tool's own log, for whoever looks into trouble with the tool: what was called, how it ended, how long it took.
// Nothing of the case, the machine or the user gets in: callers hand over codes and numbers, and everything else is
// left out here. Bounded by rotation. Runs in the engine's process.
import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SAFELY } from '../host/open-safely.ts';

const APPEND = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | SAFELY;

const LIMIT_BYTES = 512 * 1024;

/** What may stand in a log line besides numbers: codes, not sentences, names or paths. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9.:,<-]{0,300}$/;

export type LogFacts = Readonly<Record<string, string | number | boolean>>;

export interface OwnLog {
  /** Never rejects: a log that cannot be written costs only the log. */
  write(event: string, facts: LogFacts): Promise<void>;
  /** Those that exist, oldest first. */
  files(): Promise<string[]>;
}

/** @param dataFolder the user's; the log lies in logs/ below it */
export function createOwnLog(
  dataFolder: string,
  version: string,
  now: () => Date = () => new Date(),
): OwnLog {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'casepack.log');
  const older = join(folder, 'casepack.1.log');
  let writing: Promise<void> = Promise.resolve();

  async function append(line: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    if (size + line.length > LIMIT_BYTES) await rename(file, older);
    const handle = await open(file, APPEND, 0o600);
    try {
      await handle.writeFile(line);
    } finally {
      await handle.close();
    }
  }

  return {
    write(event, facts) {
      const line = `${[now().toISOString(), version, event, ...Object.entries(facts).map(fact)].join(' ')}\n`;
      writing = writing.then(() => append(line)).catch(() => undefined);
      return writing;
    },
    async files() {
      await writing;
      const found = await Promise.all(
        [older, file].map((path) =>
          lstat(path).then(
            (stats) => (stats.isFile() ? [path] : []),
            () => [],
          ),
        ),
      );
      return found.flat();
    },
  };
}

function fact([name, value]: [string, string | number | boolean]): string {
  return `${name}=${typeof value !== 'string' || CODE.test(value) ? value : '-'}`;
}

/** A bug as codes: its kind and where it happened; its message may name files and people and stays out. */
export function bugFacts(bug: unknown): LogFacts {
  if (!(bug instanceof Error)) return { bug: typeof bug };
  const { code } = bug as NodeJS.ErrnoException;
  const frames = [...(bug.stack ?? '').matchAll(/\(?([^\s()]+):(\d+):\d+\)?$/gm)];
  const at = frames
    .slice(0, 8)
    .map(([, path = '', line]) => `${basename(path.replaceAll('\\', '/'))}:${line}`);
  return { bug: bug.name, ...(code === undefined ? {} : { code }), at: at.join('<') };
}
