// Several answers to one question, put side by side: which agree, and how they are shown. Runs in the engine's process.
import type { SourcedValue } from '#shared/schema/facts.ts';

/** @returns what the user said before what was found; the user's word settles what is shown first, never what is shown. */
export function withStated(
  said: string | undefined,
  found: readonly SourcedValue[] = [],
): readonly SourcedValue[] {
  return said === undefined ? found : [{ value: said, source: 'user', confidence: 'stated' }, ...found];
}

/** Whether two of the versions cannot both be true. */
export function conflicting(values: readonly SourcedValue[]): boolean {
  return values.some((one, at) => values.slice(at + 1).some((other) => !agree(one.value, other.value)));
}

/** Such as `11.26.35 (user, commvault status); 11.26? (UpdateBinTran)`: equal values once, inferred ones in doubt. */
export function sourcedText(values: readonly SourcedValue[]): string {
  const sources = new Map<string, string[]>();
  for (const { value, source, confidence } of values) {
    const shown = confidence === 'inferred' ? `${value}?` : value;
    sources.set(shown, [...(sources.get(shown) ?? []), source]);
  }
  return [...sources].map(([value, from]) => `${value} (${[...new Set(from)].join(', ')})`).join('; ');
}

/**
 * 11.26 agrees with 11.26.35. A build string (11.80.32.0, 11.0.0(BUILD80)) tells only the version before its first point.
 * What is no number of points, such as SP16, cannot be compared and contradicts nothing.
 */
function agree(one: string, other: string): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  if (a === undefined || b === undefined) return true;
  const comparable = isBuild(one) || isBuild(other) ? 1 : Math.min(a.length, b.length);
  return a.slice(0, comparable).every((number, at) => number === b[at]);
}

function numbersOf(value: string): readonly number[] | undefined {
  const text = /^v?(\d+(?:\.\d+)*)/i.exec(value.trim())?.[1];
  return text?.split('.').map(Number);
}

function isBuild(value: string): boolean {
  return /build/i.test(value) || /^\d+(\.\d+){3}/.test(value);
}
