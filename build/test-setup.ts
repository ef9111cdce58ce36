// Runs once before the tests: the product as built from the present sources, and the system packages that the
// tests read packets with. Runs in vitest's own process.
import { ensureSystemPackages } from './debian-packages.mjs';
import { ensureBuilt } from './ensure-built.mjs';

export async function setup(): Promise<void> {
  await ensureBuilt();
  await ensureSystemPackages(['window', 'test']);
}
