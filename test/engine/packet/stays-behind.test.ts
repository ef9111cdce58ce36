// Tests of electron/engine/packet/stays-behind.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { factsThatLeave, staysBehind } from '#engine/packet/stays-behind.ts';
import { sampleEntry as entry } from '#test/fixtures/sample-entry.ts';

const source = (path: string) => ({
  source: { kind: 'file' as const, name: path, path, sizeBytes: 1, modifiedAt: new Date(0) },
});

const entries = [
  entry('logs/CVD.log', source('/var/log/CVD.log')),
  entry('logs/CVMA.log', source('/var/log/CVMA.log')),
  entry('incident/timeline.txt', { collector: 'commvault.incident', quotes: ['/var/log/CVD.log'] }),
  entry('system.txt', { collector: 'os.release' }),
];
const incident = {
  ...{ basis: 'job' as const, jobIds: ['1'], lineCount: 1, troubleCount: 0, anchors: [], codes: [] },
};

test('a file stays, and so does what quotes it; a file without a source takes nothing with it', () => {
  expect(staysBehind(entries, ['logs/CVD.log'])).toEqual(['logs/CVD.log', 'incident/timeline.txt']);
  expect(staysBehind(entries, ['logs/CVMA.log'])).toEqual(['logs/CVMA.log']);
  expect(staysBehind(entries, ['system.txt'])).toEqual(['system.txt']);
  expect(staysBehind(entries, [])).toEqual([]);
});

test('the case sheet does not tell what the time line told, once that stays', () => {
  const facts = { hostName: 'ma01', incident };
  expect(factsThatLeave(facts, entries, new Set(['incident/timeline.txt']))).toEqual({ hostName: 'ma01' });
  expect(factsThatLeave(facts, entries, new Set(['logs/CVMA.log']))).toBe(facts);
});
