import type { DesktopCapturerSource, SourcesOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { createScreenCapture, type ScreenCaptureOptions } from '#main/screen-capture.ts';
import { failure } from '#shared/ipc/result.ts';

function source(id: string, { isEmpty = false } = {}): DesktopCapturerSource {
  const thumbnail = {
    isEmpty: () => isEmpty,
    toDataURL: () => `data:image/png;base64,${id}`,
    toPNG: () => Buffer.from(id),
  };
  return { id, name: `name of ${id}`, thumbnail } as DesktopCapturerSource;
}

function capturing(lists: DesktopCapturerSource[][], changes: Partial<ScreenCaptureOptions> = {}) {
  const asked: SourcesOptions[] = [];
  const steps: string[] = [];
  const capture = createScreenCapture({
    getSources: async (options) => {
      asked.push(options);
      steps.push('look');
      return lists[Math.min(asked.length, lists.length) - 1] ?? [];
    },
    largestScreen: () => ({ width: 3840, height: 2160 }),
    refusal: () => undefined,
    hideWindow: () => steps.push('hide'),
    showWindow: () => steps.push('show'),
    ...changes,
  });
  return { capture, asked, steps };
}

describe('screen capture', () => {
  it('offers what can be seen, and takes it in full size with the window out of the way', async () => {
    const { capture, asked, steps } = capturing([
      [source('screen:0:0'), source('window:7:0'), source('window:8:0', { isEmpty: true })],
    ]);
    expect(await capture.sources()).toMatchObject({
      ok: true,
      value: [
        { id: 'screen:0:0', kind: 'screen', preview: 'data:image/png;base64,screen:0:0' },
        { id: 'window:7:0', kind: 'window', name: 'name of window:7:0' },
      ],
    });
    expect(await capture.capture('window:7:0')).toEqual({ ok: true, value: Buffer.from('window:7:0') });
    expect(asked[1]?.thumbnailSize).toEqual({ width: 3840, height: 2160 });
    expect(steps).toEqual(['look', 'hide', 'look', 'show']);
  });

  it('says why not where the system refuses or shows nothing', async () => {
    const refused = capturing([[source('screen:0:0')]], { refusal: () => 'wayland' });
    expect(await refused.capture.sources()).toEqual(
      failure({ code: 'capture-unavailable', reason: 'wayland' }),
    );
    expect(refused.asked).toEqual([]);
    const nothing = failure({ code: 'capture-unavailable', reason: 'nothing-shown' });
    expect(await capturing([[]]).capture.sources()).toEqual(nothing);
    const failing = capturing([], { getSources: () => Promise.reject(new Error('Failed to get sources.')) });
    expect(await failing.capture.sources()).toEqual(nothing);
  });

  it('shows the window again when what was chosen is gone', async () => {
    const { capture, steps } = capturing([[source('window:7:0')], []]);
    await capture.sources();
    expect(await capture.capture('window:7:0')).toMatchObject({ ok: false });
    expect(steps.at(-1)).toBe('show');
  });

  it('takes nothing that was not offered', async () => {
    const { capture, steps } = capturing([[source('screen:0:0')]]);
    await expect(capture.capture('screen:0:0')).rejects.toThrow('not offered');
    expect(steps).toEqual([]);
  });
});
