// CommVault's services on Windows: Gx<Name>(InstanceNNN) and others with the instance in brackets. Runs in the engine's
// process.
import type { Service } from '#shared/schema/facts.ts';
import { consoleText } from '../../host/console-text.ts';
import type { Host } from '../../host/host.ts';
import { readRegistry } from '../../host/windows-registry.ts';

const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const NAME = /^(\S+)\((Instance\d+)\)$/i;

/** @returns services by instance, without the instance in their names; empty where Windows does not say. */
export async function windowsServices(
  host: Host,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Service[]>> {
  const keys = await readRegistry(host, KEY, { view: 64, recursive: false }, signal);
  const states = await serviceStates(host, signal);
  const installed = [...keys.keys()].map((key) => key.slice(key.lastIndexOf('\\') + 1));
  const services = new Map<string, Service[]>();
  for (const full of new Set([...installed, ...states.keys()])) {
    const [, name, instance] = NAME.exec(full) ?? [];
    if (name === undefined || instance === undefined) continue;
    const own = services.get(instance) ?? [];
    own.push({ name, state: states.get(full) ?? 'unknown' });
    services.set(instance, own);
  }
  for (const own of services.values()) own.sort((one, other) => one.name.localeCompare(other.name));
  return services;
}

async function serviceStates(host: Host, signal: AbortSignal): Promise<Map<string, Service['state']>> {
  const system = host.env.SystemRoot ?? 'C:\\Windows';
  const answer = await host.run(
    {
      program: `${system}\\System32\\sc.exe`,
      args: ['query', 'type=', 'service', 'state=', 'all'],
      timeoutMs: 10_000,
      maxOutputBytes: 4 * 1024 ** 2,
    },
    signal,
  );
  return parseServiceStates(consoleText(answer.stdout));
}

/**
 * @param text blocks parted by empty lines: name, display name, type in two digits, state in one and its word.
 * Words are those of Windows' language, numbers are not: 1 is stopped, 4 is running, the others are on their way.
 */
export function parseServiceStates(text: string): Map<string, Service['state']> {
  const states = new Map<string, Service['state']>();
  for (const block of text.split(/(?:\r?\n){2,}/)) {
    const name = /^\S[^:]*:\s*(\S+)/m.exec(block)?.[1];
    const code = /^\s+\S[^:]*:\s*(\d)\s+\S/m.exec(block)?.[1];
    if (name === undefined || code === undefined) continue;
    states.set(name, code === '4' ? 'running' : code === '1' ? 'stopped' : 'unknown');
  }
  return states;
}
