// From when to when the system's logs are taken. Runs in the engine's process.
import type { LookContext } from '../collector.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;

/** Milliseconds since 1970, whole seconds; without `to` up to now. */
export interface SystemLogWindow {
  readonly from: number;
  readonly to?: number;
}

/** The case's window; else the last week; else, for an older incident, the day before it and the day after. */
export function systemLogWindow({ host, request }: Pick<LookContext, 'host' | 'request'>): SystemLogWindow {
  const { window, occurredAt } = request;
  const lastWeek = host.now().getTime() - DEFAULT_DAYS * DAY_MS;
  const incident = occurredAt === undefined ? undefined : Date.parse(occurredAt);
  const isOld = incident !== undefined && incident < lastWeek;
  const from = window.from === undefined ? (isOld ? incident - DAY_MS : lastWeek) : Date.parse(window.from);
  const to = window.to === undefined ? (isOld ? incident + DAY_MS : undefined) : Date.parse(window.to);
  // A window that only says where it ends has no beginning in the last week.
  const begins = to !== undefined && from > to ? to - DEFAULT_DAYS * DAY_MS : from;
  return { from: wholeSecond(begins), ...(to === undefined ? {} : { to: wholeSecond(to) }) };
}

function wholeSecond(moment: number): number {
  return Math.floor(moment / 1000) * 1000;
}
