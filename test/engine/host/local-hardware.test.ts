// Tests of electron/engine/host/local-hardware.ts on the machine that runs them. Runs in vitest.
import si from 'systeminformation';
import { afterEach, expect, test, vi } from 'vitest';
import { localHardware } from '#engine/host/local-hardware.ts';
import { HardwareFacts } from '#shared/schema/facts.ts';

afterEach(() => vi.restoreAllMocks());

test('this machine has a processor, memory and a disk', async () => {
  const facts = HardwareFacts.parse(await localHardware());
  expect(facts.cpu.model).not.toBe('');
  expect(facts.cpu.cores).toBeGreaterThan(0);
  expect(facts.memory.totalBytes).toBeGreaterThan(64 * 1024 ** 2);
  expect(facts.disks.length).toBeGreaterThan(0);
  expect(JSON.stringify(facts)).not.toMatch(/"(unknown|-|Default string)"/);
});

test('where every question fails, Node answers what it can and nothing is invented', async () => {
  for (const question of ['system', 'cpu', 'mem', 'fsSize', 'networkInterfaces'] as const) {
    vi.spyOn(si, question).mockRejectedValue(new Error('PowerShell is forbidden here'));
  }
  const facts = HardwareFacts.parse(await localHardware());
  expect(facts.cpu.cores).toBeGreaterThan(0);
  expect(facts.memory.totalBytes).toBeGreaterThan(64 * 1024 ** 2);
  expect(facts.disks).toHaveLength(1);
  expect(facts.network.flatMap(({ addresses }) => addresses)).toContain('127.0.0.1');
  expect(facts).not.toHaveProperty('model');
});

test.each([
  ['', undefined],
  ['KVM', true],
])('a container says nothing of the machine but its hypervisor, if any: %j', async (virtualHost, virtual) => {
  const system = {
    ...(await si.system()),
    manufacturer: '',
    model: 'Docker Container',
    virtual: true,
    virtualHost,
  };
  vi.spyOn(si, 'system').mockResolvedValue(system);
  const facts = await localHardware();
  expect(facts).not.toHaveProperty('model');
  expect(facts.virtual).toBe(virtual);
});
