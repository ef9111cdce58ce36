// The Windows registry through reg.exe, which every Windows has and which needs no rights to read. Runs in the engine's process.
import { consoleText } from './console-text.ts';
import type { Command, CommandAnswer, Host } from './host.ts';
import { regQueryText } from './registry-export.ts';

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
 * What a key holds, as reg.exe prints it and in parts, and how reg.exe ended: it fails alike where there is no such key and where a part is forbidden.
 * @param key such as `HKLM\SOFTWARE\CommVault Systems\Galaxy`
 * @param view the 64-bit or the 32-bit half of the registry
 */
export async function queryRegistry(
  host: Host,
  key: string,
  options: { view: 64 | 32; recursive: boolean },
  signal: AbortSignal,
): Promise<{ text: string; tree: RegistryTree; command: Command; answer: CommandAnswer }> {
  const command = query(host, key, options.view, options.recursive);
  const answer = await host.run(command, signal);
  const printed = consoleText(answer.stdout);
  const text = LOST_CHARACTER.test(printed)
    ? await exported(host, key, options.view, signal, printed)
    : printed;
  return { text, tree: parseRegQuery(text), command, answer };
}

/**
 * reg.exe prints in the console's code page and writes ? for what that lacks, such as a Chinese folder on an English
 * Windows. Its export keeps every character, but only into a file.
 */
const LOST_CHARACTER = /\sREG_\w*SZ\s.*\?/;

async function exported(
  host: Host,
  key: string,
  view: 64 | 32,
  signal: AbortSignal,
  printed: string,
): Promise<string> {
  const { program, timeoutMs, maxOutputBytes } = query(host, key, view, true);
  const args = (path: string) => ['export', key, path, '/y', `/reg:${view}`];
  const file = await host.runForFile(
    (path) => ({ program, args: args(path), timeoutMs, maxOutputBytes }),
    maxOutputBytes,
    signal,
  );
  return file === undefined ? printed : regQueryText(consoleText(file));
}

/** @returns the key, with all below it when recursive; empty where it does not exist or cannot be read. */
export async function readRegistry(...question: Parameters<typeof queryRegistry>): Promise<RegistryTree> {
  return (await queryRegistry(...question)).tree;
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
