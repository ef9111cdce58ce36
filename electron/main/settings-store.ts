// The settings file: JSON in the user's profile, checked when read, replaced in one step when written. Runs in the
// main process.
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '#engine/own-files/read-json-file.ts';
import { setAside } from '#engine/own-files/set-aside.ts';
import { writePrivateFile } from '#engine/own-files/write-private-file.ts';
import { Settings } from '#shared/schema/settings.ts';
import { MAX_SETTINGS_BYTES } from './first-look.ts';

/** What the window knows as Settings, and what only the main process needs. */
export const StoredSettings = Settings.extend({
  windowSize: z
    .object({ width: z.number().int(), height: z.number().int(), maximized: z.boolean() })
    .optional(),
  /** How large the window's contents are shown: 1 for 100 %. */
  zoomFactor: z.number().min(1).max(2).optional(),
  /** The last output folder the user picked. */
  outputFolder: z.string().optional(),
});
export type StoredSettings = z.infer<typeof StoredSettings>;

export interface SettingsStore {
  current(): StoredSettings;
  /** Replaces the given parts and writes the file. A disk that cannot be written costs only the memory of it. */
  change(part: StoredSettings): Promise<void>;
}

/**
 * @param folder where settings.json is. What cannot be understood of it is not lost: the file is set aside as
 * settings.json.bad, and each setting that is sound goes on to hold.
 */
export async function openSettingsStore(folder: string): Promise<SettingsStore> {
  const file = join(folder, 'settings.json');
  let settings = await read(file);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    current: () => settings,
    async change(part) {
      settings = { ...settings, ...part };
      const text = `${JSON.stringify(settings, null, 2)}\n`;
      writing = writing.then(() => writePrivateFile(file, text)).catch(() => undefined);
      await writing;
    },
  };
}

async function read(path: string): Promise<StoredSettings> {
  const file = await readJsonFile(path, MAX_SETTINGS_BYTES, StoredSettings);
  if (file.ok) return file.value;
  if (file.reason === 'ENOENT') return {};
  await setAside(path).catch(() => undefined);
  return soundSettings(file.json);
}

/** A setting that an older version does not know must not cost the user all others. */
function soundSettings(json: unknown): StoredSettings {
  const sound = Object.entries(StoredSettings.shape).flatMap(([name, schema]) => {
    const given = typeof json === 'object' && json !== null ? Object.entries(json) : [];
    const [, value] = given.find(([key]) => key === name) ?? [];
    const parsed = schema.safeParse(value);
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data]] : [];
  });
  return StoredSettings.parse(Object.fromEntries(sound));
}
