// One CommVault instance from all that is known of it. Runs in the engine's process.
import type { CommvaultInstance, Service, SourcedValue } from '#shared/schema/facts.ts';
import { homeOf } from './instance-home.ts';
import { type InstanceRegistry, installedPackages, registryValue, valuesNamed } from './instance-registry.ts';
import type { InstanceStatus } from './instance-status.ts';
import { type InstanceVersions, registryVersions, statusVersions } from './instance-versions.ts';
import { rolesOf } from './package-roles.ts';

/**
 * @param registries of the same instance, the one to believe first; the others only add what they say of versions.
 * @param status what its own command says, where that may be run.
 */
export function instanceFacts(
  registries: readonly [InstanceRegistry, ...InstanceRegistry[]],
  services: readonly Service[],
  status: InstanceStatus | undefined,
): CommvaultInstance {
  const [registry] = registries;
  const said = [
    ...(status === undefined ? [] : [statusVersions(status.version, status.source)]),
    ...registries.map(registryVersions),
  ];
  const versions = said.flatMap((one) => one.versions);
  const patchLevels = documentedFirst(said);
  const named = valuesNamed(registry, 'dJOBRESULTSDIR');
  const jobResultsDirs =
    named.length > 0 ? named : [status?.jobResultsDir].filter((dir) => dir !== undefined);
  const packages = [...installedPackages(registry), ...(status?.packages ?? [])];
  const found = {
    clientName: registryValue(registry, '', 'sPhysicalNodeName'),
    commServe:
      registryValue(registry, 'CommServe', 'sCSCLIENTNAME') ??
      registryValue(registry, 'CommServe', 'sCSHOSTNAME') ??
      status?.commServe,
    version: versions[0]?.value,
    // What is only inferred has to be confirmed by someone, so it is shown and not passed off as the patch level.
    patchLevel: patchLevels.find(({ confidence }) => confidence === 'documented')?.value,
    logDir: registryValue(registry, 'EventManager', 'dEVLOGDIR') ?? status?.logDir,
    home: homeOf(registry),
  };
  const present = Object.entries(found).filter(([, text]) => text !== undefined);
  return {
    instance: registry.instance,
    ...Object.fromEntries(present),
    roles: rolesOf(
      packages,
      services.map(({ name }) => name),
    ),
    source: registry.source,
    ...(versions.length > 0 ? { versions } : {}),
    ...(patchLevels.length > 0 ? { patchLevels } : {}),
    ...(services.length > 0 ? { services: [...services] } : {}),
    ...(jobResultsDirs.length > 0 ? { jobResultsDirs } : {}),
  };
}

function documentedFirst(said: readonly InstanceVersions[]): SourcedValue[] {
  const all = said.flatMap(({ patchLevels }) => patchLevels);
  const rank = ({ confidence }: SourcedValue) => (confidence === 'documented' ? 0 : 1);
  return all.sort((one, other) => rank(one) - rank(other));
}
