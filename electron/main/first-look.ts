// What the window's first moment depends on, read at once from the same files as the rest, which is loaded when that moment is
// over: nothing is checked here that needs more than the eye. Without waiting: while Electron starts, an answer of the thread
// pool comes some 50 ms late. Runs in the main process.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '#engine/own-files/read-text-file.ts';
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
export function firstLook(settingsFolder: string, dataFolder: string, systemLanguage: Language): FirstLook {
  const { language, windowSize, zoomFactor } = readSettings(join(settingsFolder, 'settings.json'));
  const { width, height, maximized } = Object(windowSize);
  const isWhole = Number.isInteger(width) && Number.isInteger(height) && typeof maximized === 'boolean';
  return {
    language: language === 'zh' || language === 'en' ? language : systemLanguage,
    look: {
      size: isWhole ? { width, height } : undefined,
      maximized: isWhole && maximized,
      zoomFactor: typeof zoomFactor === 'number' && zoomFactor >= 1 && zoomFactor <= 2 ? zoomFactor : 1,
    },
    emptyForm: ['drafts', 'deliveries'].every((name) => holdsNoFiles(join(dataFolder, name))),
  };
}

/** What is odd about the file is the settings store's to deal with; a pipe would be waited for. */
function readSettings(path: string): Record<string, unknown> {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > MAX_SETTINGS_BYTES) return {};
    return Object(JSON.parse(decodeText(readFileSync(path))));
  } catch {
    return {};
  }
}

function holdsNoFiles(folder: string): boolean {
  try {
    return !readdirSync(folder).some((name) => name.endsWith('.json'));
  } catch {
    return true;
  }
}
