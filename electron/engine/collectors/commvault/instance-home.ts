// Where an instance is installed. Runs in the engine's process.
import { type InstanceRegistry, registryValue } from './instance-registry.ts';

/** @returns the folder as the registry names it; undefined where it does not. */
export function homeOf(registry: InstanceRegistry): string | undefined {
  return ['dGALAXYHOME', 'dHOME', 'dBASEHOME']
    .map((name) => registryValue(registry, 'Base', name))
    .find((home) => home !== undefined);
}

/** @param home of a Unix instance, which is the installation or its folder Base. @returns the installation. */
export function installFolder(home: string): string {
  return home.replace(/\/+$/, '').replace(/\/Base(64)?$/, '');
}
