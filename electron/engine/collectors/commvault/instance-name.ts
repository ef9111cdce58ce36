// The name CommVault gives its instances. Runs in the engine's process.

/** @param position from 0. @returns Instance001, Instance002 … */
export function instanceName(position: number): string {
  return `Instance${String(position + 1).padStart(3, '0')}`;
}
