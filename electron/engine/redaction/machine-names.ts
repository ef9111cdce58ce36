// Names that the machine itself knows before anything is collected: its own, those of its CommVault installation, of its
// network and of its users. Whatever cannot be read is passed by: the logs' own fields still tell. Runs in the engine's
// process.
import type { Facts } from '#shared/schema/facts.ts';
import { type Host, isTrouble } from '../host/host.ts';
import { pathRules } from '../host/host-path.ts';
import { readRegistry } from '../host/windows-registry.ts';

export type NameKind = 'host' | 'domain' | 'user';
type Learn = (kind: NameKind, name: string) => void;

const MAX_FILE_BYTES = 1024 ** 2;
/** Hosts files that keep advertisements away have a hundred thousand names that are nobody's machine. */
const MAX_HOSTS = 5_000;
/** Folders beside those of users. */
const NO_USERS = new Set(['public', 'default', 'default user', 'all users', 'shared', 'lost+found']);

/** Calls `learn` for each; the same name may come several times. */
export async function learnMachineNames(
  host: Host,
  facts: Facts,
  signal: AbortSignal,
  learn: Learn,
): Promise<void> {
  learnHost(host.hostName, learn);
  for (const { clientName, commServe } of facts.commvault?.instances ?? []) {
    learnHost(clientName, learn);
    learnHost(commServe, learn);
  }
  await learnHostsFile(host, learn);
  await (host.platform === 'win32' ? learnWindowsNetwork(host, signal, learn) : learnResolver(host, learn));
  await learnUsers(host, learn);
}

/** @param name with or without its domain. */
function learnHost(name: string | undefined, learn: Learn): void {
  const whole = name?.trim().replace(/\.$/, '');
  if (!whole || /^[\d.:]+$/.test(whole)) return;
  const dot = whole.indexOf('.');
  if (dot > 0) {
    learn('domain', whole.slice(dot + 1));
    learn('host', whole.slice(0, dot));
  }
  learn('host', whole);
}

async function learnHostsFile(host: Host, learn: Learn): Promise<void> {
  const windows = `${host.env.SystemRoot ?? 'C:\\Windows'}\\System32\\drivers\\etc\\hosts`;
  const text = await host.readText(host.platform === 'win32' ? windows : '/etc/hosts', MAX_FILE_BYTES);
  if (isTrouble(text)) return;
  let count = 0;
  for (const line of text.split('\n')) {
    const [address = '', ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    if (address === '' || address === '0.0.0.0') continue;
    for (const name of names) {
      count += 1;
      if (count > MAX_HOSTS) return;
      if (!/^(localhost|broadcasthost|ip6-)/i.test(name)) learnHost(name, learn);
    }
  }
}

async function learnResolver(host: Host, learn: Learn): Promise<void> {
  const text = await host.readText('/etc/resolv.conf', MAX_FILE_BYTES);
  if (isTrouble(text)) return;
  for (const [, names = ''] of text.matchAll(/^\s*(?:search|domain)\s+(.+)$/gm)) {
    for (const name of names.trim().split(/\s+/)) if (name !== '.') learn('domain', name);
  }
}

async function learnWindowsNetwork(host: Host, signal: AbortSignal, learn: Learn): Promise<void> {
  const { USERDOMAIN, USERDNSDOMAIN, COMPUTERNAME, LOGONSERVER } = host.env;
  learnHost(COMPUTERNAME, learn);
  learnHost(LOGONSERVER?.replace(/^\\+/, ''), learn);
  if (USERDOMAIN && USERDOMAIN !== COMPUTERNAME) learn('domain', USERDOMAIN);
  if (USERDNSDOMAIN) learn('domain', USERDNSDOMAIN);
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';
  const tree = await readRegistry(host, key, { view: 64, recursive: false }, signal);
  const values = tree.values().next().value ?? new Map<string, string>();
  for (const name of ['domain', 'nv domain', 'searchlist']) {
    for (const domain of (values.get(name) ?? '').split(/[\s,]+/)) if (domain !== '') learn('domain', domain);
  }
}

async function learnUsers(host: Host, learn: Learn): Promise<void> {
  const { USER, LOGNAME, USERNAME, SUDO_USER, PUBLIC, SystemDrive = 'C:' } = host.env;
  for (const name of [USER, LOGNAME, USERNAME, SUDO_USER]) if (name) learn('user', name);
  const folder = {
    win32: PUBLIC ? pathRules(host.platform).dirname(PUBLIC) : `${SystemDrive}\\Users`,
    linux: '/home',
    darwin: '/Users',
  }[host.platform];
  const entries = await host.list(folder);
  if (isTrouble(entries)) return;
  for (const { kind, name } of entries) {
    if (kind === 'folder' && !NO_USERS.has(name.toLowerCase()) && !name.startsWith('.')) learn('user', name);
  }
}
