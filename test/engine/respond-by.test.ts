// Tests of electron/engine/respond-by.ts against the Chinese calendar of 2026. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { respondBy } from '#engine/respond-by.ts';
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';
import type { SeverityLevel } from '#shared/schema/severity.ts';

/** @param opened local time in China. */
const standard = (opened: string, level: SeverityLevel) =>
  respondBy(new Date(`${opened}+08:00`), level, 'standard', china2008Policy);
const premium = (opened: string, level: SeverityLevel) =>
  respondBy(new Date(`${opened}+08:00`), level, 'premium', china2008Policy);

describe('standard: working hours of working days', () => {
  test.each([
    ['within the day, through lunch', '2026-11-18T11:30:00', 3, '2026-11-18T14:30:00+08:00'],
    ['to the minute the day ends', '2026-11-18T14:00:00', 4, '2026-11-18T18:00:00+08:00'],
    ['over the end of the day', '2026-11-18T17:00:00', 2, '2026-11-19T10:00:00+08:00'],
    ['over a weekend', '2026-11-20T16:30:00', 4, '2026-11-23T11:30:00+08:00'],
    ['opened at night', '2026-11-18T03:00:00', 1, '2026-11-18T10:00:00+08:00'],
    ['opened in the evening', '2026-11-18T19:20:00', 1, '2026-11-19T10:00:00+08:00'],
    ['opened as the day ends', '2026-11-18T18:00:00', 1, '2026-11-19T10:00:00+08:00'],
    ['opened at the weekend', '2026-11-21T12:00:00', 2, '2026-11-23T11:00:00+08:00'],
    ['over National Day', '2026-09-30T17:30:00', 4, '2026-10-08T12:30:00+08:00'],
    ['on the Saturday that makes up for it', '2026-10-10T17:00:00', 2, '2026-10-12T10:00:00+08:00'],
    ['on a Saturday like any other', '2026-10-17T10:00:00', 1, '2026-10-19T10:00:00+08:00'],
  ] as const)('%s: %s, severity %i', (_case, opened, level, due) => {
    expect(standard(opened, level)).toBe(due);
  });

  test('at any second, over the end of the day', () => {
    expect(standard('2026-11-18T17:30:45.678', 4)).toBe('2026-11-19T12:30:45+08:00');
    expect(standard('2026-11-18T17:59:59.999', 1)).toBe('2026-11-19T09:59:59+08:00');
  });

  test('the day is China’s, wherever the case is opened', () => {
    const opened = new Date('2026-11-18T20:00:00-05:00');
    expect(respondBy(opened, 1, 'standard', china2008Policy)).toBe('2026-11-19T10:00:00+08:00');
  });

  test('a year whose holidays are not published yet is no answer', () => {
    expect(standard('2031-03-04T10:00:00', 1)).toBeUndefined();
    expect(standard('2030-12-31T23:00:00', 1)).toBeUndefined();
  });

  test('a case of the last evening of a published year waits for the next year’s calendar', () => {
    expect(standard('2026-12-31T10:00:00', 1)).toBe('2026-12-31T11:00:00+08:00');
    expect(standard('2026-12-31T17:30:00', 1)).toBeUndefined();
  });
});

test('premium: every hour counts, holidays included, without any calendar', () => {
  expect(premium('2026-10-01T23:30:00', 1)).toBe('2026-10-02T00:30:00+08:00');
  expect(premium('2031-03-04T03:00:30.500', 4)).toBe('2031-03-04T07:00:30+08:00');
});

test('a policy with other targets, even parts of hours', () => {
  const severities = [{ level: 1 as const, name: 'Critical', responseHours: 0.1 }];
  const policy = { ...china2008Policy, severities };
  const opened = new Date('2026-11-18T17:58:00+08:00');
  expect(respondBy(opened, 1, 'standard', policy)).toBe('2026-11-19T09:04:00+08:00');
  expect(respondBy(opened, 2, 'standard', policy)).toBeUndefined();
});
