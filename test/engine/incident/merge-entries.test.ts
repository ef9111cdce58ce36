// Tests of electron/engine/incident/merge-entries.ts. Runs in vitest.
import { expect, test } from 'vitest';
import type { IncidentEntry } from '#engine/incident/log-entries.ts';
import { mergeEntries } from '#engine/incident/merge-entries.ts';

const log = {
  ...{ instance: 'Instance001', component: 'CVD', file: 'CVD.log', path: '/CVD.log', sizeBytes: 1 },
  ...{ modifiedAt: new Date(0), log: { base: 'CVD', rolled: false } },
};
const entry = (moment: number, message: string): IncidentEntry => ({ log, moment, line: 1, message });

async function merged(lanes: readonly (readonly IncidentEntry[])[]): Promise<string[]> {
  const pieces = async function* (lane: readonly IncidentEntry[]) {
    for (let at = 0; at < lane.length; at += 3) yield lane.slice(at, at + 3);
  };
  const messages: string[] = [];
  for await (const { message } of mergeEntries(lanes.map(pieces))) messages.push(message);
  return messages;
}

test('many logs become one by time; at the same moment the earlier log comes first', async () => {
  const lanes = Array.from({ length: 40 }, (_, lane) =>
    Array.from({ length: (lane * 7) % 23 }, (_, at) => {
      const moment = at * ((lane % 5) + 1) * 100;
      return entry(moment, `${String(moment).padStart(6, '0')} ${String(lane).padStart(2, '0')} ${at}`);
    }),
  );
  const all = await merged(lanes);
  const byMoment = lanes.flat().sort((a, b) => a.moment - b.moment);
  expect(all).toHaveLength(byMoment.length);
  expect(all).toEqual([...all].sort());
});

test('a log keeps its own order where threads printed out of time', async () => {
  const late = [entry(100, 'a1'), entry(300, 'a2'), entry(200, 'a3'), entry(400, 'a4')];
  expect(await merged([late, [entry(250, 'b1'), entry(350, 'b2')], []])).toEqual([
    'a1',
    'b1',
    'a2',
    'a3',
    'b2',
    'a4',
  ]);
});

test('stopping in the middle closes every log', async () => {
  let closed = 0;
  const endless = async function* () {
    try {
      for (let at = 0; ; at += 1) yield [entry(at, 'x')];
    } finally {
      closed += 1;
    }
  };
  for await (const { moment } of mergeEntries([endless(), endless()])) if (moment > 5) break;
  expect(closed).toBe(2);
});
