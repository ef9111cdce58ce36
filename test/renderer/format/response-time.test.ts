// Tests of renderer/format/response-time.ts with the engine's own clock. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { responseClock } from '#engine/respond-by.ts';
import { responseTime } from '#renderer/format/response-time.ts';
import { texts } from '#shared/i18n/texts.ts';
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';

const at = (moment: string, plan: 'standard' | 'premium' = 'standard') =>
  responseClock(new Date(`${moment}+08:00`), plan, china2008Policy);

describe('responseTime', () => {
  test('names the weekend that does not count', () => {
    const clock = at('2026-11-20T16:30:00');
    expect(responseTime(texts('zh'), china2008Policy, clock, 4)).toEqual({
      when: '11月23日周一 11:30',
      basis: '标准型，工作日 09:00–18:00（北京时间），11月21日至11月22日周末不计',
    });
    expect(responseTime(texts('en'), china2008Policy, clock, 4).when).toBe('Mon, Nov 23, 11:30');
  });

  test('names the holiday that does not count, once', () => {
    const { when, basis } = responseTime(texts('zh'), china2008Policy, at('2026-09-30T17:30:00'), 4);
    expect(when).toBe('10月8日周四 12:30');
    expect(basis).toContain('10月1日至10月7日国庆节不计');
    expect(responseTime(texts('en'), china2008Policy, at('2026-09-30T17:30:00'), 4).basis).toContain(
      'National Day',
    );
  });

  test('leaves nothing out on premium support', () => {
    expect(responseTime(texts('en'), china2008Policy, at('2026-11-21T22:30:00', 'premium'), 1)).toEqual({
      when: 'Sat, Nov 21, 23:30',
      basis: 'Premium support, around the clock; China time',
    });
  });

  test('does not guess a year without a holiday calendar', () => {
    expect(responseTime(texts('en'), china2008Policy, at('2035-11-21T22:30:00'), 1).when).toBeUndefined();
  });
});
