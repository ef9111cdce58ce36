// Tests of electron/main/work-signals.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { createWorkSignals } from '#main/work-signals.ts';
import { texts } from '#shared/i18n/texts.ts';
import { failure, success } from '#shared/ipc/result.ts';

function signals(isFocused: boolean) {
  const shares: number[] = [];
  const notices: string[] = [];
  const window = { isFocused: () => isFocused, setProgressBar: (share: number) => shares.push(share) };
  const made = createWorkSignals({
    window: () => window,
    texts: () => texts('zh'),
    notify: (title) => notices.push(title),
  });
  return { ...made, shares, notices };
}
const half = { stage: 'collect', doneBytes: 5, totalBytes: 10, doneFiles: 1, totalFiles: 2 } as const;

describe('createWorkSignals', () => {
  it('shows progress on the taskbar and takes it away at the end', () => {
    const { progress, ended, shares } = signals(true);
    progress({ ...half, stage: 'look', totalBytes: 0 });
    progress(half);
    ended('prepare', success(null));
    expect(shares).toEqual([2, 0.5, -1]);
  });

  it('notifies of each end while the window is out of sight, except of a cancel', () => {
    const { ended, notices } = signals(false);
    ended('prepare', success(null));
    ended('deliver', success(null));
    ended('deliver', failure({ code: 'disk-full', path: '/' }));
    ended('prepare', failure({ code: 'cancelled' }));
    expect(notices).toEqual(['采集完成', '案例包已保存', '未能完成']);
  });

  it('tells of a delivery: arrived, not arrived, or a question', () => {
    const { ended, notices } = signals(false);
    ended('send', success(null));
    ended('send', failure({ code: 'delivery-failed', reason: 'busy', target: '', detail: '' }));
    ended(
      'send',
      failure({
        code: 'unknown-host-key',
        host: 'host',
        keyType: 'ssh-ed25519',
        fingerprint: 'SHA256:x',
        line: '',
        knownHostsFile: '',
      }),
    );
    expect(notices).toEqual(['案例包已送达', '案例包未送达', '发送前请确认']);
  });

  it('says nothing to a user who is looking', () => {
    const { ended, notices } = signals(true);
    ended('deliver', success(null));
    expect(notices).toEqual([]);
  });
});
