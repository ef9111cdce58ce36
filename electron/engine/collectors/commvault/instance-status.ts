// What an instance's own command says of it: `commvault status`, in older versions simpana or galaxy, in OEM editions by the
// brand's name. Usually only root may run it. Unix, Linux and macOS. Runs in the engine's process.
import { posix } from 'node:path';
import { consoleText } from '../../host/console-text.ts';
import { type Command, type Host, isTrouble } from '../../host/host.ts';
import type { Note } from '../collector.ts';
import { commandNote } from '../trouble-note.ts';
import { homeOf, installFolder } from './instance-home.ts';
import { type InstanceRegistry, registryValue } from './instance-registry.ts';
import { maskedAssignments } from './mask-registry.ts';

export interface InstanceStatus {
  /** Such as 11.26.35. */
  readonly version: string;
  /** The command, for the case sheet. */
  readonly source: string;
  readonly commServe?: string;
  readonly logDir?: string;
  readonly home?: string;
  readonly jobResultsDir?: string;
  /** Package ids. */
  readonly packages: readonly string[];
  /** All it printed, secrets masked. */
  readonly text: string;
}

/** The product's names in order of age, then those of OEM editions seen in the field. */
const NAMES = ['commvault', 'simpana', 'galaxy', 'Galaxy'];
const OEM_NAMES = ['Calypso', 'HitachiHDS', 'StorageServices', 'StorageProtection', 'snapprotect'];

/**
 * @param several whether the machine has more than one instance, so that the command must be told which.
 * @returns neither where no such command is installed.
 */
export async function instanceStatus(
  host: Host,
  registry: InstanceRegistry,
  several: boolean,
  signal: AbortSignal,
): Promise<{ status?: InstanceStatus; note?: Note }> {
  const args = several ? ['-instance', registry.instance, 'status'] : ['status'];
  for (const program of await programsOf(host, registry)) {
    const command: Command = { program, args, timeoutMs: 10_000, maxOutputBytes: 256 * 1024 };
    const answer = await host.run(command, signal);
    if (answer.status === 'not-found') continue;
    const status = parseStatus(consoleText(answer.stdout), [program, ...args].join(' '));
    if (status !== undefined && isOf(status, registry)) return { status };
    const note = commandNote(command, answer);
    if (note !== undefined) return { note: withoutRights(note, host) };
  }
  return {};
}

/** The command says in its own words, if at all, that it wants root. */
function withoutRights(note: Note, host: Host): Note {
  return note.reason === 'command-failed' && !host.elevated ? { ...note, reason: 'permission-denied' } : note;
}

/** The instance's own installation first, then what lies on the path. */
async function programsOf(host: Host, registry: InstanceRegistry): Promise<string[]> {
  const home = homeOf(registry);
  const product = registryValue(registry, 'Base', 'sProductName');
  const brands = [
    ...(home === undefined ? [] : [posix.basename(installFolder(home))]),
    ...(product ?? '').split(/\W+/),
  ];
  const names = [
    ...new Set([...brands, ...brands.map((name) => name.toLowerCase()), ...NAMES, ...OEM_NAMES]),
  ].filter((name) => /^[A-Za-z]\w*$/.test(name));
  const programs: string[] = [];
  for (const name of home === undefined ? [] : names) {
    const program = `${installFolder(home ?? '')}/Base/${name}`;
    const info = await host.info(program);
    if (!isTrouble(info) && info.kind !== 'folder') programs.push(program);
  }
  return [...programs, ...names];
}

/** Another instance's answer is none. */
function isOf(status: InstanceStatus, registry: InstanceRegistry): boolean {
  const home = homeOf(registry);
  return (
    status.home === undefined || home === undefined || installFolder(status.home) === installFolder(home)
  );
}

/** @param text `name = value` lines below [ headings ]. @returns undefined where no version is among them. */
export function parseStatus(text: string, source: string): InstanceStatus | undefined {
  const values = new Map<string, string>();
  const packages: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s*(?:-\s*)?(.+?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const id = /^(\d+)\//.exec(name)?.[1];
    if (id !== undefined) packages.push(id);
    else if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  const version = values.get('version');
  if (version === undefined || version === '') return undefined;
  const part = (key: string, name: string) => {
    const value = values.get(name);
    return value === undefined || value === '' ? {} : { [key]: value };
  };
  return {
    version,
    source,
    ...part('commServe', 'commserve client name'),
    ...part('logDir', 'log directory'),
    ...part('home', 'home directory'),
    ...part('jobResultsDir', 'job results directory'),
    packages,
    text: maskedAssignments(text),
  };
}
