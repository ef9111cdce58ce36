// The Windows registry through reg.exe, which every Windows has and which needs no rights to read. Runs in the engine's process.
import { consoleText } from './console-text.ts';
import type { Command, Host } from './host.ts';

/** Keys by their full path, each with its values by lower-case name. Registry names ignore case. */
export type RegistryTree = ReadonlyMap<string, ReadonlyMap<string, string>>;

function query(host: Host, key: string, view: 64 | 32, recursive: boolean): Command {
  const system = host.env.SystemRoot ?? host.env.SYSTEMROOT ?? 'C:\\Windows';
  return {
    program: `${system}\\System32\\reg.exe`,
    args: ['query', key, ...(recursive ? ['/s'] : []), `/reg:${view}`],
    timeoutMs: 15_000,
    maxOutputBytes: 8 * 1024 ** 2,
  };
}

/**
 * @param key such as `HKLM\SOFTWARE\CommVault Systems\Galaxy`
 * @param view the 64-bit or the 32-bit half of the registry
 * @returns the key, with all below it when recursive; empty where it does not exist.
 */
export async function readRegistry(
  host: Host,
  key: string,
  options: { view: 64 | 32; recursive: boolean },
  signal: AbortSignal,
): Promise<RegistryTree> {
  const answer = await host.run(query(host, key, options.view, options.recursive), signal);
  return answer.status === 'ok' ? parseRegQuery(consoleText(answer.stdout)) : new Map();
}

/** @param text what `reg query` prints: key lines at the margin, value lines as `name    REG_TYPE    data`. */
export function parseRegQuery(text: string): RegistryTree {
  const tree = new Map<string, Map<string, string>>();
  let values: Map<string, string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^HKEY_/i.test(line)) {
      values = new Map();
      tree.set(line.trim(), values);
    } else {
      const [, name, type, data] = /^\s+(.+?)\s+(REG_[A-Z_]+)(?:\s+(.*))?$/.exec(line) ?? [];
      if (name !== undefined && type !== undefined) {
        values?.set(name.toLowerCase(), registryValue(type, data?.trim() ?? ''));
      }
    }
  }
  return tree;
}

/** Numbers are printed as 0x…; everything else is text. */
function registryValue(type: string, data: string): string {
  return type === 'REG_DWORD' || type === 'REG_QWORD' ? String(Number(data)) : data;
}
