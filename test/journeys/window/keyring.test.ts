// A password that the window keeps in the system's real store: GNOME's keyring on a session bus of its own. Runs in vitest.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { type Nginx, startNginx } from '#test/journeys/delivery/nginx.ts';
import { createAuthority, type PrivateAuthority } from '#test/journeys/delivery/private-authority.ts';
import { sha256Of } from '#test/journeys/delivery/sending.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';
import { type Keyring, startKeyring } from './keyring.ts';
import { saveCase } from './save-case.ts';
import { addTarget, chooseWay, everythingKept, shot } from './sending-steps.ts';

const PASSWORD = 'right horse';

let folder: string;
let authority: PrivateAuthority;
let nginx: Nginx;
let keyring: Keyring;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-keyring-'));
  authority = createAuthority(folder);
  nginx = await startNginx(folder, authority);
  keyring = await startKeyring(folder);
});
afterAll(async () => {
  await Promise.all([nginx.stop(), keyring.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

it('keeps a password for the next start, readable in no file', async () => {
  const home = mkdtempSync(join(tmpdir(), 'casepack-window-keyring-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const { upload: words } = texts('zh');
  const open = async ({ env } = keyring): Promise<CaseWindow> => {
    const window = await openCaseWindow({ locale: 'zh_CN', height: 1000, home, env });
    onTestFinished(window.close);
    return window;
  };
  const first = await open();
  const backend = first.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend());
  expect(await backend).toBe('gnome_libsecret');
  const packet = await saveCase(first, 'zh');
  await chooseWay(first.page, words.ways.server);
  const address = `https://li@localhost:${nginx.port}/auth/`;
  await addTarget(first, 'zh', { name: '厂商收件', address, file: authority.caFile });
  await button(first.page, words.server.send).click();
  const dialog = first.page.getByRole('dialog', { name: words.password.title.login });
  await dialog.getByRole('textbox').fill(PASSWORD);
  await dialog.getByRole('checkbox', { name: words.password.keep }).check();
  await shot(first, 'password-kept');
  await first.page.keyboard.press('Enter');
  await first.page.getByText(words.done.title, { exact: true }).waitFor(PATIENT);
  await first.close();

  const secrets = JSON.parse(readFileSync(join(home, 'data', 'secrets.json'), 'utf8'));
  expect(Object.keys(secrets)).toEqual([`https://li@localhost:${nginx.port}`]);
  const encoded = [PASSWORD, Buffer.from(PASSWORD).toString('base64'), encodeURIComponent(PASSWORD)];
  for (const text of encoded) expect(everythingKept(home)).not.toContain(text);
  for (const name of readdirSync(join(nginx.root, 'auth'))) rmSync(join(nginx.root, 'auth', name));
  const sendAgain = async ({ page }: CaseWindow) => {
    await button(page, texts('zh').cases.open).click();
    await page.getByRole('button', { name: /^发送案例/ }).click(PATIENT);
    await chooseWay(page, words.ways.server);
    await button(page, words.server.send).click();
  };
  const second = await open();
  await sendAgain(second);
  await button(second.page, words.done.again).click(PATIENT);
  await second.page.getByText(words.done.title, { exact: true }).waitFor(PATIENT);
  await expect.poll(() => readdirSync(join(nginx.root, 'auth')), PATIENT).toHaveLength(1);
  const [name = ''] = readdirSync(join(nginx.root, 'auth'));
  expect(sha256Of(join(nginx.root, 'auth', name))).toBe(sha256Of(packet));
  expect(second.complaints).toEqual([]);
  await second.close();

  // What opens it lies in the keyring: with another one the file is of no use, and the password is asked for.
  const other = await startKeyring(mkdtempSync(join(folder, 'other-')));
  onTestFinished(other.stop);
  const third = await open(other);
  await sendAgain(third);
  await third.page.getByRole('dialog', { name: words.password.title.login }).waitFor(PATIENT);
});
