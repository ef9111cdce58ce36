// Sending a saved packet from the real window to real servers and folders: questions, failures and the ways on. Runs in
// vitest.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isRunning } from '#engine/is-running.ts';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { type Account, createAccount, PASSWORD, USER } from '#test/journeys/delivery/account.ts';
import { type Nginx, startNginx } from '#test/journeys/delivery/nginx.ts';
import { createAuthority, type PrivateAuthority } from '#test/journeys/delivery/private-authority.ts';
import { startRelay } from '#test/journeys/delivery/relay.ts';
import { sha256Of } from '#test/journeys/delivery/sending.ts';
import { type Sshd, startSshd } from '#test/journeys/delivery/sshd.ts';
import { type CaseWindow, openCaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';
import { saveCase } from './save-case.ts';
import { addTarget, chooseWay, everythingKept, shot } from './sending-steps.ts';
import { seriousFindings } from './serious-findings.ts';
import { tabTo } from './tab-to.ts';

async function windowWithPacket(language: Language, logBytes?: number, home?: string) {
  const locale = language === 'zh' ? 'zh_CN' : 'en_US';
  const window = await openCaseWindow({ locale, height: 1000, ...(home === undefined ? {} : { home }) });
  onTestFinished(window.close);
  const packet = await saveCase(window, language, logBytes);
  return { window, packet, page: window.page, words: texts(language).upload };
}

describe('to a server on HTTPS', () => {
  let folder: string;
  let authority: PrivateAuthority;
  let nginx: Nginx;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-window-https-'));
    authority = createAuthority(folder);
    nginx = await startNginx(folder, authority);
  });
  afterAll(async () => {
    await nginx.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says what is wrong with a certificate, takes the authority, asks for the password, and shows the receipt', async () => {
    const { window, packet, page, words } = await windowWithPacket('zh');
    const { failure } = texts('zh').delivery;
    await chooseWay(page, words.ways.server);
    await page.getByText(words.server.none).waitFor();
    await shot(window, 'send-empty');
    const address = `https://li@localhost:${nginx.port}/auth/`;
    await addTarget(window, 'zh', { name: '厂商收件', address });
    await button(page, words.server.send).click();
    const dialog = page.getByRole('dialog', { name: words.password.title.login });
    await dialog.getByText(words.password.cannotKeep).waitFor();
    await dialog.getByRole('textbox').fill('wrong horse');
    await shot(window, 'send-password');
    const findings = await seriousFindings(window.app);
    await page.keyboard.press('Enter');

    await page.getByText(failure['certificate-untrusted'].what).waitFor(PATIENT);
    await shot(window, 'send-failed');
    findings.push(...(await seriousFindings(window.app)));
    await button(page, words.server.edit).click();
    await window.answerDialog(authority.caFile);
    await page.getByRole('button', { name: new RegExp(words.form.caFile) }).click();
    await page.getByRole('dialog').getByText('ca.pem').waitFor();
    await button(page, words.form.done).click();
    await button(page, words.failed.retry).click();

    // The password that was typed is refused, and asked for anew.
    await dialog
      .getByText(words.password.reason['login-refused'](`li@localhost:${nginx.port}`))
      .waitFor(PATIENT);
    await dialog.getByRole('textbox').fill('right horse');
    await page.keyboard.press('Enter');
    await page.getByText(words.done.title, { exact: true }).waitFor(PATIENT);
    await page.getByText(words.done.verified, { exact: true }).waitFor();
    await shot(window, 'send-done');
    findings.push(...(await seriousFindings(window.app)));
    const name = readdirSync(join(nginx.root, 'auth'))[0] ?? '';
    expect(sha256Of(join(nginx.root, 'auth', name))).toBe(sha256Of(packet));
    expect(JSON.parse(readFileSync(packet.replace('.zip', '.receipt.json'), 'utf8'))).toMatchObject({
      packet: { sha256: sha256Of(packet) },
    });
    expect(everythingKept(window.home)).toContain('ca.pem');
    expect(everythingKept(window.home)).not.toMatch(/(right|wrong) horse/);

    // Sent once is sent: a second time is the user's wish.
    await button(page, words.done.other).click();
    await button(page, words.server.send).click();
    await button(page, words.done.again).waitFor(PATIENT);
    expect(findings).toEqual([]);
    expect(window.complaints).toEqual([]);
  });

  it('goes another way at one click when the server does not take it', async () => {
    const { window, packet, page, words } = await windowWithPacket('en');
    const { failure } = texts('en').delivery;
    await chooseWay(page, words.ways.server);
    const address = `https://localhost:${nginx.port}/full/`;
    await addTarget(window, 'en', { name: 'Full', address, file: authority.caFile });
    await button(page, words.server.send).click();
    await page.getByText(new RegExp(failure['no-space'].what, 'i')).waitFor(PATIENT);
    await button(page, words.failed.email).click();
    await page.getByText(texts('en').sending.email.left(1, 1)).waitFor(PATIENT);
    expect(readdirSync(window.output).filter((name) => name.endsWith('.eml'))).toHaveLength(1);

    await chooseWay(page, words.ways.server);
    await button(page, words.server.send).click();
    await page.getByText(new RegExp(failure['no-space'].what, 'i')).waitFor(PATIENT);
    const stick = join(window.home, 'USB 盘');
    mkdirSync(stick);
    await window.answerDialog(stick);
    await button(page, words.failed.folder).click();
    await page.getByText(words.done.copied).waitFor(PATIENT);
    const copied = readdirSync(stick).find((name) => name.endsWith('.zip')) ?? '';
    expect(sha256Of(join(stick, copied))).toBe(sha256Of(packet));
    expect(window.complaints).toEqual([]);
  });
});

describe.runIf(canMount())('to a server on SFTP, and to folders', () => {
  let folder: string;
  let account: Account;
  let sshd: Sshd;
  let inbox: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-window-sftp-'));
    account = createAccount(folder);
    sshd = await startSshd(folder, account);
    inbox = join(account.home, 'in');
    mkdirSync(inbox);
    account.own(inbox);
  });
  afterAll(async () => {
    await sshd.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks about a server that is met for the first time; nothing goes before the yes', async () => {
    const { window, packet, page, words } = await windowWithPacket('zh');
    await chooseWay(page, words.ways.server);
    await addTarget(window, 'zh', {
      name: 'SFTP 收件',
      kind: words.form.kinds.sftp,
      address: `localhost:${sshd.port}${inbox}/`,
      user: USER,
    });
    await button(page, words.server.send).click();
    await page.getByRole('dialog').getByRole('textbox').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: words.hostKey.title });
    await question.getByText(sshd.fingerprint).waitFor(PATIENT);
    await shot(window, 'send-host-key');
    const findings = await seriousFindings(window.app);
    // The safe answer has the focus.
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(readdirSync(inbox)).toEqual([]);

    await button(page, words.server.send).click();
    await question.waitFor(PATIENT);
    await button(page, words.hostKey.trust).click();
    await page.getByText(words.done.title, { exact: true }).waitFor(PATIENT);
    const name = readdirSync(inbox)[0] ?? '';
    expect(sha256Of(join(inbox, name))).toBe(sha256Of(packet));
    expect(everythingKept(window.home)).not.toContain(PASSWORD);
    expect(findings).toEqual([]);
    expect(window.complaints).toEqual([]);
  });

  it('goes on after the program was killed in the middle, where it stopped', async () => {
    const home = mkdtempSync(join(tmpdir(), 'casepack-window-resumed-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const MEGABYTE = 1024 ** 2;
    // The first connection asks for the host key, the second one stalls on its way.
    const relay = await startRelay(sshd.port, [undefined, { afterBytes: 2 * MEGABYTE, what: 'stall' }]);
    onTestFinished(() => relay.close());
    const first = await openCaseWindow({ locale: 'zh_CN', height: 1000, home });
    const packet = await saveCase(first, 'zh', 8 * MEGABYTE);
    const { upload: words } = texts('zh');
    const send = async ({ page }: CaseWindow) => {
      await page.getByRole('dialog').getByRole('textbox').fill(PASSWORD);
      await page.keyboard.press('Enter');
    };
    await chooseWay(first.page, words.ways.server);
    const address = `sftp://${USER}@localhost:${relay.port}${inbox}/`;
    await addTarget(first, 'zh', { name: '慢速线路', address });
    await button(first.page, words.server.send).click();
    await send(first);
    await button(first.page, words.hostKey.trust).click(PATIENT);
    const bar = first.page.getByRole('progressbar', { name: words.status.progressLabel });
    await expect.poll(() => relay.sent[1] ?? 0, PATIENT).toBeGreaterThan(MEGABYTE);
    await bar.waitFor();
    await shot(first, 'send-progress');
    expect(await seriousFindings(first.app)).toEqual([]);
    // The next case can be begun meanwhile.
    await button(first.page, texts('zh').window.saved.another).click();
    await first.page.getByRole('button', { name: /正在发送/ }).waitFor();
    await shot(first, 'send-in-background');
    const engineId = await first.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'engine')?.pid,
    );
    first.app.process().kill('SIGKILL');
    await first.close();
    // As long as the engine's process ends, on a busy machine a moment later, the delivery is still in its hands.
    await expect.poll(() => isRunning(engineId ?? 0), PATIENT).toBe(false);

    const second = await openCaseWindow({ locale: 'zh_CN', height: 1000, home });
    onTestFinished(second.close);
    await second.page.getByRole('heading', { name: words.unfinished.title }).waitFor(PATIENT);
    await shot(second, 'send-unfinished');
    expect(await seriousFindings(second.app)).toEqual([]);
    await second.page.getByRole('button', { name: /^继续发送/ }).click();
    await send(second);
    await second.page.getByText(words.done.title, { exact: true }).waitFor(PATIENT);
    const name = packet.slice(packet.lastIndexOf('/') + 1);
    expect(sha256Of(join(inbox, name))).toBe(sha256Of(packet));
    expect(relay.sent[2]).toBeLessThan(3.5 * MEGABYTE);
    await button(second.page, words.screen.back).click();
    await second.page.getByText(/已送达 sftp/).waitFor();
    await shot(second, 'cases-receipts');
    expect(await second.page.getByRole('heading', { name: words.unfinished.title }).count()).toBe(0);
    expect(second.complaints).toEqual([]);
  });

  it('refuses a folder without room before anything is written, and copies to one with room, by keyboard', async () => {
    const { window, packet, page, words } = await windowWithPacket('en', 4_000_000);
    const full = await smallVolume('size=1m');
    await tabTo(page, words.ways.email);
    await page.keyboard.press('ArrowRight');
    await window.answerDialog(full);
    await tabTo(page, words.folder.choose);
    await page.keyboard.press('Enter');
    await page.getByText(/Not enough space/).waitFor();
    await shot(window, 'folder-full');
    const findings = await seriousFindings(window.app);
    expect(await button(page, words.folder.copy).count()).toBe(0);
    const share = join(window.home, '共享 share');
    mkdirSync(share);
    writeFileSync(join(share, 'other.txt'), 'x');
    await window.answerDialog(share);
    await tabTo(page, words.folder.change);
    await page.keyboard.press('Enter');
    await page.getByText(/free, the packet takes/).waitFor();
    await tabTo(page, words.folder.copy);
    await page.keyboard.press('Enter');
    await page.getByText(words.done.copied).waitFor(PATIENT);
    await shot(window, 'folder-copied');
    findings.push(...(await seriousFindings(window.app)));
    const copied = readdirSync(share).find((name) => name.endsWith('.zip')) ?? '';
    expect(sha256Of(join(share, copied))).toBe(sha256Of(packet));
    expect(findings).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
