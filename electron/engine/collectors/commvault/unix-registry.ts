// CommVault's registry on Unix, Linux and macOS: folders with .properties files. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import type { Note } from '../collector.ts';
import { fileNote } from '../trouble-note.ts';
import { walkFolder } from '../walk-folder.ts';
import type { InstanceRegistry } from './instance-registry.ts';
import { maskedProperties } from './mask-registry.ts';

const ROOT = '/etc/CommVaultRegistry/Galaxy';
/** Where an installation without root rights keeps it, below the home folder of its user. */
const USER_ROOT = 'CommVaultRegistry/Galaxy';
const MAX_FILE_BYTES = 256 * 1024;
const MAX_FILES = 2_000;

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
export async function unixRegistries(
  host: Host,
  signal: AbortSignal,
): Promise<{ registries: InstanceRegistry[]; notes: Note[] }> {
  const registries = new Map<string, InstanceRegistry>();
  const notes: Note[] = [];
  const home = host.env.HOME;
  for (const root of [ROOT, ...(home === undefined ? [] : [`${home}/${USER_ROOT}`])]) {
    const entries = await host.list(root);
    if (isTrouble(entries)) {
      if (entries.trouble !== 'ENOENT') notes.push(fileNote(root, entries.trouble));
      continue;
    }
    for (const { name, kind } of entries) {
      if (kind !== 'folder' || !/^Instance\d+$/i.test(name) || registries.has(name)) continue;
      registries.set(name, await readInstance(host, name, `${root}/${name}`, notes, signal));
    }
  }
  const sorted = [...registries.values()].sort((a, b) => a.instance.localeCompare(b.instance));
  return { registries: sorted, notes };
}

async function readInstance(
  host: Host,
  instance: string,
  folder: string,
  notes: Note[],
  signal: AbortSignal,
): Promise<InstanceRegistry> {
  const walked = await walkFolder(host, folder, signal);
  notes.push(...walked.notes);
  const files = walked.files
    .filter(({ relativePath }) => /(^|\/)\.properties$/.test(relativePath))
    .sort((a, b) => a.relativePath.localeCompare(b.relativePath))
    .slice(0, MAX_FILES);
  const sections = new Map<string, Map<string, string>>();
  const texts: string[] = [];
  for (const { path, relativePath } of files) {
    const text = await host.readText(path, MAX_FILE_BYTES);
    if (isTrouble(text)) {
      notes.push(fileNote(path, text.trouble));
      continue;
    }
    const section = relativePath.slice(0, -'/.properties'.length);
    sections.set(section.toLowerCase(), parseProperties(text));
    texts.push(
      `[${section === '' ? instance : `${instance}/${section}`}]\n${maskedProperties(text).trim()}\n`,
    );
  }
  return { instance, source: folder, sections, text: texts.join('\n') };
}
