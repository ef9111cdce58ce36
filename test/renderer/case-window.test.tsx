// @vitest-environment jsdom
// The whole page on a scripted bridge: what the user sees and what the main process is asked.
import './browser-gaps.ts';
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { App } from '#renderer/app/app.tsx';
import { call } from '#renderer/client.ts';
import { failure, success } from '#shared/ipc/result.ts';
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';
import { sampleDraft } from './sample-draft.ts';
import { samplePlan } from './sample-plan.ts';
import { sampleClock, sampleMachine, sampleStart } from './sample-start.ts';
import { type ScriptedBridge, scriptBridge } from './scripted-bridge.ts';

// On a busy machine a second is nothing.
configure({ asyncUtilTimeout: 10_000 });

const who = {
  ccid: 'F96C9',
  company: '某某银行',
  contact: { name: '王伟', phone: '010-59051155', email: 'wang.wei@bank.example' },
};
const draft = sampleDraft();
const lastCall = (bridge: ScriptedBridge, channel: string) =>
  bridge.calls.filter((one) => one.channel === channel).at(-1)?.args[0];
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
/** As pasted: typing letter by letter renders the page as often. */
async function fill(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.paste(text);
}
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

async function openApp(answers: Parameters<typeof scriptBridge>[0] = {}) {
  const bridge = scriptBridge({
    'app:start': async () => success(sampleStart({ settings: who })),
    'app:machine': async () => success(sampleMachine),
    'support:clock': async (plan) => success(sampleClock(plan)),
    'case:plan': async () => success(samplePlan()),
    'logs:survey': async () => success({ logs: 0, looked: 0 }),
    'drafts:list': async () => success([]),
    'packets:list': async () => success([]),
    'sending:targets': async () => success({ targets: [], keepsPasswords: true }),
    'sending:unfinished': async () => success([]),
    'case:prepare': async () => success(draft),
    ...answers,
  });
  const [started] = await Promise.allSettled([call('app:start')]);
  render(<App started={started} />);
  return bridge;
}

async function fillProblem() {
  await heading('What is the problem?');
  await userEvent.click(screen.getByRole('combobox', { name: /Problem area/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Backup', hidden: true }));
  await userEvent.click(screen.getByRole('radio', { name: /2 – High/ }));
  await fill(screen.getByRole('textbox', { name: /^Title/ }), 'Backup fails');
  await fill(screen.getByRole('textbox', { name: /^Description/ }), 'Since last night');
  await press('Next');
}

async function toContents() {
  await fillProblem();
  await heading('Who contacts support?');
  await press('Next');
  await heading('What will be collected?');
  await screen.findByText(/4 files/);
}

async function toReview() {
  await toContents();
  await fill(screen.getByRole('textbox', { name: /Patch level/ }), 'SP16');
  await press('Start collecting');
  await heading('Check before saving');
}

describe('the case window', () => {
  it('follows the policy of the machine: its hotline and severities, presets, and what is locked', async () => {
    const { support } = builtInPolicy;
    const policy = {
      ...builtInPolicy,
      support: {
        ...support,
        hotline: '400-000-1234',
        severities: support.severities.map((one) => (one.level === 1 ? { ...one, name: 'P1' } : one)),
      },
      defaults: { ccid: 'ABCDE', company: '总行' },
      locked: ['ccid' as const],
      redactionMinimum: 'standard' as const,
      keywords: ['凤凰项目'],
      collectorsOff: ['system'],
    };
    await openApp({ 'app:machine': async () => success({ ...sampleMachine, policy }) });
    await heading('What is the problem?');
    await userEvent.click(await screen.findByRole('radio', { name: /1 – P1/ }));
    expect(screen.getByText(/call the hotline 400-000-1234 first/)).toBeTruthy();
    await fillProblem();
    await heading('Who contacts support?');
    const ccid = screen.getByRole<HTMLInputElement>('textbox', { name: /CCID/ });
    expect(ccid.value).toBe('ABCDE');
    expect(ccid.readOnly).toBe(true);
    expect(screen.getByText(/Set by your administrator's policy file/)).toBeTruthy();
    // Not locked: what was typed for the last case stays.
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Company/ }).value).toBe(who.company);
    await press('Next');
    await heading('What will be collected?');
    expect(
      screen.getByRole<HTMLInputElement>('radio', { name: /Less than your administrator/ }).disabled,
    ).toBe(true);
    expect(screen.getByText(/凤凰项目/)).toBeTruthy();
    expect(screen.getByText('Switched off by your administrator')).toBeTruthy();
  });

  it('does not leave an incomplete step: it marks what is missing and goes there', async () => {
    await openApp();
    await heading('What is the problem?');
    await press('Next');
    expect(screen.getAllByText('Please choose one')).toHaveLength(2);
    expect(screen.getAllByText('Please fill this in')).toHaveLength(2);
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    expect(screen.getByRole('textbox', { name: /^Title/ }).getAttribute('aria-invalid')).toBe('true');
  });

  it('leads from plain answers to a severity, and says what choosing another one means', async () => {
    await openApp();
    await heading('What is the problem?');
    for (const answer of ['A main component', 'Affected', 'No effect', 'Affected']) {
      await userEvent.click(screen.getByRole('radio', { name: answer }));
    }
    expect(screen.getByText('2 questions left')).toBeTruthy();
    const workaround = screen.getByRole('radiogroup', { name: 'Is there a way around it?' });
    await userEvent.click(within(workaround).getByRole('radio', { name: 'No' }));
    const recovery = screen.getByRole('radiogroup', { name: 'Must data be recovered now?' });
    await userEvent.click(within(recovery).getByRole('radio', { name: 'No' }));
    const high = screen.getByRole<HTMLInputElement>('radio', { name: /2 – High/ });
    expect(high.checked).toBe(true);
    expect(
      screen.getByText(/a main component or a kind of backup is out of order; business is/),
    ).toBeTruthy();
    expect(screen.getByText(/an answer is expected by Wed, Nov 18, 11:30/)).toBeTruthy();

    await userEvent.click(screen.getByRole('radio', { name: /1 – Critical/ }));
    expect(screen.getByText(/higher severity than the advised 2 – High/)).toBeTruthy();
    expect(screen.getByText(/call the hotline 400-818-5908 first/)).toBeTruthy();
    await userEvent.click(within(recovery).getByRole('radio', { name: 'Files or folders' }));
    expect(high.checked).toBe(false);
  });

  it('shows what is missing beside every step, and goes to its field at a click', async () => {
    await openApp();
    await heading('What is the problem?');
    await waitFor(() =>
      expect(document.querySelector('[data-completeness]')?.textContent).toMatch(/^7 of 14/),
    );
    await press('Go there: CommVault patch level');
    await heading('What will be collected?');
    const patchLevel = screen.getByRole('textbox', { name: /Patch level/ });
    await waitFor(() => expect(document.activeElement).toBe(patchLevel));
    await fill(patchLevel, 'SP16');
    expect(document.querySelector('[data-completeness]')?.textContent).toMatch(/^8 of 14/);
    expect(screen.queryByRole('button', { name: 'Go there: CommVault patch level' })).toBeNull();
    await press('Show all');
    expect(await screen.findByText(/the second line checks them first/)).toBeTruthy();
    await press('Close');

    // What was passed over is asked for before anything is collected.
    await press('Start collecting');
    await heading('What is the problem?');
    expect(screen.getAllByText('Please fill this in')).toHaveLength(2);
  });

  it('lists unfinished cases at the start, and takes one up where it was left', async () => {
    const id = '0b5c2a52-6f5e-4c39-9d0c-1b6f0f3f6a01';
    const saved = {
      id,
      savedAt: '2026-11-28T03:00:00.000Z',
      title: 'Restore fails',
      company: '',
      ccid: 'F96C9',
    };
    const bridge = await openApp({
      'app:start': async () => success(sampleStart({ drafts: [saved] })),
      'drafts:list': async () => success([saved]),
      'drafts:open': async () =>
        success({
          id,
          step: 'problem',
          form: { title: 'Restore fails' },
          files: { screenshots: [], attachments: [], logDirs: [] },
        }),
    });
    await heading('Cases');
    await press('Continue: Restore fails');
    await heading('What is the problem?');
    const title = screen.getByRole<HTMLInputElement>('textbox', { name: /^Title/ });
    expect(title.value).toBe('Restore fails');
    await fill(title, 'Restore of ORCL fails');
    await waitFor(() =>
      expect(lastCall(bridge, 'drafts:keep')).toMatchObject({ id, form: { title: 'Restore of ORCL fails' } }),
    );
  });

  it('looks for errors in the logs as long as the plan is not there', async () => {
    await openApp({ 'case:plan': () => new Promise(() => {}) });
    await fillProblem();
    await heading('Who contacts support?');
    await press('Next');
    await heading('What will be collected?');
    expect(screen.getByText('Looking for errors in the logs…')).toBeTruthy();
  });

  it('says that the logs could not be looked at', async () => {
    await openApp({ 'logs:survey': async () => failure({ code: 'engine-stopped' }) });
    await toContents();
    expect(await screen.findByText(/logs could not be looked at/)).toBeTruthy();
  });

  it('shows errors over time, reads them in place, and takes a range of them', async () => {
    const line = {
      time: '2026-11-22T22:31:00+08:00',
      instance: 'Instance001',
      component: 'CVD',
      message: 'Cannot connect, error=0x80072746',
      file: 'collected/commvault/logs/Instance001/CVD.log',
      line: 42,
    };
    const series = {
      from: '2026-11-22T22:30:00+08:00',
      bucketMinutes: 1,
      rows: [{ instance: 'Instance001', component: 'CVD', total: 9, counts: [2, 0, 7] }],
      moreRows: 0,
    };
    const bridge = await openApp({
      'logs:survey': async () => success({ logs: 2, looked: 2, series }),
      'logs:trouble': async () => success({ lines: [line], cut: false }),
    });
    await toContents();
    const chart = await screen.findByRole('slider', { name: 'Errors in the logs' });
    expect(chart.getAttribute('aria-valuetext')).toMatch(/: 7 lines with errors$/);
    chart.focus();
    await userEvent.keyboard('{Home}{Enter}');
    expect(await screen.findByText('Cannot connect, error=0x80072746')).toBeTruthy();
    expect(lastCall(bridge, 'logs:trouble')).toMatchObject({ from: '2026-11-22T14:30:00.000Z' });
    await press('Collect only this time');
    await waitFor(() =>
      expect(lastCall(bridge, 'case:plan')).toMatchObject({
        window: { from: expect.stringContaining('2026-11-22T'), to: expect.anything() },
      }),
    );
    const plan = lastCall(bridge, 'case:plan') as { window: { from: string; to: string } };
    expect(Date.parse(plan.window.from)).toBe(Date.parse(series.from));
    expect(Date.parse(plan.window.to) - Date.parse(plan.window.from)).toBe(60_000);
  });

  it('leaves files and folders out of what is collected', async () => {
    const bridge = await openApp();
    await toContents();
    await press('Open commvault');
    await press('Open logs');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Collect Instance001' }));
    expect(screen.getByText(/^2 files, about/)).toBeTruthy();
    await fill(screen.getByRole('textbox', { name: 'Search files' }), 'cvma');
    await userEvent.click(screen.getByRole('checkbox', { name: /CVMA/ }));
    expect(screen.getByText(/^3 files, about/)).toBeTruthy();
    await fill(screen.getByRole('textbox', { name: /Patch level/ }), 'SP16');
    await press('Start collecting');
    await heading('Check before saving');
    expect(lastCall(bridge, 'case:prepare')).toMatchObject({
      request: { exclude: ['collected/commvault/logs/Instance001/CVD.log'] },
    });
  });

  it('verifies a saved packet again and follows it up', async () => {
    const packet = {
      savedAt: '2026-11-27T03:00:00.000Z',
      caseReference: '7K3QX',
      packetPath: '/out/F96C9.zip',
      bytes: 1_000_000,
      sha256: 'ab'.repeat(32),
      files: 4,
      gaps: 0,
      title: 'Backup fails',
      ccid: 'F96C9',
      company: '某某银行',
      deliveries: [],
    };
    const bridge = await openApp({
      'packets:list': async () => success([packet]),
      'packets:check': async () => success('changed'),
    });
    await heading('What is the problem?');
    await press('All cases');
    await heading('Cases');
    await userEvent.click(await screen.findByRole('button', { name: 'Verify again' }));
    expect(await screen.findByText(/was changed or damaged/)).toBeTruthy();
    await press('Show in folder');
    expect(lastCall(bridge, 'packets:show')).toBe(packet.sha256);
    await press('Follow up');
    await heading('What is the problem?');
    expect(screen.getByText('Follow-up to case 7K3QX')).toBeTruthy();
    await fill(screen.getByRole('textbox', { name: "Support's case number" }), '201123-456');
    await fillProblem();
    await waitFor(() =>
      expect(lastCall(bridge, 'drafts:keep')).toMatchObject({
        form: { followUp: '7K3QX', ticket: '201123-456' },
      }),
    );
  });

  it('keeps several customers: saves one as a profile, fills in another', async () => {
    const bridge = await openApp();
    await fillProblem();
    await heading('Who contacts support?');
    await press('Save as a profile…');
    await press('Save');
    await waitFor(() =>
      expect(lastCall(bridge, 'settings:save')).toMatchObject({
        customers: [{ name: '某某银行', identity: who }],
      }),
    );
    const choice = screen.getByRole<HTMLInputElement>('combobox', { name: 'Customer' });
    expect(choice.value).toBe('某某银行');
    await userEvent.click(choice);
    await userEvent.click(screen.getByRole('option', { name: 'No profile', hidden: true }));
    const company = screen.getByRole<HTMLInputElement>('textbox', { name: /Company name/ });
    expect(company.value).toBe('');
    await userEvent.click(choice);
    await userEvent.click(screen.getByRole('option', { name: '某某银行', hidden: true }));
    expect(company.value).toBe('某某银行');
    await press('Rename…');
    await fill(screen.getByRole('textbox', { name: 'Name of the profile' }), 'Bank, head office');
    await press('Save');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Customer' }).value).toBe(
      'Bank, head office',
    );
    await press('Delete profile');
    await press('Delete');
    expect(lastCall(bridge, 'settings:save')).toEqual({ customers: [] });
    expect(company.value).toBe('某某银行');
  });

  it('keeps what was typed when the language is switched and when going back', async () => {
    const bridge = await openApp();
    await fillProblem();
    await heading('Who contacts support?');
    await userEvent.click(screen.getByRole('radio', { name: '中文', hidden: true }));
    await heading('由谁联系技术支持？');
    expect(lastCall(bridge, 'settings:save')).toEqual({ language: 'zh' });
    await press('上一步');
    await heading('遇到了什么问题？');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^标题/ }).value).toBe('Backup fails');
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('moves the focus to the heading of each step', async () => {
    await openApp();
    await fillProblem();
    expect(document.activeElement).toBe(await heading('Who contacts support?'));
  });

  it('shows both readings of a CCID of digits and lets the user choose', async () => {
    await openApp();
    await fillProblem();
    const ccid = screen.getByRole<HTMLInputElement>('textbox', { name: /Product CCID/ });
    await fill(ccid, '1021641');
    await press('Use F96C9 instead');
    expect(ccid.value).toBe('F96C9');
    await fill(ccid, 'fffff');
    expect(screen.getByText(/unlicensed or evaluation/)).toBeTruthy();
  });

  it('shows sizes by collector, asks for the patch level, and collects once it is there', async () => {
    const bridge = await openApp();
    await toContents();
    expect(document.querySelector('[data-bytes="commvault.logs"]')?.textContent).toBe('5.7 MB');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /software version/ }).value).toBe(
      '11.80.32.0',
    );
    const collect = screen.getByRole<HTMLButtonElement>('button', { name: 'Start collecting' });
    expect(collect.disabled).toBe(true);
    await fill(screen.getByRole('textbox', { name: /Patch level/ }), 'SP16');
    expect(collect.disabled).toBe(false);
    await press('Start collecting');
    await heading('Check before saving');
    expect(lastCall(bridge, 'case:prepare')).toMatchObject({
      allowIncomplete: false,
      request: { ...who, patchLevel: 'SP16', severity: 2, title: 'Backup fails' },
    });
    expect(lastCall(bridge, 'settings:save')).toEqual({ ...who, plan: 'standard' });
  });

  it('plans anew without what is switched off', async () => {
    const bridge = await openApp();
    await toContents();
    await userEvent.click(screen.getByRole('switch', { name: 'Collect System logs' }));
    await waitFor(() => expect(lastCall(bridge, 'case:plan')).toMatchObject({ skip: ['system.logs'] }));
  });

  it('collects an incomplete packet only when the user says so', async () => {
    const bridge = await openApp();
    await toContents();
    await userEvent.click(screen.getByRole('checkbox', { name: /incomplete packet anyway/ }));
    await press('Start collecting');
    await heading('Check before saving');
    expect(lastCall(bridge, 'case:prepare')).toMatchObject({ allowIncomplete: true });
  });

  it('says why collecting failed and stays at the contents', async () => {
    await openApp({
      'case:prepare': async () =>
        failure({
          code: 'not-enough-space',
          path: '/var/tmp',
          neededBytes: 3 * 1024 ** 2,
          freeBytes: 1024 ** 2,
        }),
    });
    await toContents();
    await fill(screen.getByRole('textbox', { name: /Patch level/ }), 'SP16');
    await press('Start collecting');
    await heading('What will be collected?');
    expect(screen.getByRole('alert').textContent).toMatch(
      /Not enough space at \/var\/tmp: about 3 MB needed/,
    );
  });

  it('reviews every file, searches, and withholds what is unticked', async () => {
    const bridge = await openApp({
      'case:deliver': async () => failure({ code: 'disk-full', path: '/home/w/Documents' }),
    });
    await toReview();
    expect(screen.getByText(/Level: Standard \(recommended\) · 4 replaced/)).toBeTruthy();
    expect(screen.getByText(/System logs: Failed \(permission denied\)/)).toBeTruthy();
    await fill(screen.getByRole('textbox', { name: 'Search files' }), 'cvd_1');
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(1));
    await userEvent.click(screen.getByRole('checkbox'));
    expect(screen.getByText('Kept here: 1 file')).toBeTruthy();
    await press('Save packet');
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(lastCall(bridge, 'case:deliver')).toEqual({
      draftId: draft.draftId,
      withhold: ['collected/commvault/logs/Instance001/CVD_1.log'],
      outputFolder: undefined,
    });
    expect(screen.getByText('Kept here: 1 file')).toBeTruthy();
  });

  it('names the file of a leak, and saves without it on one click', async () => {
    const { path } = draft.summary.files[0]!;
    const bridge = await openApp({
      'case:deliver': async () => failure({ code: 'leak-found', path, rule: 'host' }),
    });
    await toReview();
    await press('Save packet');
    await press('Keep this file here and save again');
    await waitFor(() => expect(lastCall(bridge, 'case:deliver')).toMatchObject({ withhold: [path] }));
    expect(await screen.findByText('Kept here: 1 file')).toBeTruthy();
  });

  it('discards the draft when the user goes back to edit', async () => {
    const bridge = await openApp();
    await toReview();
    await press('Back to edit');
    await heading('What will be collected?');
    expect(lastCall(bridge, 'draft:discard')).toBe(draft.draftId);
  });

  it('shows where the packet is and starts another case with the same contact', async () => {
    const packetPath = '/home/w/Documents/F96C9_S2_20261122-101530_7K3QX.zip';
    const bridge = await openApp({
      'case:deliver': async () =>
        success({
          caseReference: '7K3QX',
          packetPath,
          bytes: 2_000_000,
          sha256: 'ab'.repeat(32),
          files: 6,
          gaps: ['patch-level'],
          encryption: 'none' as const,
          failedCollectors: ['system.logs'],
        }),
    });
    await toReview();
    await press('Save packet');
    await heading('The packet is saved');
    const main = within(screen.getByRole('main'));
    expect(main.getByText(packetPath)).toBeTruthy();
    expect(main.getByText('CommVault patch level')).toBeTruthy();
    expect(main.getByText('System logs')).toBeTruthy();
    await press('Show in folder');
    expect(bridge.calls.at(-1)?.channel).toBe('packet:show');
    await press('Start another case');
    await heading('What is the problem?');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Title/ }).value).toBe('');
  });

  it('shows progress with bytes, cancels, and drops a draft that came too late', async () => {
    let finish: (() => void) | undefined;
    const bridge = await openApp({
      'case:prepare': () =>
        new Promise((resolve) => {
          finish = () => resolve(success(draft));
        }),
    });
    await toContents();
    await fill(screen.getByRole('textbox', { name: /Patch level/ }), 'SP16');
    await press('Start collecting');
    await heading('Collecting');
    bridge.report({
      stage: 'collect',
      collector: 'commvault.logs',
      file: 'collected/commvault/logs/Instance001/CVD.log',
      doneBytes: 5 * 1024 ** 2,
      totalBytes: 20 * 1024 ** 2,
      doneFiles: 1,
      totalFiles: 4,
    });
    await screen.findByText(/5 MB of 20 MB · 1 of 4 files/);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    await press('Cancel');
    expect(bridge.calls.at(-1)?.channel).toBe('case:cancel');
    finish?.();
    await heading('What will be collected?');
    expect(lastCall(bridge, 'draft:discard')).toBe(draft.draftId);
    expect(screen.getByText('Cancelled; nothing half-written remains')).toBeTruthy();
  });

  it('says so when the engine cannot be started', async () => {
    await openApp({ 'app:machine': async () => failure({ code: 'engine-stopped' }) });
    expect((await screen.findByRole('alert')).textContent).toMatch(/collecting process stopped unexpectedly/);
  });
});
