// How much of a file a collector wants. Runs in the engine's process.
import type { Source } from '../collectors/collector.ts';

/** @returns bytes, by the size that the file had when it was looked at. */
export function bytesToRead({
  sizeBytes,
  tailBytes = sizeBytes,
  range,
}: Extract<Source, { kind: 'file' }>): number {
  const { from = 0, to = sizeBytes } = range ?? {};
  return Math.min(to - from, tailBytes);
}
