// Sizes as people read them. Used by every process.

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** 1024-based as Windows shows it, such as 4.2 MB; whole bytes below 1 KB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const value = bytes / 1024 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[power]}`;
}
