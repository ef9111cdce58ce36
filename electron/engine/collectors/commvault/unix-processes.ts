// CommVault's services on Unix, Linux and macOS: the processes that run from an instance's folder. Runs in the engine's
// process.
import { posix } from 'node:path';
import type { Service } from '#shared/schema/facts.ts';
import { consoleText } from '../../host/console-text.ts';
import { type Host, isTrouble } from '../../host/host.ts';
import { homeOf, installFolder } from './instance-home.ts';
import type { InstanceRegistry } from './instance-registry.ts';

/** Every instance needs these two: said to be stopped where they do not run. */
const ALWAYS = ['cvlaunchd', 'cvd'];
/** Its command line: enough for program and instance. */
const MAX_LINE_BYTES = 4096;

/** @returns the services of an instance by name; empty where the processes of others may not be seen. */
export function servicesOf(registry: InstanceRegistry, processes: readonly string[]): Service[] {
  const home = homeOf(registry);
  if (processes.length === 0 || home === undefined) return [];
  const folder = `${installFolder(home)}/`;
  const mark = new RegExp(`\\s-vm\\s+${registry.instance}(\\s|$)`, 'i');
  const own = processes.filter((line) => line.startsWith(folder) || mark.test(line));
  const running = new Set(own.map((line) => posix.basename(line.split(' ')[0] ?? '')));
  const names = [...new Set([...ALWAYS, ...running])].sort((one, other) => one.localeCompare(other));
  return names.map((name) => ({ name, state: running.has(name) ? 'running' : 'stopped' }));
}

/** Command lines of all processes; empty where the system shows only our own. */
export async function processLines(host: Host, signal: AbortSignal): Promise<string[]> {
  return host.platform === 'darwin' ? linesOfPs(host, signal) : linesOfProc(host, signal);
}

async function linesOfProc(host: Host, signal: AbortSignal): Promise<string[]> {
  const entries = await host.list('/proc');
  // With hidepid only our own processes are listed, and process 1 is not.
  if (isTrouble(entries) || !entries.some(({ name }) => name === '1')) return [];
  const lines: string[] = [];
  for (const { name } of entries) {
    signal.throwIfAborted();
    if (!/^\d+$/.test(name)) continue;
    const text = await host.readText(`/proc/${name}/cmdline`, MAX_LINE_BYTES);
    if (!isTrouble(text) && text !== '') lines.push(text.replaceAll('\0', ' ').trim());
  }
  return lines;
}

async function linesOfPs(host: Host, signal: AbortSignal): Promise<string[]> {
  const command = {
    program: '/bin/ps',
    args: ['-axww', '-o', 'args='],
    timeoutMs: 10_000,
    maxOutputBytes: 8 * 1024 ** 2,
  };
  const { stdout } = await host.run(command, signal);
  return consoleText(stdout)
    .split('\n')
    .filter((line) => line.trim() !== '');
}
