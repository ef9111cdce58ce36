// One CommVault instance's registry, the same on every platform: keys on Windows, folders with .properties files elsewhere.
// Runs in the engine's process.

export interface InstanceRegistry {
  /** Such as Instance001. */
  readonly instance: string;
  /** Where it lies, for the case sheet. */
  readonly source: string;
  /** Which half of the Windows registry it is from. */
  readonly view?: '64-bit' | '32-bit';
  /** Values by section below the instance ('' is itself, parts joined by /) and by name, all in lower case. */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** All of it for support to read, secrets masked. */
  readonly text: string;
}

/** @returns the value without regard to case; undefined where there is none or an empty one. */
export function registryValue(
  { sections }: InstanceRegistry,
  section: string,
  name: string,
): string | undefined {
  return sections.get(section.toLowerCase())?.get(name.toLowerCase()) || undefined;
}

/** Ids of the installed packages: InstalledPackages of Windows, Installer/Subsystems elsewhere. */
export function installedPackages(registry: InstanceRegistry): string[] {
  return [...registry.sections.keys()].flatMap((section) => {
    const id = /^(?:installedpackages|installer\/subsystems)\/(\d+)$/.exec(section)?.[1];
    if (id === undefined) return [];
    const onWindows = section.startsWith('installedpackages');
    const installed = onWindows
      ? registryValue(registry, section, 'sInstallState')?.toLowerCase() !== 'uninstalled'
      : registryValue(registry, section, 'nINSTALL') === '1';
    return installed ? [id] : [];
  });
}

/** Values of this name in every section, such as dJOBRESULTSDIR below Machines. */
export function valuesNamed({ sections }: InstanceRegistry, name: string): string[] {
  const values = [...sections.values()].flatMap((section) => section.get(name.toLowerCase()) || []);
  return [...new Set(values)];
}
