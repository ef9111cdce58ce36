// Tests of electron/engine/sourced-values.ts. Runs in vitest.
import { expect, it } from 'vitest';
import { conflicting, sourcedText, withStated } from '#engine/sourced-values.ts';
import type { SourcedValue } from '#shared/schema/facts.ts';

const values = (...all: string[]): SourcedValue[] =>
  all.map((value, at) => ({ value, source: `source ${at}`, confidence: 'documented' }));

it.each([
  [['11.26.35', '11.26.36'], true],
  [['11.26.35', '11.32'], true],
  [['11.80.32.0', '10.0.0(BUILD116)'], true],
  [['11.26.35', '11.26.35'], false],
  [['11.26', '11.26.35'], false],
  [['v11.26', '11.26.35'], false],
  // A build tells only the 11.
  [['11.26.35', '11.80.32.0'], false],
  [['11.26.35', '11.0.0(BUILD80)'], false],
  [['SP16', '11.26.35'], false],
  [['11.26.35'], false],
  [[], false],
])('%j contradict each other: %s', (all, expected) => {
  expect(conflicting(values(...all))).toBe(expected);
});

it('puts what the user said first and drops nothing', () => {
  const [found] = values('11.26.35');
  expect(withStated('11.26.36', found && [found])).toEqual([
    { value: '11.26.36', source: 'user', confidence: 'stated' },
    found,
  ]);
  expect(withStated(undefined, found && [found])).toEqual([found]);
  expect(withStated(undefined)).toEqual([]);
});

it('shows equal values once with all their sources, inferred ones in doubt', () => {
  const inferred: SourcedValue = { value: '11.26', source: 'registry', confidence: 'inferred' };
  expect(sourcedText([...values('11.26.35', '11.26.35', '11.26'), inferred])).toBe(
    '11.26.35 (source 0, source 1); 11.26 (source 2); 11.26? (registry)',
  );
  expect(sourcedText([])).toBe('');
});
