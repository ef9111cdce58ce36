// One CommVault instance read from its registry keys, which are the same on every platform. Runs in the engine's process.
import type { CommvaultInstance } from '#shared/schema/facts.ts';
import { rolesOfPackages } from './package-roles.ts';

/** Values of a key below the instance ('' is the instance itself) by name; undefined where there is none. */
export type ReadValue = (section: string, name: string) => string | undefined;

/** @param instance such as Instance001. @param source where these keys lie, for the case sheet. */
export function instanceFromKeys(
  instance: string,
  source: string,
  value: ReadValue,
  packageIds: Iterable<string>,
): CommvaultInstance {
  const found = {
    clientName: value('', 'sPhysicalNodeName'),
    commServe: value('CommServe', 'sCSCLIENTNAME') ?? value('CommServe', 'sCSHOSTNAME'),
    // A build string: its second part is not the feature release, so it says nothing of the patch level.
    version: value('', 'sProductVersion'),
    logDir: value('EventManager', 'dEVLOGDIR'),
  };
  const present = Object.entries(found).filter(([, text]) => text !== undefined && text !== '');
  return {
    instance,
    ...Object.fromEntries(present),
    roles: rolesOfPackages(packageIds),
    source,
  };
}
