// The settings file: JSON in the user's profile, checked when read, replaced in one step when written. Runs in the
// main process.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Settings } from '#shared/schema/settings.ts';

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

/** @param folder where settings.json is; a file that cannot be understood is set aside as settings.json.bad */
export async function openSettingsStore(folder: string): Promise<SettingsStore> {
  const file = join(folder, 'settings.json');
  let settings = await read(file);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    current: () => settings,
    async change(part) {
      settings = { ...settings, ...part };
      const text = `${JSON.stringify(settings, null, 2)}\n`;
      writing = writing.then(() => write(folder, file, text)).catch(() => undefined);
      await writing;
    },
  };
}

async function read(file: string): Promise<StoredSettings> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  const parsed = z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(StoredSettings)
    .safeParse(text);
  if (parsed.success) return parsed.data;
  await rename(file, `${file}.bad`).catch(() => undefined);
  return {};
}

async function write(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
