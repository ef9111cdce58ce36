// What the command line stands in: streams, environment, clock, machine. Given by cli.ts for real and by tests on a
// planted machine, so that no code below reaches for a global. Runs in the command line's process.
import type { Readable, Writable } from 'node:stream';
import type { Host } from '#engine/host/host.ts';

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };
export type Input = Readable & { readonly isTTY?: boolean };

export interface Surroundings {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths of options start here. */
  readonly cwd: string;
  now(): Date;
  /** The machine that is collected from. */
  openHost(): Promise<Host>;
  /** Aborted by Ctrl-C and by termination signals. */
  readonly signal: AbortSignal;
  /** What a thread of this program begins with; absent: there are none. */
  readonly threadFile?: URL;
}

/** A person sits there who can be asked. */
export function isInteractive({ stdin, stderr }: Surroundings): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** @returns the terminal's width; serial consoles and some containers say 0, which is no answer. */
export function columnsOf({ columns }: Output): number {
  return columns || 80;
}
