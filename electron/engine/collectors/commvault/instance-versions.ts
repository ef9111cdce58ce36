// Version and patch level of an instance: every source that says something of them, with how far it can be believed.
// A build string such as 11.80.32.0 or 11.0.0(BUILD80) is a version and never a patch level: its 80 is no feature release.
// Runs in the engine's process.
import type { SourcedValue } from '#shared/schema/facts.ts';
import { type InstanceRegistry, registryValue } from './instance-registry.ts';

/** Best first. */
export interface InstanceVersions {
  readonly versions: readonly SourcedValue[];
  readonly patchLevels: readonly SourcedValue[];
}

/** Where updates leave what they installed: seen in the field, not documented. */
const UPDATE_SECTIONS = ['UpdateBinTransactions', 'UpdateBinTran'];
const FEATURE_NAMES = ['SPTranID', 'SP_Transaction'];

/** @returns what the registry says; its patch levels are inferred, since the vendor documents no such value. */
export function registryVersions(registry: InstanceRegistry): InstanceVersions {
  const build = registryValue(registry, '', 'sProductVersion');
  const base = registryValue(registry, 'Base', 'sVERSION');
  return {
    versions: [
      ...sourced(build, named(registry, 'sProductVersion'), 'documented'),
      ...sourced(base === build ? undefined : base, named(registry, 'Base sVERSION'), 'inferred'),
    ],
    patchLevels: inferredPatchLevels(registry, /^\d+/.exec(build ?? base ?? '')?.[0]),
  };
}

/** @param version what the instance's own status command calls its version. @param source that command. */
export function statusVersions(version: string, source: string): InstanceVersions {
  // 11.26.35 is version 11, feature release 26, maintenance release 35; four parts are a build.
  const isRelease = /^\d+\.\d+\.\d+$/.test(version);
  return {
    versions: sourced(version, source, 'documented'),
    patchLevels: sourced(isRelease ? version : undefined, source, 'documented'),
  };
}

/** Transactions look like SP26_4711 and 35_4712: feature release and maintenance release. */
function inferredPatchLevels(registry: InstanceRegistry, major: string | undefined): SourcedValue[] {
  for (const section of UPDATE_SECTIONS) {
    for (const name of FEATURE_NAMES) {
      const feature = /^SP(\d+)/i.exec(registryValue(registry, section, name) ?? '')?.[1];
      if (feature === undefined) continue;
      const maintenance = /^(\d+)(?:_|$)/.exec(registryValue(registry, section, 'UP_Transaction') ?? '')?.[1];
      const level = [major, feature, maintenance].filter((part) => part !== undefined).join('.');
      const names = maintenance === undefined ? name : `${name}, UP_Transaction`;
      return sourced(level, named(registry, `${section} ${names}`), 'inferred');
    }
  }
  const update = registryValue(registry, 'UpdateFlags', 'LastInstalledUpdateName');
  return sourced(update, named(registry, 'UpdateFlags LastInstalledUpdateName'), 'inferred');
}

/** The value's name below its instance, whose own place the case sheet tells. */
function named({ view }: InstanceRegistry, name: string): string {
  return view === undefined ? name : `${name} (${view})`;
}

function sourced(
  value: string | undefined,
  source: string,
  confidence: SourcedValue['confidence'],
): SourcedValue[] {
  return value === undefined ? [] : [{ value, source, confidence }];
}
