// Tests of electron/engine/collectors/commvault/unix-processes.ts. Runs in vitest.
import { expect, test } from 'vitest';
import type { InstanceRegistry } from '#engine/collectors/commvault/instance-registry.ts';
import { processLines, servicesOf } from '#engine/collectors/commvault/unix-processes.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

const never = new AbortController().signal;
const instance = (name: string, home: string): InstanceRegistry => ({
  instance: name,
  source: '',
  sections: new Map([['base', new Map([['dhome', home]])]]),
  text: '',
});
const first = instance('Instance001', '/opt/commvault/Base');

test('what runs from the folder of an instance, by name only', async () => {
  const lines = await processLines(await recordedMachine('linux-commserve'), never);
  const services = servicesOf(first, lines);
  expect(services).toEqual([
    { name: 'ClMgrS', state: 'running' },
    { name: 'cvd', state: 'stopped' },
    { name: 'cvfwd', state: 'running' },
    { name: 'cvlaunchd', state: 'running' },
    { name: 'EvMgrS', state: 'running' },
  ]);
  expect(JSON.stringify(services)).not.toContain('hunter2');
});

test('instances are told apart by folder or by name', () => {
  const lines = ['/opt/commvault2/Base/cvd -vm Instance002', 'cvlaunchd -vm Instance002', '/usr/sbin/cvd'];
  expect(servicesOf(first, lines)).toEqual([
    { name: 'cvd', state: 'stopped' },
    { name: 'cvlaunchd', state: 'stopped' },
  ]);
  expect(servicesOf(instance('Instance002', '/opt/commvault2'), lines)).toEqual([
    { name: 'cvd', state: 'running' },
    { name: 'cvlaunchd', state: 'running' },
  ]);
});

test('nothing is said where the processes of others are hidden', async () => {
  const host = await recordedMachine('linux-mediaagent', { 'proc/4711/cmdline': 'bash' });
  expect(await processLines(host, never)).toEqual([]);
  expect(servicesOf(first, [])).toEqual([]);
});

test('macOS is asked by ps', async () => {
  const mac = await recordedMachine('linux-mediaagent');
  const stdout = Buffer.from('/sbin/launchd\n/opt/commvault/Base/cvd -vm Instance001\n\n');
  const run = async () => ({ status: 'ok' as const, exitCode: 0, stdout, stderr: '', truncated: false });
  const lines = await processLines({ ...mac, platform: 'darwin', run }, never);
  expect(servicesOf(first, lines)).toContainEqual({ name: 'cvd', state: 'running' });
});
