// Hardware of this machine through systeminformation; what it cannot say in time comes from Node. Runs in the engine's process.
import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, freemem, networkInterfaces, totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import si from 'systeminformation';
import type { HardwareFacts } from '#shared/schema/facts.ts';

/** systeminformation starts PowerShell on Windows, which may be slow or forbidden: each question has its own limit. */
const QUESTION_MS = 8_000;

async function inTime<Answer>(question: Promise<Answer>): Promise<Answer | undefined> {
  const controller = new AbortController();
  const limit = delay(QUESTION_MS, undefined, { signal: controller.signal, ref: false });
  try {
    return await Promise.race([question, limit]);
  } catch {
    return undefined;
  } finally {
    controller.abort();
    limit.catch(() => undefined);
  }
}

/** What systeminformation calls any machine with traces of Docker; it takes each of them for virtual. */
const CONTAINER = 'Docker Container';

/** systeminformation's ways of saying that it does not know. */
function known(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === undefined || ['', '-', 'unknown', 'Default string', CONTAINER].includes(trimmed)
    ? undefined
    : trimmed;
}

function addressesFromNode(): HardwareFacts['network'] {
  return Object.entries(networkInterfaces()).map(([name, addresses = []]) => ({
    name,
    mac: addresses[0]?.mac ?? '',
    addresses: addresses.map((address) => address.address),
  }));
}

async function disks(): Promise<HardwareFacts['disks']> {
  const found = await inTime(si.fsSize());
  if (found !== undefined && found.length > 0) {
    return found.map((disk) => ({
      mount: disk.mount,
      fileSystem: disk.type,
      sizeBytes: disk.size,
      freeBytes: disk.available,
    }));
  }
  const root = process.platform === 'win32' ? 'C:\\' : '/';
  const volume = await statfs(root);
  return [
    {
      mount: root,
      fileSystem: '',
      sizeBytes: volume.blocks * volume.bsize,
      freeBytes: volume.bavail * volume.bsize,
    },
  ];
}

async function network(): Promise<HardwareFacts['network']> {
  const found = await inTime(si.networkInterfaces());
  if (!Array.isArray(found) || found.length === 0) return addressesFromNode();
  return found.map((one) => ({
    name: one.iface,
    mac: one.mac,
    addresses: [one.ip4, one.ip6].filter((address) => address !== ''),
    ...(typeof one.speed === 'number' && one.speed > 0 ? { speedMbit: one.speed } : {}),
  }));
}

/** CPU, memory, disks, network and machine model. Never rejects: unknown parts are left out. */
export async function localHardware(): Promise<HardwareFacts> {
  // At once: on a Windows that forbids PowerShell each question waits until its limit.
  const [system, cpu, memory, volumes, adapters] = await Promise.all([
    inTime(si.system()),
    inTime(si.cpu()),
    inTime(si.mem()),
    disks(),
    network(),
  ]);
  const facts: HardwareFacts = {
    cpu: {
      model: known(cpu && `${cpu.manufacturer} ${cpu.brand}`) ?? cpus()[0]?.model ?? '',
      cores: cpu?.cores || availableParallelism(),
      ...(cpu && cpu.speed > 0 ? { speedGhz: cpu.speed } : {}),
    },
    memory: {
      totalBytes: memory?.total || totalmem(),
      availableBytes: memory?.available || freemem(),
    },
    disks: volumes,
    network: adapters,
  };
  const [manufacturer, model, serial] = [system?.manufacturer, system?.model, system?.serial].map(known);
  if (manufacturer !== undefined) facts.manufacturer = manufacturer;
  if (model !== undefined) facts.model = model;
  if (serial !== undefined) facts.serial = serial;
  const guessed = system?.model === CONTAINER && !system.virtualHost;
  if (system !== undefined && !guessed) facts.virtual = system.virtual;
  return facts;
}
