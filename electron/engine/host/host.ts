// The machine as the engine sees it: the only way to files, commands and hardware facts. Implemented by local-host.ts
// (this machine) and recorded-host.ts (a machine kept in a folder: tests and the demo). Runs in the engine's process.
import type { HardwareFacts, Platform } from '#shared/schema/facts.ts';

/** A program by name or absolute path with fixed arguments; never a shell line. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly timeoutMs: number;
  /** Output beyond this is dropped and the answer says so. */
  readonly maxOutputBytes: number;
  /** Of too much output keeps the end instead of the beginning: for logs that are printed oldest first. */
  readonly keepNewest?: true;
}

export interface CommandAnswer {
  /** not-found: no such program; the rest is empty then. */
  readonly status: 'ok' | 'not-found' | 'failed' | 'timed-out';
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly truncated: boolean;
}

export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

export interface FolderEntry extends FileInfo {
  readonly name: string;
}

/** Why a file or folder could not be read: the system's code, such as ENOENT or EACCES. */
export interface FileTrouble {
  readonly trouble: string;
}

export interface OpenFile {
  /** Size when it was opened: nothing beyond it is read, however the file grows. */
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  /** @returns bytes read into `target` from `position` of the file; 0 at its end. Rejects on a read error. */
  read(target: Buffer, position: number): Promise<number>;
  /** Its size now, to tell whether it grew or shrank meanwhile. */
  currentSizeBytes(): Promise<number>;
  close(): Promise<void>;
}

/** A small file to read, its path as for `Host.open`. */
export interface FilePlace {
  readonly path: string;
  readonly within?: string | undefined;
  /** When it was listed. */
  readonly sizeBytes: number;
}

/** What a small file held when it was opened. */
export interface WholeFile {
  /** Fewer than `sizeBytes` where it shrank or could not be read to its end. */
  readonly bytes: Buffer;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  /** After it was read; undefined where that cannot be told. */
  readonly currentSizeBytes: number | undefined;
  /** Why no more could be read; the system's code. */
  readonly readTrouble?: string;
}

/** What came of files that were read together, in their order. */
export interface WholeFiles {
  /** Links are refused as by `Host.open`; undefined where a file is not as small as it should be and is to be opened by itself. */
  readonly files: readonly (WholeFile | FileTrouble | undefined)[];
  /** For all of them. */
  readonly tookMs: number;
}

/** Reads many small files in a thread of its own, which may wait for the disk: many times faster than one call at a time. */
export interface WholeFileReader {
  /** Rejects where the thread does not run any more. Hangs where the disk hangs. */
  read(files: readonly FilePlace[]): Promise<WholeFiles>;
  /** Waits for nothing: what hangs is left behind, and nothing more is read. Safe to call twice. */
  close(): void;
}

/** A file's first and last bytes; the same bytes twice where the file is short. */
export interface FileEnds {
  readonly head: Buffer;
  readonly tail: Buffer;
}

export interface Host {
  readonly platform: Platform;
  /** As Node names it: x64, arm64 … */
  readonly arch: string;
  /** Kernel or NT version. */
  readonly kernelVersion: string;
  readonly hostName: string;
  /** IANA name, such as Asia/Shanghai. */
  readonly timeZone: string;
  /** Root, or an elevated administrator. */
  readonly elevated: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** Milliseconds of a clock that only goes forward, from any start: for measuring how long something takes. */
  elapsedMs(): number;
  /** Bytes that nobody can guess. */
  randomBytes(size: number): Buffer;
  /** About the entry itself: a link is not followed. */
  info(path: string): Promise<FileInfo | FileTrouble>;
  /** The path with all links resolved, for files that the user named. */
  realPath(path: string): Promise<string | FileTrouble>;
  /** What a folder holds, links not followed (but `folder` itself may be one: the caller chose it). */
  list(folder: string): Promise<readonly FolderEntry[] | FileTrouble>;
  /** The whole of a small text file, decoded as UTF-8; at most maxBytes of it. */
  readText(path: string, maxBytes: number): Promise<string | FileTrouble>;
  /**
   * A regular file for reading, shared with whoever writes it; links are refused with ELOOP.
   * @param within a folder as realPath told it before: a file that lies elsewhere by now, since somebody put a link into its
   * path meanwhile, is refused with ELOOP too.
   */
  open(path: string, within?: string): Promise<OpenFile | FileTrouble>;
  /**
   * For many small files.
   * @param threadFile what a thread of this program begins with.
   * @returns undefined where no thread can be started.
   */
  startWholeFileReader?(threadFile: URL): Promise<WholeFileReader | undefined>;
  /** Only the two ends of a regular file, for looking at many: `bytes` of each. Links are refused as by open. */
  readEnds(path: string, sizeBytes: number, bytes: number): Promise<FileEnds | FileTrouble>;
  /**
   * Lets every other program of this machine come first: processor and disk, with all threads of this one.
   * @param gentle also programs that do not matter.
   */
  comeLast(gentle: boolean, signal: AbortSignal): Promise<void>;
  run(command: Command, signal: AbortSignal): Promise<CommandAnswer>;
  /** For a program that answers only into a file; undefined where it failed or wrote more than `maxBytes`. */
  runForFile(
    command: (path: string) => Command,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Buffer | undefined>;
  hardware(): Promise<HardwareFacts>;
}

/** Tells trouble from an answer. */
export function isTrouble(answer: unknown): answer is FileTrouble {
  return typeof answer === 'object' && answer !== null && 'trouble' in answer;
}
