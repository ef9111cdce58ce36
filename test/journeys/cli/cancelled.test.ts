// Signals in the middle of a large case, sent to the built command: nothing under a packet's name, nothing half-written,
// sources as they were. Runs in vitest.
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { completeForm } from '#test/cli/planted-machine.ts';
import { logText, writeLogs } from './log-text.ts';
import { fingerprint, leftIn, type Workplace, workplace } from './workplace.ts';

const MIB = 1024 ** 2;
const EXIT_CANCELLED = 130;
/** Much less than the rest of the case would take, on a machine that does other things too. */
const PROMPT_MS = 3_000;

let logs: string;
let untouched: Map<string, string>;

beforeAll(async () => {
  logs = await mkdtemp(join(tmpdir(), 'casepack-大量 日志-'));
  const names = Array.from({ length: 48 }, (_, number) => join(logs, `CVMA_${number}.log`));
  await writeLogs(names, 5 * MIB, logText(16 * MIB));
  untouched = await fingerprint(logs);
});
afterAll(() => rm(logs, { recursive: true, force: true }));
afterEach(async () => expect(await fingerprint(logs)).toEqual(untouched));

const collectArgs = () => [
  ...['collect', ...completeForm, '--commvault-version', '11.26.35', '--log-dir', logs],
  ...['--only', 'commvault.logs', '--json'],
];

/** In the middle of collecting, of 240 MB: some are in the draft, most are not. */
const IN_THE_MIDDLE = /"stage":"collect",.*"doneFiles":1\d,/;

/** A case that has come this far. */
async function startedCase(place: Workplace, stage: RegExp, lang = 'en') {
  const started = place.start([...collectArgs(), '--lang', lang]);
  await started.said(stage);
  return started;
}

test.each([
  ['SIGINT', 'collect', IN_THE_MIDDLE],
  ['SIGTERM', 'collect', IN_THE_MIDDLE],
  ['SIGHUP', 'collect', IN_THE_MIDDLE],
  ['SIGTERM', 'check', /"stage":"check"/],
] as const)('130: %s during %s', async (signal, _stage, when) => {
  const place = await workplace();
  const started = await startedCase(place, when);
  expect((await leftIn(place)).length).toBeGreaterThan(0);
  const sentAtMs = performance.now();
  started.kill(signal);
  const { exitCode, lastLine } = await started.finished;
  expect(performance.now() - sentAtMs).toBeLessThan(PROMPT_MS);
  expect(exitCode).toBe(EXIT_CANCELLED);
  expect(JSON.parse(lastLine)).toEqual({
    type: 'problem',
    code: 'cancelled',
    message: 'cancelled; nothing half-written remains',
  });
  expect(await leftIn(place)).toEqual([]);
});

test('130: one line for people', async () => {
  const place = await workplace();
  const args = collectArgs().filter((arg) => arg !== '--json');
  const started = place.start([...args, '--lang', 'zh']);
  await started.said('采集……');
  started.kill('SIGINT');
  expect(await started.finished).toMatchObject({
    exitCode: EXIT_CANCELLED,
    stdout: '',
    stderr: '查找……\n采集……\n已取消，未留下任何不完整的文件\n',
  });
  expect(await leftIn(place)).toEqual([]);
});

test('130: the command of a checkout hands signals on', async () => {
  const place = await workplace();
  const command = fileURLToPath(new URL('../../../build/bin/casepack.mjs', import.meta.url));
  const started = place.start(collectArgs(), { command });
  await started.said(IN_THE_MIDDLE);
  started.kill('SIGTERM');
  expect(await started.finished).toMatchObject({ exitCode: EXIT_CANCELLED });
  expect(await leftIn(place)).toEqual([]);
});

test('killed: no packet; the next case removes the draft that was left behind', async () => {
  const place = await workplace();
  const started = await startedCase(place, IN_THE_MIDDLE);
  started.kill('SIGKILL');
  expect(await started.finished).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  expect(await readdir(place.out)).toEqual([]);
  const [draft = ''] = await readdir(place.drafts);
  expect(draft).toMatch(/^casepack-\d+-/);
  // Younger ones may belong to a process of another machine that shares the folder.
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(join(place.drafts, draft), twoHoursAgo, twoHoursAgo);
  await mkdir(join(place.out, '空'));
  const next = await place.run([
    ...['collect', ...completeForm, '--commvault-version', '11', '--log-dir', join(place.out, '空')],
    ...['--only', 'commvault.logs', '--allow-incomplete', '--quiet'],
  ]);
  expect(next.exitCode).toBe(3);
  expect(await readdir(place.drafts)).toEqual([]);
});

test('killed while the packet is read back: no file under a packet’s name', async () => {
  const place = await workplace();
  const started = await startedCase(place, /"stage":"check"/);
  started.kill('SIGKILL');
  await started.finished;
  const left = await readdir(place.out);
  expect(left).toEqual([expect.stringMatching(/\.zip\.partial$/)]);
});
