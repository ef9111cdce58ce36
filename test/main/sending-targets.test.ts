// Tests of electron/main/sending-targets.ts on a real file of targets. Runs in vitest.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPickedFiles } from '#main/picked-files.ts';
import { createSecretStore, secretPlace } from '#main/secret-store.ts';
import { createSendingTargets } from '#main/sending-targets.ts';
import { texts } from '#shared/i18n/texts.ts';
import type { DeliveryTarget } from '#shared/schema/delivery-target.ts';
import type { TypedTarget } from '#shared/schema/sending.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const typed = (changes: Partial<TypedTarget> = {}): TypedTarget => ({
  name: 'vendor',
  url: 'sftp://li@host:2222/in/',
  identityFile: 'none',
  caFile: 'none',
  remember: true,
  ...changes,
});
const noStore = {
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
};

async function desk(policy: readonly DeliveryTarget[] = []) {
  const folder = await temporaryFolder();
  const file = join(folder, 'targets.json');
  const picked = createPickedFiles(async () => ({
    canceled: false,
    filePaths: ['/home/li/.ssh/id_ed25519'],
  }));
  const secrets = createSecretStore(join(folder, 'secrets.json'), noStore);
  const targets = createSendingTargets(folder, picked, secrets, async () => policy);
  const stored = async () => JSON.parse(await readFile(file, 'utf8')).targets as DeliveryTarget[];
  return { folder, file, picked, secrets, targets, stored };
}

describe('the targets of the window', () => {
  it('are kept with the path of their key; the window sees its name', async () => {
    const { picked, targets, stored } = await desk();
    const [key] = await picked.pick('key-file', texts('zh'));
    await targets.save(typed({ identityFile: key?.id ?? '' }));
    expect(await stored()).toEqual([
      { name: 'vendor', url: 'sftp://li@host:2222/in/', identityFile: '/home/li/.ssh/id_ed25519' },
    ]);
    expect(await targets.list()).toEqual([
      {
        name: 'vendor',
        url: 'sftp://li@host:2222/in/',
        origin: 'user',
        isFolder: false,
        identityFile: 'id_ed25519',
        wantsPassword: false,
      },
    ]);
    // Edited, the key stays unless another one, or none, is chosen.
    await targets.save(typed({ name: 'new name', replaces: 'vendor', identityFile: 'same' }));
    expect(await stored()).toMatchObject([{ name: 'new name', identityFile: '/home/li/.ssh/id_ed25519' }]);
    await targets.remove('new name');
    expect(await stored()).toEqual([]);
  });

  it('keep what the window was not shown: parts written by hand, a token in the address', async () => {
    const { file, targets, stored } = await desk();
    const byHand = {
      name: 'form',
      url: 'https://host/up?token=1',
      formField: 'file',
      knownHostsFile: '/known_hosts',
    };
    await writeFile(file, JSON.stringify({ targets: [byHand] }));
    expect((await targets.list())[0]?.url).toBe('https://host/up');
    await targets.save(typed({ name: 'form', replaces: 'form', url: 'https://host/up', proxy: 'none' }));
    expect(await stored()).toEqual([{ ...byHand, proxy: 'none' }]);
    await targets.save(typed({ name: 'form', replaces: 'form', url: 'https://other/up' }));
    expect((await stored())[0]?.url).toBe('https://other/up');
  });

  it('are forgotten with the run where they are not to be remembered', async () => {
    const { targets, stored } = await desk();
    await targets.save(typed());
    await targets.save(typed({ replaces: 'vendor', url: 's3+https://host/k?sig=1', remember: false }));
    expect(await stored()).toEqual([]);
    expect(await targets.list()).toMatchObject([{ name: 'vendor', url: 's3+https://host/k', origin: 'run' }]);
    expect((await targets.find('vendor'))?.url).toBe('s3+https://host/k?sig=1');
  });

  it('want a password where there is a login without a key, until one is at hand', async () => {
    const { targets, secrets } = await desk();
    await targets.save(typed());
    expect((await targets.list())[0]?.wantsPassword).toBe(true);
    await secrets.set(secretPlace(new URL('sftp://li@host:2222/in/')), 'x', false);
    expect((await targets.list())[0]?.wantsPassword).toBe(false);
    // Another server does not get it.
    await targets.save(typed({ replaces: 'vendor', url: 'sftp://li@other:2222/in/' }));
    expect((await targets.list())[0]?.wantsPassword).toBe(true);
  });

  it("are the policy's first, which nothing of the user's replaces; folders by their path", async () => {
    const { file, targets } = await desk([
      { name: 'vendor', url: 'sftp://bank@vendor/in/' },
      { name: 'share', url: '/mnt/share/' },
    ]);
    await writeFile(file, JSON.stringify({ targets: [{ name: 'vendor', url: 'sftp://evil/in/' }] }));
    expect(await targets.list()).toMatchObject([
      { name: 'vendor', url: 'sftp://bank@vendor/in/', origin: 'policy' },
      { name: 'share', url: '/mnt/share/', origin: 'policy', isFolder: true },
    ]);
    expect((await targets.find('vendor'))?.url).toBe('sftp://bank@vendor/in/');
  });

  it('are found again by where an earlier delivery went', async () => {
    const { targets } = await desk();
    await targets.save(typed());
    expect(await targets.forUrl('sftp://li@host:2222/in/')).toBe('vendor');
    expect(await targets.forUrl('/media/usb/')).toBe('/media/usb/');
    expect(await targets.find('/media/usb/')).toEqual({ name: '/media/usb/', url: 'file:///media/usb/' });
  });
});
