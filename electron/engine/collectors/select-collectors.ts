// Which collectors a case runs, from --only and --skip. Runs in the engine's process.
import type { Problem } from '#shared/schema/problem.ts';
import type { Collector } from './collector.ts';

export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

function matches(collector: Collector, name: string): boolean {
  return collector.id === name || collector.id.startsWith(`${name}.`);
}

/** Names that are no collector's id and no area. */
export function unknownCollectors(all: readonly Collector[], { only, skip }: Selection): Problem[] {
  return [...only, ...skip]
    .filter((name) => !all.some((collector) => matches(collector, name)))
    .map((name) => ({ code: 'unknown-collector', name }));
}

export function isSelected(collector: Collector, { only, skip }: Selection): boolean {
  const named = (names: readonly string[]) => names.some((name) => matches(collector, name));
  return (only.length === 0 || named(only)) && !named(skip);
}
