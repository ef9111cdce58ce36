import { expect, it } from 'vitest';
import { editHistory, noHistory } from '#renderer/features/problem/screenshots/edit-history.ts';

const boxAt = (left: number) => ({ boxes: [{ left, top: 0, width: 10, height: 10 }] });

it('goes back one change at a time, and no further than the untouched picture', () => {
  let history = editHistory(noHistory, { change: boxAt(1) });
  history = editHistory(history, { change: boxAt(2) });
  history = editHistory(history, 'undo');
  expect(history.now).toEqual(boxAt(1));
  history = editHistory(editHistory(history, 'undo'), 'undo');
  expect(history).toEqual(noHistory);
});

it('takes the steps of a held key back together', () => {
  let history = editHistory(noHistory, { change: boxAt(1) });
  for (const left of [2, 3, 4]) history = editHistory(history, { change: boxAt(left), run: 'move 0' });
  history = editHistory(history, { change: boxAt(5), run: 'resize 0' });
  expect(editHistory(history, 'undo').now).toEqual(boxAt(4));
  expect(editHistory(editHistory(history, 'undo'), 'undo').now).toEqual(boxAt(1));
});
