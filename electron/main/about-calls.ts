// What the about box can ask: version, policy and licences, the tool's own log, a newer version. Runs in the main process.
import { access, copyFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { OwnLog } from '#engine/log/own-log.ts';
import { success } from '#shared/ipc/result.ts';
import type { EffectivePolicy } from '#shared/schema/effective-policy.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { Handlers } from './answer-calls.ts';
import { checkUpdate } from './check-update.ts';
import type { PickedFiles } from './picked-files.ts';

export interface AboutOptions {
  readonly version: string;
  readonly parts: Readonly<Record<'electron' | 'chrome' | 'node', string | undefined>>;
  readonly policy: () => Promise<EffectivePolicy>;
  readonly language: () => Language;
  readonly log: OwnLog;
  readonly picked: PickedFiles;
  /** THIRD-PARTY.txt beside the installed program. */
  readonly licencesFile: string;
  /** Asks for a folder. @returns undefined when the dialog was closed */
  readonly pickFolder: () => Promise<string | undefined>;
  readonly openFile: (path: string) => Promise<unknown>;
  readonly get: typeof fetch;
}

export type AboutChannel = Extract<keyof Handlers, `about:${string}`>;

export function aboutCalls(options: AboutOptions): Pick<Handlers, AboutChannel> {
  const { version, parts, policy, log, picked, licencesFile } = options;
  return {
    async 'about:info'() {
      const hasLicences = await access(licencesFile).then(
        () => true,
        () => false,
      );
      return success({
        version,
        parts: [
          { name: 'Electron', version: parts.electron ?? '' },
          { name: 'Chromium', version: parts.chrome ?? '' },
          { name: 'Node', version: parts.node ?? '' },
        ],
        policy: await policy(),
        hasLicences,
      });
    },
    async 'about:update'() {
      const { updates } = await policy();
      const question = { source: updates, version, language: options.language() };
      return success(await checkUpdate(question, options.get));
    },
    async 'about:licences'() {
      await options.openFile(licencesFile);
      return success(null);
    },
    async 'about:attach-log'() {
      const files = await Promise.all(
        (await log.files()).map(async (path) => {
          const { size } = await stat(path);
          return picked.add(path, 'attachments', basename(path), size);
        }),
      );
      return success(files);
    },
    async 'about:save-log'() {
      const folder = await options.pickFolder();
      if (folder === undefined) return success(null);
      const saved: string[] = [];
      for (const file of await log.files()) {
        const target = await freeName(folder, basename(file));
        await copyFile(file, target);
        saved.push(target);
      }
      return success(saved.at(-1) ?? null);
    },
  };
}

/** Nothing of the user's is overwritten. */
async function freeName(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : name.replace('.log', `-${number}.log`));
    if ((await stat(path).catch(() => undefined)) === undefined) return path;
  }
}
