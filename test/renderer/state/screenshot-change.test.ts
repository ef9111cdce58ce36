import { describe, expect, it } from 'vitest';
import { changeScreenshot } from '#renderer/state/screenshot-change.ts';

const list = ['a', 'b', 'c'].map((id) => ({ id, label: `${id}.png`, sizeBytes: 1 }));
const order = (screenshots: readonly { id: string }[]) => screenshots.map(({ id }) => id).join('');

describe('changeScreenshot', () => {
  it('moves within the list and never out of it', () => {
    expect(order(changeScreenshot(list, 'b', { moveBy: -1 }))).toBe('bac');
    expect(order(changeScreenshot(list, 'b', { moveBy: 1 }))).toBe('acb');
    expect(order(changeScreenshot(list, 'a', { moveBy: -1 }))).toBe('abc');
    expect(order(changeScreenshot(list, 'c', { moveBy: 1 }))).toBe('abc');
  });

  it('keeps the caption and the place of a picture that was edited', () => {
    const captioned = changeScreenshot(list, 'b', { caption: '错误窗口' });
    const replaceBy = { id: 'n', label: 'b.png', sizeBytes: 2 };
    expect(changeScreenshot(captioned, 'b', { replaceBy })).toEqual([
      list[0],
      { ...replaceBy, caption: '错误窗口' },
      list[2],
    ]);
  });

  it('changes nothing where the picture is gone', () => {
    expect(changeScreenshot(list, 'z', { caption: 'x' })).toBe(list);
  });
});
