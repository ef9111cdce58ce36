// The same machine, request, clock and random source give the same packet, to the byte: in another folder, on a disk that
// lists files in another order, read with other speed. Encrypted packets differ by design: salt and key are new each time,
// and come from nowhere that a caller could set. Runs in vitest.
import { createHash } from 'node:crypto';
import { mkdir, readFile, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Delivery, deliverCase } from '#engine/deliver-case.ts';
import type { Host } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { prepareCase } from '#engine/prepare-case.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { succeeded } from '#test/fixtures/case-on-linux.ts';
import { handMadeZip } from '#test/fixtures/hand-made-zip.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleHardware } from '#test/fixtures/sample-hardware.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const NOW = new Date('2026-11-20T02:15:30Z');
const LOG = `1234 5678 11/20 10:00:00 230801 ERROR [19:1131] bkp-prod-07 [10.23.45.67] zhang.wei@bank.example\n`;

/** More than one block of deflate, a rolled log, a zip, a name that is known only late. */
const logs: Readonly<Record<string, string | Buffer>> = {
  'logs/b.log': LOG.repeat(12_000),
  'logs/a.log': `${LOG}late-known-99 said nothing\n`,
  'logs/Ä.log': LOG,
  'logs/sub/c.log.gz': gzipSync(LOG.repeat(100)),
  'logs/sub/d.zip': handMadeZip([{ name: 'one.log', data: LOG }]),
  'logs/z.log': 'host=late-known-99\n',
};

/** @param pace how much later every look at the running clock is, in milliseconds. */
function steady(host: Host, pace: number): Host {
  let elapsedMs = 0;
  return {
    ...host,
    now: () => NOW,
    elapsedMs: () => {
      elapsedMs += pace;
      return elapsedMs;
    },
    randomBytes: (size) => createHash('shake256', { outputLength: size }).update('a test').digest(),
  };
}

/** @returns the machine, its files written in the order of these names. */
async function planted(names: readonly string[]): Promise<Host> {
  const folder = join(await temporaryFolder(), 'machine');
  await mkdir(folder);
  for (const name of names) {
    await plantFiles(folder, { [name]: logs[name] ?? '' });
    await utimes(join(folder, name), NOW, NOW);
  }
  const nothing = { exitCode: null, stdout: Buffer.alloc(0), stderr: '', truncated: false };
  const host = await createLocalHost({ rootFolder: folder });
  return {
    ...{ ...host, hostName: 'ma01', timeZone: 'Asia/Shanghai', hardware: async () => sampleHardware },
    run: async () => ({ status: 'not-found', ...nothing }),
  };
}

async function packetOf(
  host: Host,
  request: Partial<PartialCaseRequest>,
  encryption?: Delivery['encryption'],
): Promise<{ name: string; bytes: Buffer; checksum: string }> {
  const context = { ...sampleContext(host), dataFolder: await temporaryFolder() };
  const draft = succeeded(await prepareCase(sampleRequest(request), { allowIncomplete: true }, context));
  const delivery = { folder: await temporaryFolder(), withhold: [], encryption };
  const { packetPath } = succeeded(await deliverCase(draft, delivery, context));
  await draft.discard();
  const checksum = await readFile(`${packetPath}.sha256`, 'utf8');
  return { name: basename(packetPath), bytes: await readFile(packetPath), checksum };
}

const request = { logDirs: ['/logs'], only: ['commvault.logs', 'commvault.incident', 'hardware.summary'] };

test.each(['standard', 'strict', 'off'] as const)(
  'a packet of the same machine is the same, redaction %s',
  async (redaction) => {
    const names = Object.keys(logs);
    const first = await packetOf(steady(await planted(names), 0), { ...request, redaction });
    const second = await packetOf(steady(await planted(names.toReversed()), 0), { ...request, redaction });
    expect(second).toEqual(first);
  },
);

test.each(['windows-commserve', 'linux-mediaagent-4-drives', 'macos-client'])(
  'a packet of %s with every collector is the same',
  async (name) => {
    const machine = await recordedMachine(name);
    const all = { redaction: 'standard', occurredAt: '2026-11-20T10:00:00+08:00' } as const;
    const first = await packetOf(steady(machine, 7), all);
    const second = await packetOf(steady(machine, 7), all);
    expect(second).toEqual(first);
  },
);

test('the running clock and the random source do show: nothing else sets durations and references', async () => {
  const names = Object.keys(logs);
  const first = await packetOf(steady(await planted(names), 0), request);
  const slower = await packetOf(steady(await planted(names), 3), request);
  expect(slower.name).toBe(first.name);
  expect(slower.bytes.equals(first.bytes)).toBe(false);
  const other = await packetOf(
    { ...steady(await planted(names), 0), randomBytes: (size) => Buffer.alloc(size, 5) },
    request,
  );
  expect(other.name).toMatch(/_77777\.zip$/);
});

test('an encrypted packet is another each time', async () => {
  const names = Object.keys(logs);
  const encryption = { way: 'password', password: 'correct horse battery' } as const;
  const first = await packetOf(steady(await planted(names), 0), request, encryption);
  const second = await packetOf(steady(await planted(names), 0), request, encryption);
  expect(second.name).toBe(first.name);
  expect(second.bytes.equals(first.bytes)).toBe(false);
});
