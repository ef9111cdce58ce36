// What the window's first moment depends on, read at once from the same files as the rest, which is loaded when that moment is
// over: nothing is checked here that needs more than the eye. Runs in the main process.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextFile } from '#engine/own-files/read-text-file.ts';
import type { Language } from '#shared/schema/settings.ts';

/** A picture of what the user types in a few fields; many customers, at most. */
export const MAX_SETTINGS_BYTES = 4 * 1024 ** 2;

/** How the window was left. */
export interface WindowLook {
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly maximized: boolean;
  readonly zoomFactor: number;
}

export interface FirstLook {
  readonly language: Language;
  readonly look: WindowLook;
  /** The start shows the empty form; false also where that is not certain. */
  readonly emptyForm: boolean;
}

/**
 * @param settingsFolder where settings.json is
 * @param systemLanguage where the user chose none
 */
export async function firstLook(
  settingsFolder: string,
  dataFolder: string,
  systemLanguage: Language,
): Promise<FirstLook> {
  const [{ language, windowSize, zoomFactor }, noDrafts, noDeliveries] = await Promise.all([
    readSettings(join(settingsFolder, 'settings.json')),
    holdsNoFiles(join(dataFolder, 'drafts')),
    holdsNoFiles(join(dataFolder, 'deliveries')),
  ]);
  const { width, height, maximized } = Object(windowSize);
  const isWhole = Number.isInteger(width) && Number.isInteger(height) && typeof maximized === 'boolean';
  return {
    language: language === 'zh' || language === 'en' ? language : systemLanguage,
    look: {
      size: isWhole ? { width, height } : undefined,
      maximized: isWhole && maximized,
      zoomFactor: typeof zoomFactor === 'number' && zoomFactor >= 1 && zoomFactor <= 2 ? zoomFactor : 1,
    },
    emptyForm: noDrafts && noDeliveries,
  };
}

/** What is odd about the file is the settings store's to deal with. */
async function readSettings(path: string): Promise<Record<string, unknown>> {
  const file = await readTextFile(path, MAX_SETTINGS_BYTES);
  try {
    return Object(file.ok ? JSON.parse(file.text) : undefined);
  } catch {
    return {};
  }
}

async function holdsNoFiles(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return !names.some((name) => name.endsWith('.json'));
}
