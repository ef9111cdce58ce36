// CommVault on this machine: every instance with version, names, roles and log folder. Never needs its services to run.
// Runs in the engine's process.
import type { CommvaultInstance } from '#shared/schema/facts.ts';
import type { Collector } from '../collector.ts';
import { instanceName } from './instance-name.ts';
import { knownLogFolders } from './known-log-folders.ts';
import { unixInstances } from './unix-registry.ts';
import { windowsInstances } from './windows-instances.ts';

export const commvaultInstances: Collector = {
  id: 'commvault.instances',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 60_000,
  async look({ host, request, signal }) {
    const { instances, notes } =
      host.platform === 'win32'
        ? { instances: await windowsInstances(host, signal), notes: [] }
        : await unixInstances(host);
    const all = firstKnown(
      instances,
      guessedInstances(request.logDirs, 'user'),
      guessedInstances(await knownLogFolders(host)),
    );
    if (all.length === 0 && notes.length === 0) return { skipped: 'not-installed' };
    const text = `${JSON.stringify(all, null, 2)}\n`;
    return {
      facts: { commvault: { instances: all } },
      ...(all.length > 0 ? { sources: [{ kind: 'text', name: 'instances.json', text }] } : {}),
      notes,
    };
  },
};

function firstKnown(...answers: CommvaultInstance[][]): CommvaultInstance[] {
  return answers.find((answer) => answer.length > 0) ?? [];
}

/** No registry, but a log folder that the user named or a known one: better than nothing, and the source says so. */
function guessedInstances(folders: readonly string[], source?: string): CommvaultInstance[] {
  return folders.map((logDir, position) => ({
    instance: instanceName(position),
    roles: [],
    logDir,
    source: source ?? logDir,
  }));
}
