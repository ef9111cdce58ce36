// CommVault's registry on Windows, in the 64-bit view and then the 32-bit one. Runs in the engine's process.
import type { Host } from '../../host/host.ts';
import { parseRegQuery, queryRegistry } from '../../host/windows-registry.ts';
import type { Note } from '../collector.ts';
import { commandNote } from '../trouble-note.ts';
import type { InstanceRegistry } from './instance-registry.ts';
import { maskedRegQuery } from './mask-registry.ts';

const KEY = 'HKLM\\SOFTWARE\\CommVault Systems\\Galaxy';

/**
 * Every Instance* key; the brand of an OEM edition does not change the root key. What may not be read is noted.
 * An instance that both views hold is given twice, the 64-bit one first.
 */
export async function windowsRegistries(
  host: Host,
  signal: AbortSignal,
): Promise<{ registries: InstanceRegistry[]; notes: Note[] }> {
  const registries: InstanceRegistry[] = [];
  const notes: Note[] = [];
  for (const view of [64, 32] as const) {
    const { text, tree, command, answer } = await queryRegistry(host, KEY, { view, recursive: true }, signal);
    const note = commandNote(command, answer);
    // A failure without more to say is a machine without CommVault.
    if (note !== undefined && (note.reason !== 'command-failed' || tree.size > 0)) notes.push(note);
    registries.push(...instancesOf(text, view));
  }
  return { registries: registries.sort((a, b) => a.instance.localeCompare(b.instance)), notes };
}

function instancesOf(text: string, view: 64 | 32): InstanceRegistry[] {
  const lines = new Map<string, string[]>();
  const keys = new Map<string, string>();
  let current: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^HKEY_/i.test(line)) {
      const [, key, instance] = /^(.*?\\Galaxy\\(Instance\d+))(?:\\|\s*$)/i.exec(line) ?? [];
      current = undefined;
      if (key === undefined || instance === undefined) continue;
      const own = lines.get(key) ?? [];
      lines.set(key, own);
      keys.set(key, instance);
      current = own;
    }
    current?.push(line);
  }
  return [...lines].map(([key, own]) => ({
    instance: keys.get(key) ?? '',
    source: `${key} (${view}-bit)`,
    view: `${view}-bit`,
    sections: sectionsBelow(key, own.join('\n')),
    text: `${maskedRegQuery(own).trim()}\n`,
  }));
}

function sectionsBelow(key: string, text: string): InstanceRegistry['sections'] {
  return new Map(
    [...parseRegQuery(text)].map(([path, values]) => [
      path
        .slice(key.length + 1)
        .replaceAll('\\', '/')
        .toLowerCase(),
      values,
    ]),
  );
}
