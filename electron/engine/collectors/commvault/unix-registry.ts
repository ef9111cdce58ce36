// CommVault's registry on Unix, Linux and macOS: folders with .properties files. Runs in the engine's process.
import type { CommvaultInstance } from '#shared/schema/facts.ts';
import { type Host, isTrouble } from '../../host/host.ts';
import type { Note } from '../collector.ts';
import { instanceFromKeys } from './instance-keys.ts';

const ROOT = '/etc/CommVaultRegistry/Galaxy';
const SECTIONS = ['', 'CommServe', 'EventManager', 'Base'];

/** @param text lines of `key value`, split on the first blank only; names ignore case as on Windows. */
export function parseProperties(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^(\S+)\s+(.*)$/.exec(line.trim()) ?? [];
    if (name !== undefined && value !== undefined) values.set(name.toLowerCase(), value.trim());
  }
  return values;
}

/** Every Instance* folder; what may not be read is noted. */
export async function unixInstances(host: Host): Promise<{ instances: CommvaultInstance[]; notes: Note[] }> {
  const notes: Note[] = [];
  const read = async (path: string) => {
    const text = await host.readText(path, 1024 ** 2);
    if (!isTrouble(text)) return parseProperties(text);
    if (text.trouble !== 'ENOENT') {
      notes.push({ reason: 'permission-denied', about: path, detail: text.trouble });
    }
    return new Map<string, string>();
  };
  const entries = await host.list(ROOT);
  if (isTrouble(entries)) {
    if (entries.trouble !== 'ENOENT') {
      notes.push({ reason: 'permission-denied', about: ROOT, detail: entries.trouble });
    }
    return { instances: [], notes };
  }
  const instances: CommvaultInstance[] = [];
  for (const { name, kind } of entries) {
    if (kind !== 'folder' || !/^Instance\d+$/i.test(name)) continue;
    const folder = `${ROOT}/${name}`;
    const sections = new Map<string, Map<string, string>>();
    for (const section of SECTIONS) {
      sections.set(section, await read(`${folder}/${section === '' ? '' : `${section}/`}.properties`));
    }
    const packages = await installedPackages(host, folder, read);
    const value = (section: string, key: string) => sections.get(section)?.get(key.toLowerCase());
    instances.push(instanceFromKeys(name, folder, value, packages));
  }
  return { instances: instances.sort((a, b) => a.instance.localeCompare(b.instance)), notes };
}

async function installedPackages(
  host: Host,
  folder: string,
  read: (path: string) => Promise<Map<string, string>>,
): Promise<string[]> {
  const packages = await host.list(`${folder}/Installer/Subsystems`);
  if (isTrouble(packages)) return [];
  const installed: string[] = [];
  for (const { name } of packages) {
    const values = await read(`${folder}/Installer/Subsystems/${name}/.properties`);
    if (values.get('ninstall') === '1') installed.push(name);
  }
  return installed;
}
