// CommVault on this machine: every instance with names, versions, roles, services and folders, and its registry with
// secrets masked. Never needs its services to run. Runs in the engine's process.
import type { CommvaultInstance, Service } from '#shared/schema/facts.ts';
import type { Host } from '../../host/host.ts';
import type { Collector, Note, Source } from '../collector.ts';
import { instanceFacts } from './instance-facts.ts';
import { instanceName } from './instance-name.ts';
import type { InstanceRegistry } from './instance-registry.ts';
import { type InstanceStatus, instanceStatus } from './instance-status.ts';
import { knownLogFolders } from './known-log-folders.ts';
import { processLines, servicesOf } from './unix-processes.ts';
import { unixRegistries } from './unix-registry.ts';
import { windowsRegistries } from './windows-instances.ts';
import { windowsServices } from './windows-services.ts';

export const commvaultInstances: Collector = {
  id: 'commvault.instances',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 90_000,
  async look({ host, request, signal }) {
    const windows = host.platform === 'win32';
    const read = await (windows ? windowsRegistries : unixRegistries)(host, signal);
    const notes: Note[] = [...read.notes];
    const sources: Source[] = [];
    const found: CommvaultInstance[] = [];
    const instances = byInstance(read.registries);
    const services = await servicesByInstance(host, instances, signal);
    for (const registries of instances) {
      const [registry] = registries;
      const { instance } = registry;
      const several = instances.length > 1;
      const asked = windows ? {} : await instanceStatus(host, registry, several, signal);
      if (asked.note !== undefined) notes.push(asked.note);
      found.push(instanceFacts(registries, services.get(instance) ?? [], asked.status));
      sources.push(...filesOf(registries, asked.status));
    }
    const known = await knownLogFolders(host);
    const all = firstKnown(
      withLogFolders(found, known),
      guessedInstances(request.logDirs, 'user'),
      guessedInstances(known),
    );
    if (all.length === 0 && notes.length === 0) return { skipped: 'not-installed' };
    if (all.length > 0) {
      const text = `${JSON.stringify(all, null, 2)}\n`;
      sources.unshift({ kind: 'text', name: 'instances.json', text });
    }
    return { facts: { commvault: { instances: all } }, sources, notes };
  },
};

type Registries = readonly [InstanceRegistry, ...InstanceRegistry[]];

/** Both views of the Windows registry may hold the same instance. */
function byInstance(registries: readonly InstanceRegistry[]): Registries[] {
  const instances = new Map<string, [InstanceRegistry, ...InstanceRegistry[]]>();
  for (const registry of registries) {
    const others = instances.get(registry.instance);
    if (others === undefined) instances.set(registry.instance, [registry]);
    else others.push(registry);
  }
  return [...instances.values()];
}

async function servicesByInstance(
  host: Host,
  instances: readonly Registries[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Service[]>> {
  if (instances.length === 0) return new Map();
  if (host.platform === 'win32') return windowsServices(host, signal);
  const processes = await processLines(host, signal);
  return new Map(instances.map(([registry]) => [registry.instance, servicesOf(registry, processes)]));
}

function filesOf(registries: Registries, status: InstanceStatus | undefined): Source[] {
  const [{ instance }] = registries;
  const text = registries.map((registry) => registry.text).join('\n');
  return [
    { kind: 'text', name: `${instance}/registry.txt`, text },
    ...(status === undefined
      ? []
      : [{ kind: 'text', name: `${instance}/status.txt`, text: status.text } as const]),
  ];
}

function firstKnown(...answers: CommvaultInstance[][]): CommvaultInstance[] {
  return answers.find((answer) => answer.length > 0) ?? [];
}

/** An instance whose registry names no log folder gets a known one that no other instance has. */
function withLogFolders(instances: CommvaultInstance[], known: readonly string[]): CommvaultInstance[] {
  const taken = instances.map(({ logDir }) => logDir?.toLowerCase());
  const free = known.filter((folder) => !taken.includes(folder.toLowerCase()));
  return instances.map((one) => {
    const logDir = one.logDir ?? free.shift();
    return logDir === undefined ? one : { ...one, logDir };
  });
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
