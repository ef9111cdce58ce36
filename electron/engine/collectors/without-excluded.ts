// Takes out of a collector's findings what the user left out before collecting. Runs in the engine's process.
import type { Findings } from './collector.ts';

/**
 * @param folder of the collector in the packet
 * @param exclude names of packet entries, as a plan names them
 */
export function withoutExcluded(findings: Findings, folder: string, exclude: readonly string[]): Findings {
  if (exclude.length === 0) return findings;
  const excluded = new Set(exclude);
  const sources = findings.sources ?? [];
  const isExcluded = ({ name }: { readonly name: string }) => excluded.has(`${folder}/${name}`);
  const dropped = sources.filter(isExcluded).map((source) => ({
    reason: 'withheld-by-user',
    about: source.kind === 'file' ? source.path : source.name,
    ...(source.kind === 'file' ? { sizeBytes: source.sizeBytes } : {}),
  }));
  if (dropped.length === 0) return findings;
  const kept = sources.filter((source) => !isExcluded(source));
  return { ...findings, sources: kept, leftOut: [...(findings.leftOut ?? []), ...dropped] };
}
