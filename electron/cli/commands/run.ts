// What every command is given. Runs in the command line's process.
import { defaultDataFolder } from '#engine/data-folder.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import type { Host } from '#engine/host/host.ts';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import type { Texts } from '#shared/i18n/texts.ts';
import type { Surroundings } from '../surroundings.ts';
import { tool } from '../tool.ts';
import type { Voice } from '../voice.ts';

export interface Run {
  readonly surroundings: Surroundings;
  readonly texts: Texts;
  readonly voice: Voice;
}

/** What an engine call needs, made of this run. @param host the machine to collect from, if not this one */
export async function engineContext({ surroundings, voice }: Run, host?: Host): Promise<EngineContext> {
  const rules = await machinePolicy(surroundings.env);
  return {
    host: host ?? (await surroundings.openHost()),
    policy: rules.support,
    rules,
    tool,
    dataFolder: defaultDataFolder(surroundings.env),
    onProgress: voice.progress,
    signal: surroundings.signal,
    ...(surroundings.threadFile === undefined ? {} : { threadFile: surroundings.threadFile }),
  };
}
