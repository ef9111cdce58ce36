import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orderForTarget, type TargetOrder } from '#engine/delivery/order-for-target.ts';
import type { DeliveryTarget } from '#shared/schema/delivery-target.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const sftp: DeliveryTarget = { name: 'vendor', url: 'sftp://li@host/in/' };
const order = (target: DeliveryTarget, more: Partial<TargetOrder> = {}): TargetOrder => ({
  packetPath: '/out/F96C9.zip',
  target,
  systemProxy: 'PROXY system:8080',
  again: false,
  ...more,
});
const proxyOf = async (target: DeliveryTarget, env = {}, more: Partial<TargetOrder> = {}) => {
  const { findProxy } = await orderForTarget(order(target, more), '/data', env);
  return findProxy(new URL('https://host/in/'));
};

describe('an order for a target', () => {
  it('holds what its files say, and the program’s own known hosts unless others are named', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'key'), 'PRIVATE');
    await writeFile(join(folder, 'ca.pem'), 'CERTIFICATE');
    const files = { identityFile: join(folder, 'key'), caFile: join(folder, 'ca.pem') };
    const made = await orderForTarget(order({ ...sftp, ...files }, { password: 'x' }), '/data', {});
    expect(made.access).toEqual({
      knownHostsFile: join('/data', 'known_hosts'),
      password: 'x',
      identity: 'PRIVATE',
      ca: 'CERTIFICATE',
    });
    const named = await orderForTarget(order({ ...sftp, knownHostsFile: '/hosts' }), '/data', {});
    expect(named.access.knownHostsFile).toBe('/hosts');
  });

  it('names the file that cannot be read, and an address that is none', async () => {
    const missing = orderForTarget(order({ ...sftp, identityFile: '/no/key' }), '/data', {});
    await expect(missing).rejects.toMatchObject({ problems: [{ code: 'cannot-read', path: '/no/key' }] });
    const gopher = orderForTarget(order({ name: 'old', url: 'gopher://host/' }), '/data', {});
    await expect(gopher).rejects.toMatchObject({ problems: [{ code: 'bad-targets-file' }] });
  });

  it('goes through the proxy of the target, else of the environment, else of the system', async () => {
    const env = { HTTPS_PROXY: 'http://env:3128' };
    expect((await proxyOf(sftp, {}))?.url.host).toBe('system:8080');
    expect((await proxyOf(sftp, env))?.url.host).toBe('env:3128');
    expect(await proxyOf({ ...sftp, proxy: 'none' }, env)).toBeUndefined();
    const own = await proxyOf({ ...sftp, proxy: 'http://wang@own:3128' }, env, { proxyPassword: 'pw' });
    expect(own?.url.host).toBe('own:3128');
    expect(own?.authorization).toBe(`Basic ${Buffer.from('wang:pw').toString('base64')}`);
  });
});
