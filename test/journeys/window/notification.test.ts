// A case that is collected and saved while the user is in another program: the desktop itself shows that it is done. Runs
// in vitest, starts a session bus and a notification daemon.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { openCaseWindow } from './case-window.ts';
import { PATIENT } from './fill-case.ts';
import { type ShownNotification, showNotifications } from './notifications.ts';
import { saveCase } from './save-case.ts';
import { startSessionBus } from './session-bus.ts';

it.runIf(process.platform === 'linux')('the desktop shows that collecting and saving are done', async () => {
  const bus = await startSessionBus();
  onTestFinished(bus.stop);
  const runtime = join(await temporaryFolder(), 'session');
  mkdirSync(runtime, { mode: 0o700 });
  const session = { DBUS_SESSION_BUS_ADDRESS: bus.address, XDG_RUNTIME_DIR: runtime };
  const window = await openCaseWindow({ locale: 'zh_CN', env: session });
  onTestFinished(window.close);
  const display = await window.app.evaluate(() => process.env.DISPLAY ?? '');
  const notifications = await showNotifications({ ...session, DISPLAY: display });
  onTestFinished(notifications.stop);
  await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());

  await saveCase(window, 'zh');
  const { notice } = texts('zh').work;
  const shown: ShownNotification[] = [];
  await expect
    .poll(() => {
      shown.push(...notifications.take());
      return shown;
    }, PATIENT)
    .toHaveLength(2);
  expect(shown).toEqual(
    expect.arrayContaining([
      { title: notice.collected, text: notice.collectedText },
      { title: notice.saved, text: notice.savedText },
    ]),
  );
  expect(window.complaints).toEqual([]);
});
