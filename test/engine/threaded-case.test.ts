// A whole draft with threads that redact and pack, and without: the same bytes in the same files. Runs in vitest.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Host } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { PacketDraft } from '#engine/packet/packet-draft.ts';
import { prepareCase } from '#engine/prepare-case.ts';
import { ThreadedRedaction } from '#engine/redaction/threaded-redaction.ts';
import { builtThreadFile } from '#test/fixtures/built-thread-file.ts';
import { succeeded } from '#test/fixtures/case-on-linux.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleHardware } from '#test/fixtures/sample-hardware.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

/** Cores enough for every kind of thread, whatever machine this is. */
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: () => 4,
}));

let folder: string;
let threadFile: URL;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casepack-threaded-'));
  threadFile = await builtThreadFile(join(folder, 'built'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lines with names, a new one now and then. */
function log(lines: number, from = 0): string {
  return Array.from({ length: lines }, (_, at) => {
    const name = `bkp-prod-${(from + Math.floor(at / 9000)) % 40}`;
    return `4312 5f 11/22 10:15:30 230801 CVD host=${name} [10.23.${at % 7}.${at % 250}] on ${name} password=Tr0ub4dor\n`;
  }).join('');
}

async function planted(): Promise<Host> {
  const machine = join(folder, 'machine');
  // 客户端 备份失败 in GBK.
  const chinese = Buffer.from('bfcdbba7b6cb20b1b8b7ddcaa7b0dc0a', 'hex');
  await plantFiles(machine, {
    'logs/a.log': log(600_000),
    'logs/b-small.log': log(3),
    'logs/c.log': Buffer.concat([chinese, Buffer.from(log(50_000, 10)), chinese]),
    'logs/d.log.gz': gzipSync(log(9000, 30)),
    'logs/e-wide.log': Buffer.from(log(4000, 20), 'utf16le'),
    'logs/f.log': `${'x'.repeat(700_000)}\n${log(40_000, 25)}-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx1\n`,
    'logs/g.log': `bkp-prod-39 came up\n${log(20_000, 36)}`,
  });
  const nothing = { exitCode: null, stdout: Buffer.alloc(0), stderr: '', truncated: false };
  const host = await createLocalHost({ rootFolder: machine });
  return {
    ...{ ...host, hostName: 'ma01', hardware: async () => sampleHardware },
    randomBytes: (size) => createHash('shake256', { outputLength: size }).update('a test').digest(),
    run: async () => ({ status: 'not-found', ...nothing }),
  };
}

function told({ contents, redacting }: PacketDraft) {
  const files = contents.entries.map(({ path, bytes, sha256, redactions }) => ({
    path,
    bytes,
    sha256,
    redactions,
  }));
  return { files, heldBack: contents.heldBack, standIns: redacting.redaction.standIns.save() };
}

test('threads change nothing of what leaves', async () => {
  const context = { ...sampleContext(await planted()), dataFolder: join(folder, 'data') };
  const request = sampleRequest({ logDirs: ['/logs'], only: ['commvault.logs'], redaction: 'standard' });
  const options = { allowIncomplete: true };
  const alone = succeeded(await prepareCase(request, options, context));
  const started = vi.spyOn(ThreadedRedaction, 'start');
  const together = succeeded(await prepareCase(request, options, { ...context, threadFile }));
  expect(await started.mock.results[0]?.value).toBeInstanceOf(ThreadedRedaction);
  expect(told(together)).toEqual(told(alone));
  expect(told(alone).files.length).toBeGreaterThan(6);
  await alone.discard();
  await together.discard();
}, 120_000);
