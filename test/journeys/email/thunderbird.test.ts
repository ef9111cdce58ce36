// A draft given to Thunderbird opens ready to send: its window to write in, with the subject, no message to read.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { saveForEmail } from '#engine/email/save-for-email.ts';
import { packetWithLogs } from '#test/fixtures/packet-with-logs.ts';
import { startXvfb } from '../xvfb.mjs';

const run = promisify(execFile);

/** An account that can never send: nobody listens there. Without one, Thunderbird asks for one first. */
const PROFILE = {
  'mail.provider.suppress_dialog_on_startup': true,
  'mail.account.account1.identities': 'id1',
  'mail.account.account1.server': 'server1',
  // Without local folders it opens no window to write in.
  'mail.account.account2.server': 'server2',
  'mail.accountmanager.accounts': 'account1,account2',
  'mail.accountmanager.localfoldersserver': 'server2',
  'mail.accountmanager.defaultaccount': 'account1',
  'mail.identity.id1.useremail': 'li@acme.example',
  'mail.identity.id1.smtpServer': 'smtp1',
  'mail.identity.id1.valid': true,
  'mail.server.server1.hostname': 'localhost',
  'mail.server.server1.port': 1,
  'mail.server.server1.type': 'pop3',
  'mail.server.server1.userName': 'li',
  'mail.server.server1.login_at_startup': false,
  'mail.server.server1.check_new_mail': false,
  'mail.server.server2.hostname': 'Local Folders',
  'mail.server.server2.name': 'Local Folders',
  'mail.server.server2.type': 'none',
  'mail.server.server2.userName': 'nobody',
  'mail.smtpserver.smtp1.hostname': 'localhost',
  'mail.smtpserver.smtp1.port': 1,
  'mail.smtpservers': 'smtp1',
  'app.update.enabled': false,
  'toolkit.telemetry.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'mailnews.start_page.enabled': false,
};

async function titles(display: string): Promise<string> {
  const { stdout } = await run('xwininfo', ['-display', display, '-root', '-tree']).catch(() => ({
    stdout: '',
  }));
  return stdout;
}

test('a draft opens in the window to write in, subject and all', async () => {
  const { context, packet, mail, caseReference } = await packetWithLogs({ 'cvd.log': 300_000 });
  const options = { to: ['support@vendor.example'], cc: [], maxMessageBytes: 20e6, folder: mail };
  const saved = await saveForEmail(packet, options, context);
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  const home = join(mail, 'home');
  await mkdir(home);
  const prefs = Object.entries(PROFILE).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(home, 'user.js'), prefs.join(''));
  const screen = await startXvfb();
  const env = {
    ...process.env,
    HOME: home,
    DISPLAY: screen.display,
    LC_ALL: 'C.UTF-8',
    MOZ_CRASHREPORTER_DISABLE: '1',
  };
  const args = ['--profile', home, '-no-remote', '-file', saved.value.drafts[0]?.path ?? ''];
  const thunderbird: ChildProcess = spawn('thunderbird', args, { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => thunderbird.once('close', resolve));
  onTestFinished(async () => {
    thunderbird.kill('SIGKILL');
    await ended;
    await screen.stop();
  });
  let seen = '';
  for (let waited = 0; waited < 240 && !/"Write: [^"]*Thunderbird"/.test(seen); waited += 1) {
    await sleep(500);
    seen = await titles(screen.display);
  }
  const [title = ''] = /"Write: [^"]*Thunderbird"/.exec(seen) ?? [];
  expect(title).toContain('CCID F96C9');
  expect(title).toContain(`${caseReference} (1/1)`);
});
