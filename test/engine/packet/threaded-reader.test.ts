// Tests of electron/engine/packet/threaded-reader.ts and reading-thread.ts: real threads, bundled as they ship, find what one
// thread finds. Runs in vitest.
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ThreadedReader } from '#engine/packet/threaded-reader.ts';
import { verifyPacket } from '#engine/packet/verify-packet.ts';
import { zipItems } from '#engine/packet/zip-packet.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { SealCheck } from '#engine/seal/seal-check.ts';
import { soughtNames } from '#engine/seal/sought-names.ts';
import { builtThreadFile } from '#test/fixtures/built-thread-file.ts';
import { packetWithLogs } from '#test/fixtures/packet-with-logs.ts';

const MIB = 1024 ** 2;
const LINE = '4312  5f  11/22 10:15:30 230801 CVD - Received heartbeat, all is well\n';
const logOf = (mebibytes: number) => LINE.repeat(Math.ceil((mebibytes * MIB) / LINE.length));

let folder: string;
let threadFile: URL;
let packet: string;
let path: (name: string) => string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casepack-threads-'));
  threadFile = await builtThreadFile(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Large enough that threads are worth it. */
async function largePacket(): Promise<void> {
  const small = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`small-${at}.log`, `${at} ${LINE}`]),
  );
  const large = { 'large.log': logOf(30), 'other.log': logOf(25), '秘密.log': `${LINE}on bkp-prod-07\n` };
  // Unpacked in one call, searched in pieces.
  const middle = { 'middle.log': `${logOf(4)}曙光项目\n`, 'clean.log': logOf(5) };
  const made = await packetWithLogs({ 'noise.bin': 3 * MIB }, { ...large, ...middle, ...small });
  packet = made.packet;
  path = (name) => `collected/commvault/logs/Instance001/${name}`;
}

const never = () => new AbortController().signal;
const quiet = () => ({ signal: never(), onProgress: () => undefined });

function search(): SealCheck {
  const standIns = StandIns.fresh(Buffer.alloc(32, 1));
  standIns.everywhere('host', 'bkp-prod-07');
  standIns.everywhere('keyword', '曙光项目');
  return new SealCheck({
    names: soughtNames(standIns.originals()),
    ...{ asItIs: new Set([]), ownWords: [], privateFolder: folder, signal: never() },
  });
}

test('they tell the same as one thread, leaks and all', async () => {
  await largePacket();
  const [alone, together] = [search(), search()];
  const one = await verifyPacket(packet, quiet(), alone);
  const seen: number[] = [];
  const context = { ...quiet(), onProgress: ({ doneBytes }: { doneBytes: number }) => seen.push(doneBytes) };
  const many = await verifyPacket(packet, { ...context, threadFile }, together);
  expect(many).toEqual(one);
  expect(many.ok).toBe(true);
  expect(together.leaks).toHaveLength(2);
  expect(together.leaks).toContainEqual({ path: path('秘密.log'), rule: 'host' });
  expect(together.leaks).toContainEqual({ path: path('middle.log'), rule: 'keyword' });
  expect(together.leaks).toEqual(alone.leaks);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('a file that is damaged on the disk is named, and no other', async () => {
  await largePacket();
  let at = 0;
  for await (const { path: name, packed } of zipItems(packet))
    if (name === path('noise.bin')) at = packed?.offset ?? 0;
  const file = await open(packet, 'r+');
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at + MIB);
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at + MIB);
  await file.close();
  const report = await verifyPacket(packet, { ...quiet(), threadFile });
  expect(report.problems).toEqual([{ code: 'files-differ', detail: '1' }]);
  expect(report.files.filter(({ state }) => state !== 'ok')).toEqual([
    { path: path('noise.bin'), bytes: 3 * MIB, state: 'wrong-hash' },
  ]);
});

test('cancelled, all threads end and it rejects', async () => {
  await largePacket();
  const cancel = new AbortController();
  const onProgress = () => cancel.abort();
  const running = verifyPacket(packet, { signal: cancel.signal, onProgress, threadFile });
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
});

test('where threads cannot be started everything is read here', async () => {
  await largePacket();
  const nowhere = pathToFileURL(join(folder, 'nothing.mjs'));
  expect(await ThreadedReader.start(nowhere, packet, never())).toBeUndefined();
  const report = await verifyPacket(packet, { ...quiet(), threadFile: nowhere });
  expect(report).toMatchObject({ ok: true, problems: [] });
  expect((await readFile(packet)).length).toBeGreaterThan(3 * MIB);
});
