// Tests of electron/engine/collectors/commvault/windows-instances.ts on a recorded CommServe. Runs in vitest.
import { expect, test } from 'vitest';
import { registryValue } from '#engine/collectors/commvault/instance-registry.ts';
import { windowsRegistries } from '#engine/collectors/commvault/windows-instances.ts';
import type { CommandAnswer, Host } from '#engine/host/host.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

const never = new AbortController().signal;

/** The recorded CommServe whose reg.exe answers otherwise. */
async function answering(answer: Partial<CommandAnswer>): Promise<Host> {
  const nothing = { exitCode: 1, stdout: Buffer.alloc(0), stderr: '', truncated: false };
  const run = async () => ({ status: 'failed' as const, ...nothing, ...answer });
  return { ...(await recordedMachine('windows-commserve')), run };
}

test('two instances of an OEM edition, one of them in the 32-bit view', async () => {
  const { registries, notes } = await windowsRegistries(await recordedMachine('windows-commserve'), never);
  const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CommVault Systems\\Galaxy';
  expect(notes).toEqual([]);
  expect(registries.map(({ instance, source }) => [instance, source])).toEqual([
    ['Instance001', `${key}\\Instance001 (64-bit)`],
    ['Instance002', `${key}\\Instance002 (32-bit)`],
  ]);
  const [first] = registries;
  if (first === undefined) throw new Error('no instance');
  expect(registryValue(first, 'EventManager', 'dEVLOGDIR')).toBe('D:\\数据卫士\\Log Files');
  expect(registryValue(first, 'InstalledPackages/151', 'sInstallState')).toBe('Uninstalled');
});

test('an instance in both views is given twice, the 64-bit one first', async () => {
  const { registries } = await windowsRegistries(await recordedMachine('two-instances-windows'), never);
  expect(registries.map(({ instance, source }) => `${instance} ${source.slice(-8)}`)).toEqual([
    'Instance001 (64-bit)',
    'Instance001 (32-bit)',
    'Instance002 (64-bit)',
    'Instance003 (32-bit)',
  ]);
});

test('its text is for support to read, without secrets', async () => {
  const { registries } = await windowsRegistries(await recordedMachine('two-instances-windows'), never);
  const text = registries[0]?.text ?? '';
  expect(text).toMatch(/^HKEY_LOCAL_MACHINE.*\\Instance001\n {4}sPhysicalNodeName {4}REG_SZ {4}cs02\n/);
  expect(text).toContain('    dJOBRESULTSDIR    REG_SZ    D:\\JobResults');
  expect(text).not.toContain('Instance002');
  for (const secret of ['|#', 'AB12', '1234-5678', '3082025A']) expect(text).not.toContain(secret);
});

test('a machine without CommVault: reg.exe fails and that is all', async () => {
  const host = await answering({ stderr: '错误: 系统找不到指定的注册表项或值。\r\n' });
  expect(await windowsRegistries(host, never)).toEqual({ registries: [], notes: [] });
});

test('a registry that may not be read is no machine without CommVault', async () => {
  const host = await answering({ stderr: '错误: 拒绝访问。\r\n' });
  const { registries, notes } = await windowsRegistries(host, never);
  expect(registries).toEqual([]);
  expect(notes).toMatchObject([
    { reason: 'permission-denied', detail: '错误: 拒绝访问。' },
    { reason: 'permission-denied' },
  ]);
});

test('what reg.exe printed before it was refused a key is used', async () => {
  const stdout = Buffer.from(
    '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\CommVault Systems\\Galaxy\\Instance001\r\n    sPhysicalNodeName    REG_SZ    ma01\r\n',
  );
  const host = await answering({ stdout, stderr: 'ERROR: Access is denied.\r\n' });
  const { registries, notes } = await windowsRegistries(host, never);
  expect(registries).toMatchObject([{ instance: 'Instance001' }, { instance: 'Instance001' }]);
  expect(notes).toMatchObject([{ reason: 'permission-denied' }, { reason: 'permission-denied' }]);
});

test('no reg.exe, or one that hangs, is told', async () => {
  expect((await windowsRegistries(await answering({ status: 'not-found' }), never)).notes).toMatchObject([
    { reason: 'not-found' },
    { reason: 'not-found' },
  ]);
  expect((await windowsRegistries(await answering({ status: 'timed-out' }), never)).notes).toMatchObject([
    { reason: 'time-limit' },
    { reason: 'time-limit' },
  ]);
});
