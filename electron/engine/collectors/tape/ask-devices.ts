// Asks tape devices themselves, one at a time, through the commands of note "Tape commands". Only while collecting and only
// once a case: the window plans anew whenever the form changes, and a drive that told us of a TapeAlert may forget it.
// Runs in the engine's process.
import { consoleText } from '../../host/console-text.ts';
import type { Command, Host } from '../../host/host.ts';
import type { Note } from '../collector.ts';
import { commandNote } from '../trouble-note.ts';
import { parseMtxInquiry } from './parse-mtx-inquiry.ts';
import { type ChangerStatus, parseMtxStatus } from './parse-mtx-status.ts';
import { parseSgInq } from './parse-sg-inq.ts';
import { type DriveState, parseTapeinfo } from './parse-tapeinfo.ts';
import type { DeviceFields, MergedDevice, Sighting } from './sighting.ts';
import { type GenericDevice, genericDevice, runTapeCommand, tapeCommands } from './tape-commands.ts';

export interface DeviceAnswers {
  readonly sightings: readonly Sighting[];
  /** By the key of the device. */
  readonly changers: ReadonlyMap<string, ChangerStatus>;
  readonly drives: ReadonlyMap<string, DriveState>;
  readonly notes: readonly Note[];
  readonly leftOut: readonly Note[];
}

/**
 * Yields all that the programs printed, below the line that started each. A device that hangs or is closed to us gets no
 * further question; the next one does.
 * @param signal its end leaves the devices that are not asked by then, and names them.
 */
export async function* askDevices(
  devices: readonly MergedDevice[],
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Buffer, DeviceAnswers> {
  const sightings: Sighting[] = [];
  const changers = new Map<string, ChangerStatus>();
  const drives = new Map<string, DriveState>();
  const notes: Note[] = [];
  const missing = new Set<string>();
  let printed: string[] = [];

  /** @returns what was printed; undefined where the device is not to be asked again. */
  const ask = async (command: Command): Promise<string | undefined> => {
    if (missing.has(command.program)) return '';
    const answer = await runTapeCommand(host, command, signal);
    const absent = answer.status === 'not-found';
    const text = absent ? '' : `${consoleText(answer.stdout)}${answer.stderr}`;
    const line = ['$', command.program, ...command.args].join(' ');
    printed.push(`${line}\n${absent ? 'tool-not-installed' : text.trimEnd()}\n\n`);
    if (absent) {
      missing.add(command.program);
      return '';
    }
    const note = commandNote(command, answer);
    if (note !== undefined) notes.push(note);
    return note?.reason === 'permission-denied' || answer.status === 'timed-out' ? undefined : text;
  };

  const askOne = async ({ key, kind, fields }: MergedDevice, device: GenericDevice) => {
    const saw = (source: string, seen: DeviceFields) => sightings.push({ source, kind, key, fields: seen });
    let serial = fields.serial;
    if (kind === 'changer') {
      const inquiry = await ask(tapeCommands.changerInquiry(device));
      if (inquiry === undefined) return;
      saw('mtx', parseMtxInquiry(inquiry));
      const status = await ask(tapeCommands.changerStatus(device));
      if (status === undefined) return;
      if (status !== '') changers.set(key, parseMtxStatus(status));
    } else {
      const said = await ask(tapeCommands.driveState(device));
      if (said === undefined) return;
      const state = parseTapeinfo(said);
      if (said !== '') drives.set(key, state);
      saw('tapeinfo', state.fields);
      serial ??= state.fields.serial;
    }
    // Kernels before 3.15 do not show serial numbers in /sys.
    if (serial !== undefined) return;
    saw('sg_inq', parseSgInq((await ask(tapeCommands.deviceInquiry(device))) ?? ''));
  };

  for (const device of devices) {
    const path = genericDevice(device.fields.genericPath);
    if (path === undefined) continue;
    if (signal.aborted) notes.push({ reason: 'time-limit', about: path });
    else await askOne(device, path);
    if (printed.length > 0) yield Buffer.from(printed.join(''));
    printed = [];
  }
  const leftOut = [...missing].map((about) => ({ reason: 'tool-not-installed', about }));
  return { sightings, changers, drives, notes, leftOut };
}
