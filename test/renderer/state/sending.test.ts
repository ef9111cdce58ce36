import { describe, expect, it } from 'vitest';
import { type SendGoal, type Sending, sendingReducer, sentPercent } from '#renderer/state/sending.ts';
import { failure, success } from '#shared/ipc/result.ts';
import type { DeliveryFailure } from '#shared/schema/delivery.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { Sent, TargetInfo } from '#shared/schema/sending.ts';

const packet = {
  bytes: 100,
  caseReference: '7K3QX',
  ccid: 'F96C9',
  packetPath: '/p.zip',
  sha256: 'ab',
  title: '',
};
const target: TargetInfo = {
  name: 'vendor',
  url: 'sftp://li@host/in/',
  origin: 'user',
  isFolder: false,
  wantsPassword: false,
};
const goal: SendGoal = { packet, to: { target: 'vendor' }, place: 'vendor', target };
const started = (one: SendGoal = goal) => sendingReducer(undefined, { type: 'send-started', goal: one });
const failed = (reason: DeliveryFailure) =>
  failure({ code: 'delivery-failed', reason, target: 'sftp://li@host/in/', detail: '' });
const endedWith = (reason: DeliveryFailure, one: SendGoal = goal) =>
  sendingReducer(started(one), { type: 'send-ended', answer: failed(reason) });

describe('sending', () => {
  it.each(['login-refused', 'identity-unusable'] as const)('asks for a password after %s', (reason) => {
    expect(endedWith(reason)).toMatchObject({ at: 'password', reason });
  });

  it('asks for the proxy password only where the proxy has a user', () => {
    expect(endedWith('proxy-login')?.at).toBe('failed');
    const proxied = { ...goal, target: { ...target, proxy: 'http://li@proxy:3128' } };
    expect(endedWith('proxy-login', proxied)).toMatchObject({ at: 'password', reason: 'proxy-login' });
  });

  it('asks no password for a folder, and fails with the reason', () => {
    const { target: _none, ...folder } = goal;
    expect(endedWith('login-refused', folder)?.at).toBe('failed');
    expect(endedWith('no-space')).toMatchObject({ at: 'failed', problems: [{ reason: 'no-space' }] });
  });

  it('asks about an unknown host', () => {
    const host = {
      code: 'unknown-host-key',
      host: 'host',
      keyType: 'ssh-ed25519',
      fingerprint: 'SHA256:x',
      line: 'host ssh-ed25519 AAAA',
      knownHostsFile: '/known_hosts',
    } as const;
    const answer = failure(host);
    expect(sendingReducer(started(), { type: 'send-ended', answer })).toMatchObject({ at: 'host', host });
  });

  it('is not put away while it is under way, and shows the receipt until it is', () => {
    expect(sendingReducer(started(), { type: 'send-closed' })?.at).toBe('sending');
    const done = sendingReducer(started(), { type: 'send-ended', answer: success({} as Sent) });
    expect(done?.at).toBe('done');
    expect(sendingReducer(done, { type: 'send-closed' })).toBeUndefined();
    // An answer that comes late changes nothing.
    expect(sendingReducer(undefined, { type: 'send-ended', answer: failed('busy') })).toBeUndefined();
  });

  it.each<[Progress['stage'], number, number]>([
    ['check', 50, 50],
    // Read to its end, not connected yet.
    ['check', 100, 0],
    ['send', 0, 0],
    ['send', 30, 30],
  ])('at %s with %i bytes of 100 it shows %i %%', (stage, doneBytes, percent) => {
    const progress: Progress = { stage, doneBytes, totalBytes: 100, doneFiles: 0, totalFiles: 1 };
    const sending = sendingReducer(started(), { type: 'send-progressed', progress, atMs: 0 }) as Sending;
    expect(sending.at === 'sending' && sentPercent(sending)).toBe(percent);
  });
});
