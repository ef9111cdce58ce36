// Tests of electron/main/secret-store.ts on a real file, with a system store that a test looks into. Runs in vitest.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSecretStore, type SystemStore, secretPlace } from '#main/secret-store.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const PLACE = 'sftp://li@host:2222';
const SECRET = 'right horse 马';

/** Turns the bytes around; `key` tells one user's from another's. */
function systemStore(key = 'li', changes: Partial<SystemStore> = {}): SystemStore {
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => Buffer.from(`${key}:${text}`).reverse(),
    decryptString(encrypted) {
      const [owner, ...text] = Buffer.from(encrypted).reverse().toString().split(':');
      if (owner !== key) throw new Error('not yours');
      return text.join(':');
    },
    ...changes,
  };
}
const fileIn = async () => join(await temporaryFolder(), 'secrets.json');

describe('the store of secrets', () => {
  it('keeps what the user wants kept for the next run, encrypted, for this user only', async () => {
    const file = await fileIn();
    await createSecretStore(file, systemStore()).set(PLACE, SECRET, true);
    expect(await readFile(file, 'utf8')).not.toContain('horse');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const next = createSecretStore(file, systemStore());
    expect(await next.get(PLACE)).toBe(SECRET);
    expect(await next.get('sftp://li@other:2222')).toBeUndefined();
    // Another user's key: asked again instead of an error.
    expect(await createSecretStore(file, systemStore('wang')).get(PLACE)).toBeUndefined();
  });

  it('forgets what is not to be kept, and an older one with it', async () => {
    const file = await fileIn();
    const store = createSecretStore(file, systemStore());
    await store.set(PLACE, 'old', true);
    await store.set(PLACE, SECRET, false);
    expect(await store.get(PLACE)).toBe(SECRET);
    expect(await createSecretStore(file, systemStore()).get(PLACE)).toBeUndefined();
  });

  it.each([
    ['there is none', { isEncryptionAvailable: () => false }],
    ['everyone knows its key', { getSelectedStorageBackend: () => 'basic_text' }],
  ])('writes nothing where the system has no store: %s', async (_what, changes) => {
    const file = await fileIn();
    const store = createSecretStore(file, systemStore('li', changes));
    expect(store.keeps()).toBe(false);
    await store.set(PLACE, SECRET, true);
    expect(await store.get(PLACE)).toBe(SECRET);
    await expect(readFile(file)).rejects.toThrow();
  });

  it('is the same store on systems that name no backend', async () => {
    const { getSelectedStorageBackend: _linuxOnly, ...others } = systemStore();
    expect(createSecretStore(await fileIn(), others).keeps()).toBe(true);
  });

  it('begins anew where its file cannot be understood, and keeps that aside', async () => {
    const file = await fileIn();
    await writeFile(file, '{"sftp://li@host');
    const store = createSecretStore(file, systemStore());
    expect(await store.get(PLACE)).toBeUndefined();
    await store.set(PLACE, SECRET, true);
    expect(await createSecretStore(file, systemStore()).get(PLACE)).toBe(SECRET);
    expect(await readFile(`${file}.bad`, 'utf8')).toBe('{"sftp://li@host');
  });

  it('knows secrets by scheme, user, host and port', () => {
    expect(secretPlace(new URL('sftp://li@host:2222/in/'))).toBe(PLACE);
    expect(secretPlace(new URL('https://host/in/?token=1'))).toBe('https://@host:');
  });
});
