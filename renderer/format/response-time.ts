// The moment of support's answer and the days that do not count, as people say them. Runs in the window.
import type { Texts } from '#shared/i18n/texts.ts';
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import type { ResponseClock } from '#shared/schema/response-clock.ts';
import type { SeverityLevel } from '#shared/schema/severity.ts';

interface ResponseTime {
  /** Such as Mon, Nov 23, 11:30; undefined past the last published holiday calendar. */
  readonly when: string | undefined;
  /** The plan, its hours, and the days left out. */
  readonly basis: string;
}

export function responseTime(
  texts: Texts,
  { standardHours }: SupportPolicy,
  clock: ResponseClock,
  level: SeverityLevel,
): ResponseTime {
  const words = texts.severity.clock;
  const { locale } = texts.window;
  const found = clock.levels.find((one) => one.level === level);
  const { from, to } = standardHours;
  const plan = clock.plan === 'premium' ? words.premium : words.standard(from, to);
  const closed = closedDays(texts, found?.closedDays ?? []);
  return {
    when:
      found?.respondBy &&
      new Intl.DateTimeFormat(locale, {
        timeZone: clock.timeZone,
        month: 'short',
        day: 'numeric',
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(new Date(found.respondBy)),
    basis: words.basis(closed === '' ? [plan] : [plan, words.closed(closed)]),
  };
}

type ClosedDays = ResponseClock['levels'][number]['closedDays'];

/** Days in a row for the same reason as one range. */
function closedDays({ severity, window }: Texts, days: ClosedDays): string {
  const { weekend, holiday, between } = severity.clock;
  const format = new Intl.DateTimeFormat(window.locale, { timeZone: 'UTC', month: 'short', day: 'numeric' });
  const reasonOf = (day: ClosedDays[number] | undefined) => day?.holiday?.en;
  const runs: ClosedDays[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows = before && Date.parse(day.date) - Date.parse(before.date) === 86_400_000;
    if (run && follows && reasonOf(before) === reasonOf(day)) run.push(day);
    else runs.push([day]);
  }
  const named = runs.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return '';
    const [from, to] = [first, last].map(({ date }) => format.format(new Date(date)));
    const range = from === to ? `${from}` : between(`${from}`, `${to}`);
    const name = first.holiday?.[window.locale.startsWith('zh') ? 'zh' : 'en'];
    return name === undefined ? weekend(range) : holiday(range, name);
  });
  return new Intl.ListFormat(window.locale, { type: 'conjunction' }).format(named);
}
