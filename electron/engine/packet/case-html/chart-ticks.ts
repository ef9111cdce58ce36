// Where the chart's time axis is labelled: at round times of the machine's clock. Runs in the engine's process.

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const ROUND_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, DAY_MINUTES];
const MAX_TICKS = 10;

export interface Tick {
  /** Minutes from the start of the axis. */
  readonly atMinutes: number;
  /** HH:MM, or MM-DD HH:MM where the axis spans more than a day. */
  readonly label: string;
}

/** @param from ISO with offset. */
export function chartTicks(from: string, spanMinutes: number): Tick[] {
  const rounded = ROUND_MINUTES.find((minutes) => spanMinutes / minutes <= MAX_TICKS);
  const step = rounded ?? Math.ceil(spanMinutes / MAX_TICKS / DAY_MINUTES) * DAY_MINUTES;
  const clock = Date.parse(clockTime(from, 0)) / MINUTE_MS;
  const first = Math.ceil(clock / step) * step - clock;
  const ticks: Tick[] = [];
  for (let atMinutes = first; atMinutes <= spanMinutes; atMinutes += step) {
    const time = clockTime(from, atMinutes);
    const label = spanMinutes > DAY_MINUTES ? time.slice(5, 16).replace('T', ' ') : time.slice(11, 16);
    ticks.push({ atMinutes, label });
  }
  return ticks;
}

/** What a clock of that offset shows some minutes later, as if it were UTC. */
export function clockTime(iso: string, minutes: number): string {
  const [, sign, hours, rest] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(rest ?? 0)) * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(iso) + (minutes + offset) * MINUTE_MS).toISOString();
}
