// Where a collector's files lie in the packet. Runs in the engine's process.
import type { Collector } from './collector.ts';

/** Without a slash at the end. */
export function folderOf(collector: Collector): string {
  return collector.folder ?? `collected/${collector.id.replaceAll('.', '/')}`;
}
