import { describe, expect, it } from 'vitest';
import {
  moved,
  placedInMiddle,
  rectBetween,
  resized,
  withoutPart,
  withRect,
} from '#renderer/features/problem/screenshots/picture-edits.ts';

const picture = { width: 200, height: 100 };
const box = { left: 10, top: 20, width: 30, height: 40 };

describe('rectBetween', () => {
  it('is the same from whichever corner it is drawn, in whole pixels', () => {
    const expected = { left: 10, top: 21, width: 30, height: 39 };
    expect(rectBetween({ x: 10.4, y: 20.6 }, { x: 40, y: 60 }, picture)).toEqual(expected);
    expect(rectBetween({ x: 40, y: 60 }, { x: 10.4, y: 20.6 }, picture)).toEqual(expected);
  });

  it('ends where the picture ends', () => {
    expect(rectBetween({ x: 150, y: 50 }, { x: 900, y: -20 }, picture)).toEqual({
      left: 150,
      top: 0,
      width: 50,
      height: 50,
    });
  });
});

describe('moved and resized', () => {
  it('stay inside of the picture and keep what they do not change', () => {
    expect(moved(box, { x: 500, y: -500 }, picture)).toEqual({ ...box, left: 170, top: 0 });
    expect(resized(box, { x: 500, y: 500 }, picture)).toEqual({ ...box, width: 190, height: 80 });
  });

  it('leave something that can be seen', () => {
    expect(resized(box, { x: -500, y: -500 }, picture)).toEqual({ ...box, width: 8, height: 8 });
  });
});

describe('placedInMiddle', () => {
  it('fits into the smallest picture', () => {
    expect(placedInMiddle('box', { width: 1, height: 1 })).toEqual({ left: 0, top: 0, width: 1, height: 1 });
  });
});

describe('withRect and withoutPart', () => {
  it('change one part and keep the others', () => {
    const other = { ...box, left: 90 };
    const edits = { boxes: [box, box], crop: box };
    expect(withRect(edits, 1, other)).toEqual({ boxes: [box, other], crop: box });
    expect(withRect(edits, 'crop', other)).toEqual({ boxes: [box, box], crop: other });
    expect(withoutPart(edits, 0)).toEqual({ boxes: [box], crop: box });
    expect(withoutPart(edits, 'crop')).toEqual({ boxes: [box, box] });
  });
});
