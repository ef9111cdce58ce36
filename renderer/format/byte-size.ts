// Sizes for people. Runs in the window.

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** @returns 1024-based, as file managers show it: 0 B, 812 B, 1.4 MB, 12 GB */
export function byteSize(bytes: number, locale: string): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 ? 1 : 0;
  return `${size.toLocaleString(locale, { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}
