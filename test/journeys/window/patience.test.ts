// What takes its minute: a server that stops reading, and a machine that falls asleep while the window sends. Both at the
// same time, since they only wait. Runs in vitest.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { createAuthority, type PrivateAuthority } from '#test/journeys/delivery/private-authority.ts';
import { type Fault, startRelay } from '#test/journeys/delivery/relay.ts';
import { sha256Of } from '#test/journeys/delivery/sending.ts';
import { freePort } from '#test/journeys/delivery/server-process.ts';
import { type RunningTus, startTus, uploadsIn } from '#test/journeys/delivery/tus-server.ts';
import { openCaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';
import { saveCase } from './save-case.ts';
import { addTarget, chooseWay, shot } from './sending-steps.ts';

const MEGABYTE = 1024 ** 2;
/** A little more than the program waits while nothing moves. */
const ASLEEP_MS = 62_000;
const A_MINUTE = { timeout: 90_000 };

let folder: string;
let authority: PrivateAuthority;
/** One waits for ever, one closes what does not move. */
let patient: RunningTus;
let hurried: RunningTus;
let patientPort: number;
let hurriedPort: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-patience-'));
  authority = createAuthority(folder);
  [patientPort, hurriedPort] = [await freePort(), await freePort()];
  patient = await startTus(folder, authority, patientPort);
  hurried = await startTus(folder, authority, hurriedPort, 3000);
});
afterAll(async () => {
  await Promise.all([patient.stop(), hurried.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A window whose packet is on its way to the tus server, as far as the fault lets it. */
async function sendingWindow(port: number, fault: Fault) {
  const relay = await startRelay(port, [undefined, fault]);
  onTestFinished(() => relay.close());
  const window = await openCaseWindow({ locale: 'zh_CN', height: 1000 });
  onTestFinished(window.close);
  const packet = await saveCase(window, 'zh', 16 * MEGABYTE);
  const { upload: words, delivery } = texts('zh');
  await chooseWay(window.page, words.ways.server);
  await addTarget(window, 'zh', {
    name: 'tus',
    kind: words.form.kinds.tus,
    address: `localhost:${relay.port}/files`,
    file: authority.caFile,
  });
  await button(window.page, words.server.send).click();
  await expect.poll(() => relay.sent[1] ?? 0, PATIENT).toBeGreaterThan(fault.afterBytes);
  return { window, packet, relay, words, failure: delivery.failure, page: window.page };
}

async function stalled(): Promise<void> {
  const { window, page, relay, words, failure } = await sendingWindow(patientPort, {
    afterBytes: 2 * MEGABYTE,
    what: 'stall',
  });
  const saying = page.getByRole('progressbar', { name: words.status.progressLabel }).locator('xpath=../..');
  // Words beside the bar from the beginning.
  await saying.getByText(/ MB \/ /).waitFor();
  await page
    .getByText(new RegExp(`^${failure.stalled.what}，\\d+ 秒后自动重试（第 1 次，共 5 次）`))
    .waitFor(A_MINUTE);
  await shot(window, 'send-stalled');
  // From now on nobody answers.
  await relay.close();
  await page.getByText(/秒后自动重试（第 5 次，共 5 次）/).waitFor(A_MINUTE);
  await page.getByText(words.failed.title).waitFor(A_MINUTE);
  await page.getByText(new RegExp(failure.refused.what)).waitFor();
  await shot(window, 'send-given-up');
  await button(page, words.failed.folder).waitFor();
  await button(page, words.failed.email).click();
  await page.getByText(texts('zh').sending.email.left(1, 1)).waitFor(PATIENT);
  expect(readdirSync(window.output).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  expect(window.complaints).toEqual([]);
}

async function asleep(): Promise<void> {
  const { window, page, packet, relay, words } = await sendingWindow(hurriedPort, {
    afterBytes: 2 * MEGABYTE,
    what: 'slow',
  });
  const engineId = await window.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'engine')?.pid,
  );
  if (engineId === undefined) throw new Error('no engine process');
  process.kill(engineId, 'SIGSTOP');
  const asleepAt = performance.now();
  await expect.poll(() => relay.standing(), PATIENT).toBe(0);
  const before = relay.connections();
  await sleep(ASLEEP_MS - (performance.now() - asleepAt));
  process.kill(engineId, 'SIGCONT');
  await page.getByText(words.done.title, { exact: true }).waitFor(A_MINUTE);
  expect(relay.connections()).toBeGreaterThan(before);
  expect(uploadsIn(folder)).toContain(sha256Of(packet));
  const rest = relay.sent.slice(before).reduce((sum, bytes) => sum + bytes, 0);
  expect(rest).toBeLessThan(7 * MEGABYTE);
  expect(window.complaints).toEqual([]);
}

it('a server that stops reading is said in words, tried again, and given up for another way; sleep is survived', async () => {
  await Promise.all([stalled(), asleep()]);
}, 300_000);
