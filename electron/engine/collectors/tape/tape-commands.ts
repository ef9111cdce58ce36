// Note "Tape commands": the only commands that any collector may run against a tape device. They ask what a device is and in
// what state it is; none moves a tape or changes a library. Each names a generic device (/dev/sgN) and never /dev/stN or
// /dev/nstN, because closing those may wind a tape back under a running backup. test/conformance/tape-commands.test.ts
// holds every collector to this table. Runs in the engine's process.
import type { Command, CommandAnswer, Host } from '../../host/host.ts';

declare const generic: unique symbol;
/** The path of a generic device; only genericDevice makes one. */
export type GenericDevice = string & { readonly [generic]: true };

/** @returns undefined for every path that is not exactly /dev/sgN. */
export function genericDevice(path: string | undefined): GenericDevice | undefined {
  return path !== undefined && /^\/dev\/sg\d{1,5}$/.test(path) ? (path as GenericDevice) : undefined;
}

const SECOND_MS = 1_000;

function command(program: string, args: readonly string[], timeoutMs: number): Command {
  return { program, args, timeoutMs, maxOutputBytes: 4 * 1024 ** 2 };
}

export const tapeCommands = {
  /** Reads /sys only and opens no device. */
  listDevices: () => command('lsscsi', ['-g'], 10 * SECOND_MS),
  changerInquiry: (device: GenericDevice) => command('mtx', ['-f', device, 'inquiry'], 10 * SECOND_MS),
  /** READ ELEMENT STATUS: waits while the arm is on its way, and large libraries take their time. */
  changerStatus: (device: GenericDevice) => command('mtx', ['-f', device, 'status'], 60 * SECOND_MS),
  /** INQUIRY, TEST UNIT READY and LOG SENSE; drives may forget a raised TapeAlert once it was told to us. */
  driveState: (device: GenericDevice) => command('tapeinfo', ['-f', device], 20 * SECOND_MS),
  deviceInquiry: (device: GenericDevice) => command('sg_inq', [device], 10 * SECOND_MS),
} as const;

/** From the path, else from /usr/sbin, which the path of ordinary users often lacks. */
export async function runTapeCommand(
  host: Host,
  asked: Command,
  signal: AbortSignal,
): Promise<CommandAnswer> {
  const answer = await host.run(asked, signal);
  if (answer.status !== 'not-found') return answer;
  return host.run({ ...asked, program: `/usr/sbin/${asked.program}` }, signal);
}
