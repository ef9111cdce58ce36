// A log folder with 20,000 files: planning must not take the patience of someone whose backup server is down.
// Generous bounds, since other work shares the machine; the numbers are printed. Runs in vitest.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Host } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { planCase } from '#engine/prepare-case.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleHardware } from '#test/fixtures/sample-hardware.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const FILES = 20_000;
const BASES = 200;
const HOUR_MS = 3_600_000;
const NEWEST = Date.parse('2026-11-20T10:00:00+08:00');
const LOGS = 'var/log/commvault/Log_Files';
const MAX_MS = 10_000;

let host: Host;
let folder: string;

/** 100 files of each of 200 logs: every hour a roll, and the current one. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casepack-many-logs-'));
  await mkdir(join(folder, LOGS), { recursive: true });
  const registry = join(folder, 'etc/CommVaultRegistry/Galaxy/Instance001/EventManager');
  await mkdir(registry, { recursive: true });
  await writeFile(join(registry, '.properties'), `dEVLOGDIR /${LOGS}\n`);
  for (let number = 0; number < FILES; number += 1) {
    const rolls = Math.floor(number / BASES);
    const base = number % BASES === 0 ? 'CVMA' : `Module${number % BASES}`;
    const closed = new Date(NEWEST - rolls * HOUR_MS);
    const wall = new Date(closed.getTime() + 8 * HOUR_MS).toISOString();
    const rolled = `${wall.slice(0, 10)}-${wall.slice(11, 19)}`.replaceAll(/[-:]/g, '_');
    const path = join(folder, LOGS, rolls === 0 ? `${base}.log` : `${base}_${rolled}.log`);
    await writeFile(path, linesUntil(wall));
    await utimes(path, closed, closed);
  }
  const nothing = { exitCode: null, stdout: Buffer.alloc(0), stderr: '', truncated: false };
  host = {
    ...(await createLocalHost({ rootFolder: folder })),
    timeZone: 'Asia/Shanghai',
    now: () => new Date(NEWEST),
    hardware: async () => sampleHardware,
    run: async () => ({ status: 'not-found', ...nothing }),
  };
  return () => rm(folder, { recursive: true, force: true });
});

/** 12 KB that end at `wall`. */
function linesUntil(wall: string): string {
  const prefix = `12345 3039  ${wall.slice(5, 10).replace('-', '/')} ${wall.slice(11, 19)} 230801`;
  return `${prefix} CVArchive::Write() - Failed to write, iRet [-1] chunk [51751]\n`.repeat(120);
}

async function timedPlan(name: string, changes: Partial<PartialCaseRequest>) {
  const request = sampleRequest({ only: ['commvault'], problemArea: 'tape-library', ...changes });
  const started = performance.now();
  const planned = await planCase(request, sampleContext(host));
  const ms = performance.now() - started;
  onTestFinished(() => void process.stdout.write(`plan of ${FILES} logs, ${name}: ${Math.round(ms)} ms\n`));
  expect(ms).toBeLessThan(MAX_MS);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  return planned.value;
}

describe('planning with 20,000 logs', () => {
  test('takes them all without a window', async () => {
    const plan = await timedPlan('everything', {});
    const logs = plan.files.filter(({ collector }) => collector === 'commvault.logs');
    expect(logs).toHaveLength(FILES);
    expect(logs[0]?.path).toBe('collected/commvault/logs/Instance001/CVMA.log');
  });

  test('reads when each begins and ends where there is a window', async () => {
    const plan = await timedPlan('a window of 24 hours', { window: { from: '2026-11-19T10:00:00+08:00' } });
    expect(plan.files.filter(({ collector }) => collector === 'commvault.logs')).toHaveLength(25 * BASES);
    expect(plan.leftOut).toHaveLength(75 * BASES);
    expect(plan.leftOut[0]).toMatchObject({ collector: 'commvault.logs', reason: 'outside-window' });
  });

  test('looks for the job where not all of it fits', async () => {
    const maxSizeBytes = 20 * 1024 ** 2;
    const plan = await timedPlan('a job and a size limit', { maxSizeBytes, jobIds: ['230801'] });
    const logs = plan.files.filter(({ collector }) => collector === 'commvault.logs');
    const bytes = logs.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0);
    expect(bytes).toBeLessThanOrEqual(maxSizeBytes);
    expect(bytes).toBeGreaterThan(maxSizeBytes * 0.99);
    expect(plan.leftOut).toHaveLength(FILES - logs.length);
  });
});
