// Sizes as people read them. Used by every process.

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** 1024-based as Windows shows it, such as 4.2 MB; whole bytes below 1 KB. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let power = 0;
  // By what is shown: 1023.9 KB would show as 1024 KB, so it is 1.0 MB.
  while (Math.round(value) >= 1024 && power < UNITS.length - 1) {
    value /= 1024;
    power += 1;
  }
  const digits = power === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[power]}`;
}
