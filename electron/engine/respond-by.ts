// When support should have answered: the response time of the severity, on the clock of the support plan.
// Runs in the engine's process.
import { getDayDetail } from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import type { ResponseClock } from '#shared/schema/response-clock.ts';
import type { SeverityLevel, SupportPlan } from '#shared/schema/severity.ts';

const HOUR_MS = 3_600_000;

/**
 * @returns the moment in ISO 8601 with offset, or undefined where no holiday calendar has been published yet.
 * On the standard plan only working hours of working days count (guide, chapter 2); on premium every hour does.
 */
export function respondBy(
  openedAt: Date,
  level: SeverityLevel,
  plan: SupportPlan,
  policy: SupportPolicy,
): string | undefined {
  const hours = policy.severities.find((severity) => severity.level === level)?.responseHours;
  if (hours === undefined) return undefined;
  const durationMs = Math.round(hours * HOUR_MS);
  const { timeZone } = policy.standardHours;
  const opened = Temporal.Instant.fromEpochMilliseconds(openedAt.getTime()).toZonedDateTimeISO(timeZone);
  const due =
    plan === 'premium'
      ? opened.add({ milliseconds: durationMs })
      : afterWorkingTime(opened, durationMs, policy.standardHours);
  return due?.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** For each level what a case opened now may expect, and the days on which the clock stands still until then. */
export function responseClock(openedAt: Date, plan: SupportPlan, policy: SupportPolicy): ResponseClock {
  const { timeZone } = policy.standardHours;
  const levels = policy.severities.map(({ level }) => {
    const due = respondBy(openedAt, level, plan, policy);
    return {
      level,
      ...(due === undefined ? {} : { respondBy: due }),
      closedDays: due === undefined || plan === 'premium' ? [] : closedDays(openedAt, due, timeZone),
    };
  });
  return { plan, timeZone, levels };
}

/** From the day the case is opened to the day of the answer. */
function closedDays(openedAt: Date, due: string, timeZone: string): ResponseClock['levels'][0]['closedDays'] {
  const last = Temporal.Instant.from(due).toZonedDateTimeISO(timeZone).toPlainDate();
  let day = Temporal.Instant.fromEpochMilliseconds(openedAt.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const closed: ResponseClock['levels'][0]['closedDays'] = [];
  for (; Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) {
    if (isWorkday(day)) continue;
    // A holiday is named `National Day,国庆节,3`; a weekend only by its day.
    const [en, zh] = getDayDetail(day.toString()).name.split(',');
    closed.push({
      date: day.toString(),
      ...(en === undefined || zh === undefined ? {} : { holiday: { zh, en } }),
    });
  }
  return closed;
}

function afterWorkingTime(
  opened: Temporal.ZonedDateTime,
  durationMs: number,
  { from, to }: SupportPolicy['standardHours'],
): Temporal.ZonedDateTime | undefined {
  let leftMs = durationMs;
  let at = opened;
  for (;;) {
    const date = at.toPlainDate();
    if (!isPublished(date.year)) return undefined;
    const opens = date.toZonedDateTime({ timeZone: at.timeZoneId, plainTime: from });
    const closes = date.toZonedDateTime({ timeZone: at.timeZoneId, plainTime: to });
    const start = Temporal.ZonedDateTime.compare(at, opens) < 0 ? opens : at;
    const openMs = start.until(closes).total('milliseconds');
    if (isWorkday(date) && openMs > 0) {
      if (leftMs <= openMs) return start.add({ milliseconds: leftMs });
      leftMs -= openMs;
    }
    at = date.add({ days: 1 }).toZonedDateTime({ timeZone: at.timeZoneId });
  }
}

function isWorkday(date: Temporal.PlainDate): boolean {
  return getDayDetail(date.toString()).work;
}

/**
 * The calendar answers Monday to Friday for a year without a notice. In a published year the first three days of
 * October are all holidays, and at least one of them is not at a weekend.
 */
function isPublished(year: number): boolean {
  return [1, 2, 3].every((day) => !isWorkday(Temporal.PlainDate.from({ year, month: 10, day })));
}
