// Times as the demo machine's logs write them; it stands in Shanghai. Runs in the command line's process.

export const DEMO_TIME_ZONE = 'Asia/Shanghai';
/** Shanghai has had no daylight saving since 1991. */
const OFFSET_MS = 8 * 3_600_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function parts(time: Date): { date: string; clock: string; month: string; day: string } {
  const iso = new Date(time.getTime() + OFFSET_MS).toISOString();
  const month = MONTHS[Number(iso.slice(5, 7)) - 1] ?? '';
  return { date: iso.slice(0, 10), clock: iso.slice(11, 19), month, day: iso.slice(8, 10) };
}

/** @returns MM/DD HH:MM:SS, as CommVault writes it. */
export function commvaultTime(time: Date): string {
  const { date, clock } = parts(time);
  return `${date.slice(5).replace('-', '/')} ${clock}`;
}

/** @returns Mmm dd HH:MM:SS, as syslog writes it. */
export function syslogTime(time: Date): string {
  const { month, day, clock } = parts(time);
  return `${month} ${day.replace(/^0/, ' ')} ${clock}`;
}

/** @returns YYYY_MM_DD_HH_MM_SS, as a rolled log is named. */
export function rolledLogTime(time: Date): string {
  const { date, clock } = parts(time);
  return `${date}_${clock}`.replace(/[-:]/g, '_');
}
