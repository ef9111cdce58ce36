// The known hosts file, in the format of OpenSSH: which keys a server may show. Runs in the engine's process.
import { createHash, createHmac } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface HostKey {
  /** Such as ssh-ed25519. */
  readonly type: string;
  /** Base64. */
  readonly key: string;
}

interface Line extends HostKey {
  readonly marker: string;
  readonly hosts: readonly string[];
}

export type HostKeyVerdict = 'known' | 'unknown' | 'changed';

/** A server's keys as the file has them. */
export class KnownHost {
  readonly #lines: readonly Line[];

  /** @param name as the file has it, see hostName() */
  constructor(fileText: string, name: string) {
    this.#lines = fileText.split('\n').flatMap((text) => {
      const line = parsedLine(text);
      return line !== undefined && matches(line.hosts, name) ? [line] : [];
    });
  }

  /** Types of known keys: a server asked for another type would seem to have changed. */
  get keyTypes(): readonly string[] {
    return [...new Set(this.#known().map(({ type }) => type))];
  }

  judge({ type, key }: HostKey): HostKeyVerdict {
    const same = (line: Line) => line.type === type && line.key === key;
    if (this.#lines.some((line) => line.marker === '@revoked' && same(line))) return 'changed';
    if (this.#known().some(same)) return 'known';
    return this.#known().length > 0 ? 'changed' : 'unknown';
  }

  #known(): readonly Line[] {
    return this.#lines.filter(({ marker }) => marker === '');
  }
}

/** @returns how the file names a server: with its port unless that is 22. */
export function hostName(host: string, port: number): string {
  return port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`;
}

/** @param blob a public key as it goes over the line */
export function hostKeyOf(blob: Buffer): HostKey {
  const length = blob.readUInt32BE(0);
  return { type: blob.toString('latin1', 4, 4 + length), key: blob.toString('base64') };
}

/** @returns as `ssh` and `ssh-keygen -l` show it. */
export function fingerprint({ key }: HostKey): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64');
  return `SHA256:${hash.replace(/=+$/, '')}`;
}

export async function readKnownHosts(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** Adds a line that the user agreed to. Rejects with the system's error. */
export async function trustHost(file: string, line: string): Promise<void> {
  const before = await readKnownHosts(file);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const begin = before === '' || before.endsWith('\n') ? '' : '\n';
  await appendFile(file, `${begin}${line}\n`, { mode: 0o600 });
}

function parsedLine(text: string): Line | undefined {
  const fields = text.trim().split(/\s+/);
  const marker = fields[0]?.startsWith('@') ? (fields.shift() ?? '') : '';
  const [hosts = '', type, key] = fields;
  if (hosts === '' || hosts.startsWith('#') || type === undefined || key === undefined) return undefined;
  return { marker, hosts: hosts.split(','), type, key };
}

/** One pattern must fit and no negated one. */
function matches(patterns: readonly string[], name: string): boolean {
  const negated = patterns.filter((pattern) => pattern.startsWith('!'));
  if (negated.some((pattern) => fits(pattern.slice(1), name))) return false;
  return patterns.some((pattern) => !pattern.startsWith('!') && fits(pattern, name));
}

function fits(pattern: string, name: string): boolean {
  const [, salt, hash] = /^\|1\|([^|]+)\|(.+)$/.exec(pattern) ?? [];
  if (salt !== undefined)
    return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
  const escaped = pattern.toLowerCase().replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(name);
}
