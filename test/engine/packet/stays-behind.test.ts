// Tests of electron/engine/packet/stays-behind.ts. Runs in vitest.
import { expect, test } from 'vitest';
import type { DraftEntry } from '#engine/packet/packet-draft.ts';
import { factsThatLeave, staysBehind } from '#engine/packet/stays-behind.ts';

function entry(path: string, changes: Partial<DraftEntry> = {}): DraftEntry {
  const packed = { offset: 0, packedBytes: 1, bytes: 1, crc32: 0, sha256: 'ab'.repeat(32) };
  return { ...packed, path, collector: 'commvault.logs', modifiedAt: new Date(0), ...changes };
}

const entries = [
  entry('logs/CVD.log', { sourcePath: '/var/log/CVD.log' }),
  entry('logs/CVMA.log', { sourcePath: '/var/log/CVMA.log' }),
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
