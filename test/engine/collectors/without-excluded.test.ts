// Tests of electron/engine/collectors/without-excluded.ts. Runs in vitest.
import { expect, it } from 'vitest';
import type { Findings } from '#engine/collectors/collector.ts';
import { withoutExcluded } from '#engine/collectors/without-excluded.ts';

const modifiedAt = new Date(0);
const findings: Findings = {
  sources: [
    { kind: 'file', name: 'I/CVD.log', path: '/logs/CVD.log', sizeBytes: 5, modifiedAt },
    { kind: 'file', name: 'I/CVD.log.gz', path: '/logs/CVD.log.gz', sizeBytes: 6, modifiedAt },
    { kind: 'text', name: 'summary.txt', text: 'x' },
  ],
};

it('takes out exactly what is named, and lists it', () => {
  const left = withoutExcluded(findings, 'collected/logs', [
    'collected/logs/I/CVD.log',
    'collected/logs/summary.txt',
  ]);
  expect(left.sources?.map(({ name }) => name)).toEqual(['I/CVD.log.gz']);
  expect(left.leftOut).toEqual([
    { reason: 'withheld-by-user', about: '/logs/CVD.log', sizeBytes: 5 },
    { reason: 'withheld-by-user', about: 'summary.txt' },
  ]);
});

it('changes nothing where nothing is named', () => {
  expect(withoutExcluded(findings, 'collected/logs', [])).toBe(findings);
  expect(withoutExcluded(findings, 'collected/other', ['collected/logs/I/CVD.log'])).toBe(findings);
});
