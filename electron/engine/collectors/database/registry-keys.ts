// Registry keys of database products, which may be in the 64-bit or in the 32-bit half. Runs in the engine's process.
import { type RegistryTree, readRegistry } from '../../host/windows-registry.ts';
import type { DatabaseSearch } from './find-databases.ts';

export interface RegistryKey {
  /** As the registry writes it, with the half it was found in. */
  readonly path: string;
  /** Without the half: for asking for keys beside it. */
  readonly key: string;
  readonly view: 64 | 32;
  /** By lower-case name. */
  readonly values: ReadonlyMap<string, string>;
}

/** @returns the key itself and, when recursive, all below it, of both halves. */
export async function registryKeys(
  key: string,
  recursive: boolean,
  { host, signal }: DatabaseSearch,
): Promise<RegistryKey[]> {
  const found: RegistryKey[] = [];
  for (const view of [64, 32] as const) {
    const tree: RegistryTree = await readRegistry(host, key, { view, recursive }, signal);
    for (const [path, values] of tree) found.push({ path: `${path} (${view}-bit)`, key: path, view, values });
  }
  return found;
}
