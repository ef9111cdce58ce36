// Unfinished cases on this machine: one file each in the data folder, for the user's eyes only, replaced in one step, so
// that a crash or a power cut leaves the old or the new one. Runs in the main process.
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '#engine/own-files/read-json-file.ts';
import { writePrivateFile } from '#engine/own-files/write-private-file.ts';
import { CaseDraft, type DraftInfo } from '#shared/schema/case-draft.ts';

/** A picture by its path alone is how older versions kept it. */
const KeptPicture = z.preprocess(
  (value) => (typeof value === 'string' ? { path: value } : value),
  z.object({ path: z.string(), name: z.string().optional(), caption: z.string().optional() }),
);

/** What the window knows by id is kept by path: ids are gone with the program. */
const FilePaths = z.object({
  screenshots: z.array(KeptPicture),
  attachments: z.array(z.string()),
  logDirs: z.array(z.string()),
});
const StoredDraft = CaseDraft.extend({ savedAt: z.iso.datetime(), files: FilePaths });
export type StoredDraft = z.infer<typeof StoredDraft>;

/** A description can be a million characters. */
const MAX_BYTES = 64 * 1024 ** 2;
/** Beside the drafts: pictures that the window drew, captured or was given by the clipboard. */
export const picturesFolder = (folder: string): string => join(folder, 'pictures');

const NAME_CHARACTERS = 60;

export interface CaseDrafts {
  /** Writes it; an older version of the same draft is replaced. A disk that cannot be written costs only the memory. */
  keep(draft: StoredDraft): Promise<void>;
  /** The newest first. */
  list(): Promise<DraftInfo[]>;
  /** Undefined where there is none, or none that can be understood. */
  open(id: string): Promise<StoredDraft | undefined>;
  /** With the pictures that were made for it and that no other draft shows. */
  remove(id: string): Promise<void>;
  /** Removes pictures that no draft shows: at the program's start and end, when no form is open. */
  tidy(): Promise<void>;
}

/** @param folder need not exist yet */
export function openCaseDrafts(folder: string): CaseDrafts {
  const fileOf = (id: string) => join(folder, `${id}.json`);
  let writing: Promise<unknown> = Promise.resolve();
  /** One after the other: an older text never overtakes a newer one. */
  const inTurn = (work: () => Promise<void>) => {
    const done = writing.then(work).catch(() => undefined);
    writing = done;
    return done;
  };
  const openDraft = async (id: string) => {
    // What cannot be understood is left where it is, for whoever can read more out of it.
    const file = await readJsonFile(fileOf(id), MAX_BYTES, StoredDraft);
    // A copy under another name would be opened as the one it was copied from.
    return file.ok && file.value.id === id ? file.value : undefined;
  };
  const allIds = async () => {
    const names = await readdir(folder).catch(() => []);
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  };
  /** Pictures of ours that drafts show. A draft that cannot be understood may show any: undefined. */
  const shownPictures = async (ids: readonly string[]): Promise<ReadonlySet<string> | undefined> => {
    const drafts = await Promise.all(ids.map(openDraft));
    if (drafts.includes(undefined)) return undefined;
    return new Set(drafts.flatMap((draft) => draft?.files.screenshots.map(({ path }) => path) ?? []));
  };
  const removePictures = async (paths: readonly string[], others: readonly string[]) => {
    const ours = paths.filter((path) => dirname(path) === picturesFolder(folder));
    if (ours.length === 0) return;
    const shown = await shownPictures(others);
    if (shown === undefined) return;
    await Promise.all(ours.filter((path) => !shown.has(path)).map((path) => rm(path, { force: true })));
  };
  return {
    keep: (draft) => inTurn(() => writePrivateFile(fileOf(draft.id), JSON.stringify(draft))),
    async list() {
      await writing;
      const drafts = (await Promise.all((await allIds()).map(openDraft))).filter(
        (draft) => draft !== undefined,
      );
      return drafts.map(infoOf).sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    },
    async open(id) {
      await writing;
      return openDraft(id);
    },
    remove: (id) =>
      inTurn(async () => {
        const pictures = (await openDraft(id))?.files.screenshots ?? [];
        await rm(fileOf(id), { force: true });
        await removePictures(
          pictures.map(({ path }) => path),
          await allIds(),
        );
      }),
    tidy: () =>
      inTurn(async () => {
        const names = await readdir(picturesFolder(folder)).catch(() => []);
        await removePictures(
          names.map((name) => join(picturesFolder(folder), name)),
          await allIds(),
        );
      }),
  };
}

function infoOf({ id, savedAt, form }: StoredDraft): DraftInfo {
  const { title = '', description = '', company = '', ccid = '', problemArea } = form;
  // A case without a title is known by how its description begins.
  const name = title.trim() || description.trim().slice(0, NAME_CHARACTERS);
  return { id, savedAt, title: name, company, ccid, ...(problemArea === undefined ? {} : { problemArea }) };
}
