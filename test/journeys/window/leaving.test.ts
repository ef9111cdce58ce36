// Closing the window and quitting while a packet is on its way: asked first, nothing lost, and gone on with at the next
// start. Runs in vitest.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import { createAuthority, type PrivateAuthority } from '#test/journeys/delivery/private-authority.ts';
import { startRelay } from '#test/journeys/delivery/relay.ts';
import { sha256Of } from '#test/journeys/delivery/sending.ts';
import { freePort } from '#test/journeys/delivery/server-process.ts';
import { type RunningTus, startTus, uploadsIn } from '#test/journeys/delivery/tus-server.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';
import { saveCase } from './save-case.ts';
import { addTarget, chooseWay } from './sending-steps.ts';

const MEGABYTE = 1024 ** 2;

let folder: string;
let authority: PrivateAuthority;
let tus: RunningTus;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-leaving-'));
  authority = createAuthority(folder);
  port = await freePort();
  tus = await startTus(folder, authority, port);
});
afterAll(async () => {
  await tus.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The question is answered with this button from now on. */
async function answerQuestion({ app }: CaseWindow, label: string): Promise<void> {
  await app.evaluate(({ dialog }, pressed) => {
    const kept = globalThis as { asked?: string[] };
    const asked = kept.asked ?? [];
    kept.asked = asked;
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { message, buttons = [] } = given.at(-1) as Electron.MessageBoxOptions;
      asked.push(message);
      return { response: buttons.indexOf(pressed), checkboxChecked: false };
    };
  }, label);
}
const questions = ({ app }: CaseWindow) =>
  app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);
const closeWindow = ({ app }: CaseWindow) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const quit = ({ app }: CaseWindow) => app.evaluate(({ app: program }) => program.quit()).catch(() => {});
const ended = ({ app }: CaseWindow) => new Promise((resolve) => app.process().once('exit', resolve));

/** A window whose packet is stuck half-way to the tus server. */
async function sendingWindow(language: Language) {
  const home = mkdtempSync(join(tmpdir(), 'casepack-window-leaving-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const relay = await startRelay(port, [undefined, { afterBytes: MEGABYTE, what: 'stall' }]);
  onTestFinished(() => relay.close());
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';
  const window = await openCaseWindow({ locale, height: 1000, home });
  onTestFinished(window.close);
  const packet = await saveCase(window, language, 4 * MEGABYTE);
  const { upload: words } = texts(language);
  await chooseWay(window.page, words.ways.server);
  await addTarget(window, language, {
    name: 'tus',
    kind: words.form.kinds.tus,
    address: `localhost:${relay.port}/files`,
    file: authority.caFile,
  });
  await button(window.page, words.server.send).click();
  await button(window.page, words.status.cancel).waitFor(PATIENT);
  await expect.poll(() => relay.sent[1] ?? 0, PATIENT).toBeGreaterThan(MEGABYTE);
  return { window, home, locale, packet, relay, words };
}

it('closing asks: kept open, minimised, or stopped; the next start offers to go on where it stopped', async () => {
  const { window, home, locale, packet, relay, words } = await sendingWindow('zh');
  const { leaving } = texts('zh');
  await answerQuestion(window, leaving.stay);
  await closeWindow(window);
  await expect.poll(() => questions(window), PATIENT).toEqual([leaving.question]);
  await button(window.page, words.status.cancel).waitFor();

  await answerQuestion(window, leaving.minimize);
  // Without a window manager nothing is ever seen minimised.
  const minimized = window.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const [open] = BrowserWindow.getAllWindows();
        if (open !== undefined) open.minimize = resolve;
      }),
  );
  await closeWindow(window);
  await minimized;
  await button(window.page, words.status.cancel).waitFor();

  await answerQuestion(window, leaving.stop);
  const gone = ended(window);
  await quit(window);
  await gone;
  expect(await readHistory(join(home, 'data'))).toMatchObject([{ outcome: 'cancelled' }]);

  const second = await openCaseWindow({ locale, height: 1000, home });
  onTestFinished(second.close);
  await second.page.getByRole('button', { name: /^继续发送/ }).click(PATIENT);
  await second.page.getByText(words.done.title, { exact: true }).waitFor(PATIENT);
  expect(uploadsIn(folder)).toContain(sha256Of(packet));
  expect(relay.sent.at(-1)).toBeLessThan(2 * MEGABYTE);
  // With nothing on its way nobody is asked.
  await answerQuestion(second, leaving.stay);
  const closed = ended(second);
  await closeWindow(second).catch(() => {});
  await closed;
});

it('a system that ends the program is not held up by a question', async () => {
  const { window, home } = await sendingWindow('en');
  await answerQuestion(window, texts('en').leaving.stay);
  const gone = ended(window);
  window.app.process().kill('SIGTERM');
  await gone;
  expect(await readHistory(join(home, 'data'))).toMatchObject([{ outcome: 'cancelled' }]);
});
