// Everything that can be seen of sending a saved packet, one after the other, for pictures and accessibility. The servers are
// real sockets: one that never answers, one that does not speak TLS. Runs in vitest.
import { mkdir } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { CaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';

/** Begins at the saved packet, ends there with an unfinished delivery and a receipt. */
export async function walkSending(
  { page, home, answerDialog }: CaseWindow,
  language: Language,
  visit: (screen: string, part?: Locator) => Promise<void>,
): Promise<void> {
  const { upload: words } = texts(language);
  const { form, server, folder } = words;
  const part = page.getByRole('tablist');
  const silent = await listen(() => {});
  const plain = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const address = async (name: string, text: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: form.name, exact: true }).fill(name);
    await dialog.getByRole('textbox', { name: form.address, exact: true }).fill(text);
  };
  try {
    await visit('send-email', part);
    await page.getByRole('tab', { name: words.ways.folder }).click();
    const copies = join(home, 'USB 盘 备份资料');
    await mkdir(copies);
    await answerDialog(copies);
    await button(page, folder.choose).click();
    await button(page, folder.copy).waitFor();
    await visit('send-folder', part);
    await button(page, folder.copy).click();
    await page.getByText(words.done.copied).waitFor(PATIENT);
    await visit('send-copied', part);
    await button(page, words.done.other).click();

    await page.getByRole('tab', { name: words.ways.server }).click();
    await visit('send-server-empty', part);
    await button(page, server.add).click();
    await button(page, form.done).click();
    await page.getByText(form.trouble.address).waitFor();
    await page.getByText(form.proxies.fixed, { exact: true }).click();
    await visit('send-target');
    await page.getByText(form.proxies.none, { exact: true }).click();
    await address('厂商收件服务器', `https://li@127.0.0.1:${plain.port}/cases/`);
    await button(page, form.done).click();
    await button(page, server.send).click();
    const password = page.getByRole('dialog', { name: words.password.title.login });
    await password.getByRole('textbox').fill('x');
    await visit('send-password');
    await page.keyboard.press('Enter');
    await page.getByText(words.failed.kept).waitFor(PATIENT);
    await visit('send-failed', part);

    await button(page, server.edit).click();
    await address('厂商收件服务器', `https://127.0.0.1:${silent.port}/cases/`);
    await page.getByRole('dialog').getByRole('textbox', { name: form.user, exact: true }).fill('');
    await button(page, form.done).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await button(page, words.failed.retry).click();
    await button(page, words.status.cancel).waitFor(PATIENT);
    await visit('send-progress', part);
    await button(page, words.status.cancel).click();
    await page.getByText(words.failed.cancelled).waitFor(PATIENT);
    await visit('send-cancelled', part);
  } finally {
    silent.close();
    plain.close();
  }
}

/** A loopback server. */
async function listen(onConnection: (socket: Socket) => void) {
  const open = new Set<Socket>();
  const socketServer = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => socketServer.listen(0, '127.0.0.1', resolve));
  const found = socketServer.address();
  return {
    port: typeof found === 'object' && found !== null ? found.port : 0,
    close() {
      for (const socket of open) socket.destroy();
      socketServer.close();
    },
  };
}
