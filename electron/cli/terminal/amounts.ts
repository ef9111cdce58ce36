// Sizes, durations and times as people read them; the same in both languages. Runs in the command line's process.

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** @returns a size with its unit; 1 KB is 1024 bytes, as Windows Explorer counts. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1023.95 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? amount : amount.toFixed(1)} ${UNITS[unit]}`;
}

/** @returns m:ss, or h:mm:ss from an hour on. */
export function formatDuration(milliseconds: number): string {
  const total = Math.round(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** @param instant ISO 8601. @returns it on this machine's clock: 2026-11-28 18:04. */
export function localTime(instant: string): string {
  const time = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
