// What `verify` is given: a packet, one part of a packet that was cut, or a folder of either. Runs in the engine's process.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type VerifyContext, type VerifyReport, verifyPacket } from '../packet/verify-packet.ts';
import { type FoundVolume, readVolume } from './read-volume.ts';
import { verifyParts } from './verify-parts.ts';
import { verifyVolumes } from './verify-volumes.ts';
import { isVolumeName, PARTS_NOTE_END, readPacketName } from './volume-names.ts';

export interface VerifiedPacket {
  /** The packet's file name. */
  readonly name: string;
  /** Volumes or raw parts that it was cut into; 1 where it is whole. */
  readonly parts: number;
  readonly report: VerifyReport;
}

type VerifyWhole = (path: string) => Promise<VerifyReport>;

/**
 * @param path absolute, of an existing file or folder
 * @param verifyWhole checks a packet that is in one file, perhaps an encrypted one
 * @returns one report a packet; none where a folder holds nothing of ours. Rejects only when cancelled, and where a folder
 * cannot be listed.
 */
export async function verifyPath(
  path: string,
  context: VerifyContext,
  verifyWhole: VerifyWhole = (whole) => verifyPacket(whole, context),
): Promise<VerifiedPacket[]> {
  if ((await stat(path)).isDirectory()) return verifyFolder(path, context, verifyWhole);
  if (path.endsWith(PARTS_NOTE_END)) return [await parts(path, context)];
  const part = /^(.*)\.\d{3,}$/.exec(path)?.[1];
  if (part !== undefined) return [await parts(`${part}${PARTS_NOTE_END}`, context)];
  const volume = await volumeOf(path, context.signal);
  // One volume by itself says little: it is checked with those beside it.
  if (volume !== undefined) {
    const found = await volumesIn(dirname(path), context.signal);
    return [await together(found.get(setOf(volume)) ?? [{ ...volume, path }], context)];
  }
  return [{ name: basename(path), parts: 1, report: await verifyWhole(path) }];
}

async function verifyFolder(
  folder: string,
  context: VerifyContext,
  verifyWhole: VerifyWhole,
): Promise<VerifiedPacket[]> {
  const names = (await readdir(folder)).sort();
  const found: VerifiedPacket[] = [];
  for (const set of (await volumesIn(folder, context.signal)).values()) {
    found.push(await together(set, context));
  }
  for (const name of names.filter((one) => one.endsWith(PARTS_NOTE_END))) {
    found.push(await parts(join(folder, name), context));
  }
  const done = found.map(({ name }) => name);
  for (const name of names.filter((one) => isPacketName(one, done))) {
    found.push({ name, parts: 1, report: await verifyWhole(join(folder, name)) });
  }
  return found;
}

/** By its name: other zips in the folder are none of ours. @param done packets that were checked by their parts */
function isPacketName(name: string, done: readonly string[]): boolean {
  const isOurs = /\.zip(\.age)?$/i.test(name) && readPacketName(name).caseReference !== undefined;
  return isOurs && !done.includes(name) && !(done.length > 0 && isVolumeName(name));
}

type Volume = FoundVolume & { readonly path: string };
const setOf = ({ note }: FoundVolume) => `${note.packet.sha256} ${note.of}`;

/** Sets by what they were cut from, whatever the files are called now: mail programs rename them. */
async function volumesIn(folder: string, signal: AbortSignal): Promise<Map<string, Volume[]>> {
  const sets = new Map<string, Volume[]>();
  for (const name of (await readdir(folder)).sort()) {
    if (!/\.zip$/i.test(name)) continue;
    const path = join(folder, name);
    const volume = await volumeOf(path, signal);
    if (volume === undefined) continue;
    const set = sets.get(setOf(volume)) ?? [];
    sets.set(setOf(volume), [...set, { ...volume, path }]);
  }
  return sets;
}

/** A zip that cannot be read is no volume here; the set that misses it names it. */
async function volumeOf(path: string, signal: AbortSignal): Promise<FoundVolume | undefined> {
  try {
    return await readVolume(path, signal);
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

async function together(volumes: readonly Volume[], context: VerifyContext): Promise<VerifiedPacket> {
  const { packet, of } = volumes[0]?.note ?? { packet: { name: '' }, of: 0 };
  const present = await readdir(dirname(volumes[0]?.path ?? ''));
  return { name: packet.name, parts: of, report: await verifyVolumes(volumes, present, context) };
}

async function parts(notePath: string, context: VerifyContext): Promise<VerifiedPacket> {
  const report = await verifyParts(notePath, context);
  const name = basename(notePath).slice(0, -PARTS_NOTE_END.length);
  return { name, parts: report.files.length, report };
}
