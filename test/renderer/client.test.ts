// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { call, onProgress } from '#renderer/client.ts';
import { failure } from '#shared/ipc/result.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { scriptBridge } from '#test/renderer/scripted-bridge.ts';

describe('client', () => {
  it('hands calls to the bridge and its answers back', async () => {
    const bridge = scriptBridge({ 'files:pick': async () => failure({ code: 'cancelled' }) });
    await expect(call('files:pick', 'screenshots')).resolves.toEqual(failure({ code: 'cancelled' }));
    expect(bridge.calls).toEqual([{ channel: 'files:pick', args: ['screenshots'] }]);
  });

  it('lets a refused call reject', async () => {
    scriptBridge({
      'packet:show': async () => {
        throw new Error('refused');
      },
    });
    await expect(call('packet:show')).rejects.toThrow('refused');
  });

  it('listens to progress until told to stop', () => {
    const bridge = scriptBridge();
    const seen: Progress[] = [];
    const stop = onProgress((progress) => seen.push(progress));
    const step = { stage: 'pack', doneBytes: 1, totalBytes: 2, doneFiles: 0, totalFiles: 1 } as const;
    bridge.report(step);
    stop();
    bridge.report(step);
    expect(seen).toEqual([step]);
  });
});
