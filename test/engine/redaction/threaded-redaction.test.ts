// Tests of electron/engine/redaction/threaded-redaction.ts and redaction-thread.ts: real threads, bundled as they ship. Runs in
// vitest.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createRedactor, type Redactor } from '#engine/redaction/redactor.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { ThreadedRedaction } from '#engine/redaction/threaded-redaction.ts';
import { builtThreadFile } from '#test/fixtures/built-thread-file.ts';

const LINE = '4312 5f 11/22 10:15:30 host=bkp-prod-07 [10.23.45.67] CORP\\zhang.wei password=Tr0ub4dor\n';
const SEGMENT = Buffer.from(LINE.repeat(1000));

let folder: string;
let threadFile: URL;
let threads: ThreadedRedaction | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casepack-threads-'));
  threadFile = await builtThreadFile(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => threads?.close());

const newCase = (): Redactor =>
  createRedactor({ level: 'standard', standIns: StandIns.fresh(Buffer.alloc(16, 7)) });

async function started(redactor: Redactor, file = threadFile): Promise<ThreadedRedaction> {
  threads = await ThreadedRedaction.start(file, redactor, 2);
  if (threads === undefined) throw new Error('no threads');
  return threads;
}

/** What the case makes of it alone. */
function alone(redactor: Redactor, bytes: Buffer): string {
  const text = redactor.openText(bytes);
  if ('withheld' in text) throw new Error(text.withheld);
  return Buffer.concat([text.write(bytes), text.end()]).toString();
}

/** Offers it some times, since the case keeps its share. @returns what threads made of it. */
async function doneTexts(help: ThreadedRedaction, bytes: Buffer): Promise<string[]> {
  const segments = Array.from({ length: 8 }, () => Buffer.from(bytes));
  for (const segment of segments) help.offer(segment);
  const all = await Promise.all(segments.map((segment) => help.done(segment)));
  expect(segments.every((segment) => segment.equals(bytes))).toBe(true);
  return all.flatMap((done) => (done === undefined ? [] : [Buffer.from(done.bytes).toString()]));
}

test('a thread makes of a part what the case makes of it, once the case knows the names', async () => {
  const redactor = newCase();
  const help = await started(redactor);
  expect(await doneTexts(help, SEGMENT)).toEqual([]);
  const expected = alone(redactor, SEGMENT);
  const done = await doneTexts(help, SEGMENT);
  expect(done.length).toBeGreaterThan(2);
  expect(new Set(done)).toEqual(new Set([expected]));
  expect(expected).not.toContain('zhang');
});

test('what was done before a name was learned is not used', async () => {
  const redactor = newCase();
  alone(redactor, SEGMENT);
  const help = await started(redactor);
  const before = doneTexts(help, SEGMENT);
  redactor.learn('keyword', 'heartbeat');
  expect(await before).toEqual([]);
  const later = Buffer.from(LINE.replace('11/22', 'heartbeat').repeat(1000));
  const [done] = await doneTexts(help, later);
  expect(done).toBe(alone(redactor, later));
  expect(done).not.toContain('heartbeat');
});

test('what is small, or no whole lines, or was not offered, is not done', async () => {
  const redactor = newCase();
  alone(redactor, SEGMENT);
  const help = await started(redactor);
  const parts = [SEGMENT.subarray(0, LINE.length * 10), SEGMENT.subarray(0, SEGMENT.length - 1)];
  for (const part of parts) expect(await doneTexts(help, part)).toEqual([]);
  expect(await help.done(SEGMENT)).toBeUndefined();
});

test('texts full of new names are not given to threads for a while, and then again', async () => {
  const redactor = newCase();
  const help = await started(redactor);
  const fresh = (at: number) => Buffer.from(SEGMENT.toString().replaceAll('bkp-prod-07', `bkp-new-${at}`));
  for (let at = 0; at < 34; at += 1) {
    const segment = fresh(at);
    help.offer(segment);
    expect(await help.done(segment)).toBeUndefined();
    alone(redactor, segment);
  }
  let without = 0;
  for (;;) {
    const segment = fresh(0);
    help.offer(segment);
    if ((await help.done(segment)) !== undefined) break;
    without += 1;
  }
  expect(without).toBeGreaterThan(50);
});

test('threads that end leave their work to the case, and the next to those that live', async () => {
  const dying = join(folder, 'dying-thread.mjs');
  await writeFile(
    dying,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', () => process.exit(1));
    parentPort.postMessage({ type: 'ready' });\n`,
  );
  const help = await started(newCase(), pathToFileURL(dying));
  expect(await doneTexts(help, SEGMENT)).toEqual([]);
  expect(await doneTexts(help, SEGMENT)).toEqual([]);
});

test('where no thread comes to life there is no help', async () => {
  expect(
    await ThreadedRedaction.start(pathToFileURL(join(folder, 'missing.mjs')), newCase(), 2),
  ).toBeUndefined();
});
