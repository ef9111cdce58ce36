// CommVault's registry on Windows, in the 64-bit view and then the 32-bit one. Runs in the engine's process.
import type { CommvaultInstance } from '#shared/schema/facts.ts';
import type { Host } from '../../host/host.ts';
import { type RegistryTree, readRegistry } from '../../host/windows-registry.ts';
import { instanceFromKeys } from './instance-keys.ts';

const KEY = 'HKLM\\SOFTWARE\\CommVault Systems\\Galaxy';

/** Every Instance* key; the brand of an OEM edition does not change the root key. */
export async function windowsInstances(host: Host, signal: AbortSignal): Promise<CommvaultInstance[]> {
  const instances = new Map<string, CommvaultInstance>();
  for (const view of [64, 32] as const) {
    const tree = await readRegistry(host, KEY, { view, recursive: true }, signal);
    for (const instance of instancesOf(tree, view)) {
      if (!instances.has(instance.instance)) instances.set(instance.instance, instance);
    }
  }
  return [...instances.values()].sort((a, b) => a.instance.localeCompare(b.instance));
}

function instancesOf(tree: RegistryTree, view: 64 | 32): CommvaultInstance[] {
  const byKey = new Map([...tree].map(([key, values]) => [key.toLowerCase(), values]));
  const found: CommvaultInstance[] = [];
  for (const key of tree.keys()) {
    const instance = /\\Galaxy\\(Instance\d+)$/i.exec(key)?.[1];
    if (instance === undefined) continue;
    const below = key.toLowerCase();
    const value = (section: string, name: string) =>
      byKey.get(section === '' ? below : `${below}\\${section.toLowerCase()}`)?.get(name.toLowerCase());
    const packages = [...byKey.keys()]
      .filter((other) => other.startsWith(`${below}\\installedpackages\\`))
      .map((other) => other.slice(other.lastIndexOf('\\') + 1))
      .filter((id) => value(`InstalledPackages\\${id}`, 'sInstallState')?.toLowerCase() !== 'uninstalled');
    found.push(instanceFromKeys(instance, `${key} (${view}-bit)`, value, packages));
  }
  return found;
}
