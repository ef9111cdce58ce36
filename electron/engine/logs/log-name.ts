// What a log's file name says: which log it belongs to, whether it is a rolled one, since when, and whether it is
// compressed. Names ignore case, as on Windows. Runs in the engine's process.

/** A moment on the clock of the machine that wrote it, without a zone. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export type Compression = 'zip' | 'gz' | 'bz2' | '7z' | 'zst';

export interface LogName {
  /** The log it belongs to, as written, such as CVD; without folder, rolled suffix, `.log` and compression. */
  readonly base: string;
  /** Closed and set aside: it will not grow any more. */
  readonly rolled: boolean;
  /** When it was closed, if the name says so: its last line is not later. */
  readonly rolledAt?: WallTime;
  readonly compression?: Compression;
}

const COMPRESSED = /\.(zip|gz|bz2|7z|zst)$/i;
const ROLLED_AT = /_(\d{4})_(\d{1,2})_(\d{1,2})_(\d{1,2})_(\d{1,2})_(\d{1,2})$/;
/** Older versions number their rolled logs: CVD_1.log; other products count behind the ending: CVD.log.1, ERRORLOG.1. */
const NUMBERED = /(?:_\d{1,3}|\.\d{1,3})$/;

/** @param path a file's name or its path, with slashes of either kind. */
export function readLogName(path: string): LogName {
  const compression = COMPRESSED.exec(path)?.[1]?.toLowerCase() as Compression | undefined;
  let rest = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(COMPRESSED, '');
  let rolled = false;
  let rolledAt: WallTime | undefined;
  for (;;) {
    const time = ROLLED_AT.exec(rest);
    const suffix = time ?? NUMBERED.exec(rest) ?? /\.(?:log|txt)$/i.exec(rest);
    // A name that is nothing but a suffix is a name.
    if (suffix === null || suffix.index === 0) break;
    rolled ||= !suffix[0].startsWith('.') || /\d/.test(suffix[0]);
    if (time !== null) rolledAt = wallTime(time.slice(1).map(Number));
    rest = rest.slice(0, suffix.index);
  }
  return {
    base: rest,
    rolled: rolled || compression !== undefined,
    ...(rolledAt === undefined ? {} : { rolledAt }),
    ...(compression === undefined ? {} : { compression }),
  };
}

function wallTime(parts: readonly number[]): WallTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const possible =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60;
  return possible ? { year, month, day, hour, minute, second } : undefined;
}
