// Tests of electron/engine/collectors/select-collectors.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { isSelected, unknownCollectors } from '#engine/collectors/select-collectors.ts';
import { sampleCollector } from '#test/fixtures/sample-collector.ts';

const all = ['os.release', 'tape.library', 'tape.drives', 'tapes.other'].map((id) => sampleCollector(id));
const selected = (only: string[], skip: string[] = []) =>
  all.filter((collector) => isSelected(collector, { only, skip })).map(({ id }) => id);

test.each([
  [[], [], ['os.release', 'tape.library', 'tape.drives', 'tapes.other']],
  [['os.release'], [], ['os.release']],
  [['tape'], [], ['tape.library', 'tape.drives']],
  [['tape'], ['tape.drives'], ['tape.library']],
  [[], ['tape'], ['os.release', 'tapes.other']],
  [['os.release'], ['os'], []],
])('--only %j --skip %j', (only, skip, ids) => {
  expect(selected(only, skip)).toEqual(ids);
});

test('each name that is no collector and no area is told', () => {
  expect(unknownCollectors(all, { only: ['tape', 'tap', 'os.release'], skip: ['tape.', 'OS'] })).toEqual([
    { code: 'unknown-collector', name: 'tap' },
    { code: 'unknown-collector', name: 'tape.' },
    { code: 'unknown-collector', name: 'OS' },
  ]);
});
