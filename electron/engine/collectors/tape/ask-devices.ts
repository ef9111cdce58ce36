// Asks tape devices themselves, one at a time, through the commands of note "Tape commands". Runs in the engine's process.

import { consoleText } from '../../host/console-text.ts';
import type { Command } from '../../host/host.ts';
import type { LookContext, Note, Source } from '../collector.ts';
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
  /** All that the programs printed. */
  readonly sources: readonly Source[];
  readonly notes: readonly Note[];
  readonly leftOut: readonly Note[];
}

/** A device that hangs or is closed to us gets no further question; the next one does. */
export async function askDevices(
  devices: readonly MergedDevice[],
  { host, signal }: LookContext,
): Promise<DeviceAnswers> {
  const sightings: Sighting[] = [];
  const changers = new Map<string, ChangerStatus>();
  const drives = new Map<string, DriveState>();
  const sources: Source[] = [];
  const notes: Note[] = [];
  const leftOut: Note[] = [];
  const missing = new Set<string>();

  /** @returns what was printed; undefined where the device is not to be asked again. */
  const ask = async (name: string, command: Command): Promise<string | undefined> => {
    if (missing.has(command.program)) return '';
    const answer = await runTapeCommand(host, command, signal);
    if (answer.status === 'not-found') {
      missing.add(command.program);
      return '';
    }
    const text = `${consoleText(answer.stdout)}${answer.stderr}`;
    if (text !== '') sources.push({ kind: 'text', name, text });
    const note = commandNote(command, answer);
    if (note !== undefined) notes.push(note);
    return note?.reason === 'permission-denied' || answer.status === 'timed-out' ? undefined : text;
  };

  const askOne = async ({ key, kind, fields }: MergedDevice, device: GenericDevice) => {
    const file = (question: string) => `${device.slice('/dev/'.length)}-${question}.txt`;
    const saw = (source: string, seen: DeviceFields) => sightings.push({ source, kind, key, fields: seen });
    let serial = fields.serial;
    if (kind === 'changer') {
      const inquiry = await ask(file('mtx-inquiry'), tapeCommands.changerInquiry(device));
      if (inquiry === undefined) return;
      saw('mtx', parseMtxInquiry(inquiry));
      const status = await ask(file('mtx-status'), tapeCommands.changerStatus(device));
      if (status === undefined) return;
      if (status !== '') changers.set(key, parseMtxStatus(status));
    } else {
      const printed = await ask(file('tapeinfo'), tapeCommands.driveState(device));
      if (printed === undefined) return;
      const state = parseTapeinfo(printed);
      if (printed !== '') drives.set(key, state);
      saw('tapeinfo', state.fields);
      serial ??= state.fields.serial;
    }
    // Kernels before 3.15 do not show serial numbers in /sys.
    if (serial !== undefined) return;
    saw('sg_inq', parseSgInq((await ask(file('sg_inq'), tapeCommands.deviceInquiry(device))) ?? ''));
  };

  for (const device of devices) {
    const path = genericDevice(device.fields.genericPath);
    if (path === undefined) leftOut.push({ reason: 'no-generic-device', about: device.key });
    else if (signal.aborted) notes.push({ reason: 'time-limit', about: path });
    else await askOne(device, path);
  }
  for (const program of missing) leftOut.push({ reason: 'tool-not-installed', about: program });
  return { sightings, changers, drives, sources, notes, leftOut };
}
