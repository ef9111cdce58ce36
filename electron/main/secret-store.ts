// Passwords of targets and proxies: in memory for this run of the program, and on disk only as the system's own store
// encrypts them (DPAPI, keychain, Secret Service). Runs in the main process. Electron's safeStorage is injected.
//
// NOTE secrets: they are kept by where they go (scheme, user, host, port), not by the target's name, so that a target whose
// address was changed never takes an old password to a new server.
import { z } from 'zod';
import { readJsonFile } from '#engine/own-files/read-json-file.ts';
import { setAside } from '#engine/own-files/set-aside.ts';
import { writePrivateFile } from '#engine/own-files/write-private-file.ts';

/** What is used of Electron's safeStorage. */
export interface SystemStore {
  isEncryptionAvailable(): boolean;
  /** Only Linux has it. basic_text: encrypted with a key that everyone knows. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

export interface SecretStore {
  /** Whether secrets can outlive this run. */
  keeps(): boolean;
  /** Undefined where there is none, or none that this user can decrypt. */
  get(place: string): Promise<string | undefined>;
  /** @param keep beyond this run, where the system can; otherwise an older one is forgotten on disk */
  set(place: string, secret: string, keep: boolean): Promise<void>;
}

const MAX_BYTES = 4 * 1024 ** 2;

const Stored = z.record(z.string(), z.string());

/** @param file its path; need not exist yet */
export function createSecretStore(file: string, system: SystemStore): SecretStore {
  const memory = new Map<string, string>();
  const keeps = () => system.isEncryptionAvailable() && system.getSelectedStorageBackend?.() !== 'basic_text';
  return {
    keeps,
    async get(place) {
      const known = memory.get(place);
      if (known !== undefined || !keeps()) return known;
      const encrypted = (await readStored(file))[place];
      if (encrypted === undefined) return undefined;
      try {
        return system.decryptString(Buffer.from(encrypted, 'base64'));
      } catch {
        // Another user's, or the system's key was renewed: the user is asked again.
        return undefined;
      }
    },
    async set(place, secret, keep) {
      memory.set(place, secret);
      const stored = await readStored(file);
      const { [place]: _old, ...others } = stored;
      const mayKeep = keep && keeps();
      if (!mayKeep && stored[place] === undefined) return;
      const encrypted = mayKeep ? { [place]: system.encryptString(secret).toString('base64') } : {};
      // A disk that cannot be written costs only the memory of it.
      await writePrivateFile(file, JSON.stringify({ ...others, ...encrypted })).catch(() => undefined);
    },
  };
}

/** @returns where a secret for this address goes */
export function secretPlace({ protocol, username, hostname, port }: URL): string {
  return `${protocol}//${username}@${hostname}:${port}`;
}

/** What cannot be understood is set aside, so that the next secret does not overwrite it. */
async function readStored(path: string): Promise<z.infer<typeof Stored>> {
  const file = await readJsonFile(path, MAX_BYTES, Stored);
  if (file.ok) return file.value;
  if (file.reason !== 'ENOENT') await setAside(path).catch(() => undefined);
  return {};
}
