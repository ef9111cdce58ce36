// The log folder of each instance, which the user may replace. Runs in the engine's process.
import type { CommvaultInstance } from '#shared/schema/facts.ts';
import type { LookContext } from '../collector.ts';
import { instanceName } from './instance-name.ts';

/** Folders the user named replace those found; an instance that has the same folder lends its name. */
export function logFolders({
  facts,
  request,
}: Pick<LookContext, 'facts' | 'request'>): { instance: string; folder: string }[] {
  const instances: readonly CommvaultInstance[] = facts.commvault?.instances ?? [];
  if (request.logDirs.length === 0) {
    return instances.flatMap(({ instance, logDir }) =>
      logDir === undefined ? [] : [{ instance, folder: logDir }],
    );
  }
  const nameOf = (folder: string) => instances.find(({ logDir }) => logDir === folder)?.instance;
  const names = new Set(request.logDirs.map(nameOf));
  return request.logDirs.map((folder) => {
    let position = 0;
    while (names.has(instanceName(position))) position += 1;
    const instance = nameOf(folder) ?? instanceName(position);
    names.add(instance);
    return { instance, folder };
  });
}
