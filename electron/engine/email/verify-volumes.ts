// Holds the volumes of one packet together against its manifest: every file in exactly one volume with its hash, pieces
// joined, nothing extra, no volume missing. Streams; trusts nothing in the volumes. Runs in the engine's process.
import { basename } from 'node:path';
import type { FilePiece, VolumeNote } from '#shared/schema/volume.ts';
import { hashOfItem } from '../packet/entry-reader.ts';
import { ProgressMeter } from '../packet/progress-meter.ts';
import {
  type FileState,
  isUnsafeItem,
  MANIFEST,
  type VerifiedFile,
  type VerifyContext,
  type VerifyProblem,
  type VerifyReport,
  zipProblem,
} from '../packet/verify-packet.ts';
import { type ZipItem, zipItems } from '../packet/zip-packet.ts';
import { JoinedFiles } from './joined-files.ts';
import { COMMON_FILES } from './open-packet.ts';
import type { FoundVolume } from './read-volume.ts';
import { VOLUME_NOTE, volumeName } from './volume-names.ts';

type Volume = FoundVolume & { readonly path: string };

/**
 * @param volumes those that were found of one packet, at least one
 * @param present names of files in the folder: a volume that is there and was not found can no longer be read
 * @returns what was found; rejects when cancelled.
 */
export async function verifyVolumes(
  volumes: readonly Volume[],
  present: readonly string[],
  context: VerifyContext,
): Promise<VerifyReport> {
  const { problems, missing, set, lead } = oneSet(volumes);
  const absent = missing.filter((name) => !present.includes(name));
  if (absent.length > 0) problems.push({ code: 'missing-parts', detail: absent.join(', ') });
  const check = new SetCheck(lead, context);
  const damaged = missing.filter((name) => present.includes(name));
  for (const volume of set) {
    const wrong = await check.take(volume);
    if (wrong) damaged.push(basename(volume.path));
  }
  const files = check.finish();
  const wrong = files.filter(({ state }) => state !== 'ok').length;
  if (damaged.length > 0) problems.push({ code: 'damaged-parts', detail: damaged.join(', ') });
  if (wrong > 0) problems.push({ code: 'files-differ', detail: String(wrong) });
  return { ok: problems.length === 0, caseReference: lead.manifest.caseReference, files, problems };
}

/** One volume of each number; what is missing or of another packet. */
function oneSet(volumes: readonly Volume[]) {
  const [lead] = volumes;
  if (lead === undefined) throw new Error('no volume');
  const problems: VerifyProblem[] = [];
  const byNumber = new Map<number, Volume>();
  const foreign: string[] = [];
  for (const volume of volumes) {
    const same =
      volume.manifestSha256 === lead.manifestSha256 && volume.note.packet.name === lead.note.packet.name;
    if (!same) foreign.push(basename(volume.path));
    else if (!byNumber.has(volume.note.volume)) byNumber.set(volume.note.volume, volume);
  }
  const { of, packet } = lead.note;
  const missing = Array.from({ length: of }, (_, at) => at + 1)
    .filter((number) => !byNumber.has(number))
    .map((number) => volumeName(packet.name, number, of));
  if (foreign.length > 0) problems.push({ code: 'foreign-parts', detail: foreign.join(', ') });
  const set = [...byNumber.values()].sort((a, b) => a.note.volume - b.note.volume);
  return { problems, missing, set, lead };
}

class SetCheck {
  readonly #promised: Map<string, { readonly bytes: number; readonly sha256: string }>;
  readonly #joined: JoinedFiles;
  readonly #meter: ProgressMeter;
  readonly #signal: AbortSignal;
  readonly #files: VerifiedFile[] = [];
  readonly #taken = new Set<string>();

  constructor({ manifest }: Volume, { signal, onProgress }: VerifyContext) {
    this.#promised = new Map(manifest.files.map((file) => [file.path, file]));
    this.#joined = new JoinedFiles(this.#promised);
    const totalBytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#meter = new ProgressMeter('check', { totalBytes, totalFiles: manifest.files.length }, onProgress);
    this.#signal = signal;
  }

  /** @returns whether something in this volume is not as it was written. */
  async take({ path, note, manifestSha256 }: Volume): Promise<boolean> {
    const own = new Set<string>();
    let isWrong = false;
    try {
      for await (const item of zipItems(path, true)) {
        this.#signal.throwIfAborted();
        const key = item.path.normalize('NFC').toLowerCase();
        const state = own.has(key) ? 'duplicate' : await this.#stateOf(item, note, manifestSha256);
        own.add(key);
        if (state === 'ok' || state === 'piece') continue;
        isWrong = true;
        this.#files.push({ path: item.path, bytes: item.bytes, state });
        this.#promised.delete(item.path);
      }
    } catch (error) {
      this.#signal.throwIfAborted();
      if (zipProblem(error).code === 'cannot-read') throw error;
      isWrong = true;
    }
    return isWrong;
  }

  async #stateOf(item: ZipItem, note: VolumeNote, manifestSha256: string): Promise<FileState | 'piece'> {
    if (item.encrypted || isUnsafeItem(item)) return 'unsafe-name';
    if (item.path === VOLUME_NOTE) return 'piece';
    const piece = note.pieces.find(({ entry }) => entry === item.path);
    if (piece !== undefined) return this.#pieceState(item, piece);
    const side = note.notes.find((one) => one.path === item.path);
    const promise =
      item.path === MANIFEST ? { bytes: item.bytes, sha256: manifestSha256 } : this.#promised.get(item.path);
    const expected = promise ?? side;
    if (expected === undefined) return this.#taken.has(item.path) ? 'duplicate' : 'extra';
    const report = this.#meter.file(undefined, item.path);
    const sha256 = await hashOfItem(item, expected.bytes, report, this.#signal);
    if (sha256 !== expected.sha256) return 'wrong-hash';
    if (promise === undefined || item.path === MANIFEST) return 'piece';
    // The case sheet stands in every volume.
    const isCommon = COMMON_FILES.some((name) => name === item.path);
    if (!this.#taken.has(item.path)) this.#files.push({ path: item.path, bytes: item.bytes, state: 'ok' });
    this.#taken.add(item.path);
    if (!isCommon) this.#promised.delete(item.path);
    return 'ok';
  }

  async #pieceState(item: ZipItem, piece: FilePiece): Promise<FileState | 'piece'> {
    const report = this.#meter.file(undefined, piece.path);
    const isGood = await this.#joined.take(item, piece, report, this.#signal);
    return isGood ? 'piece' : 'wrong-hash';
  }

  /** @returns the state of every file, in the order they were met; then what is missing. */
  finish(): readonly VerifiedFile[] {
    for (const [path, { bytes }] of this.#promised) {
      if (this.#taken.has(path)) continue;
      this.#files.push({ path, bytes, state: this.#joined.stateOf(path) });
    }
    return this.#files;
  }
}
