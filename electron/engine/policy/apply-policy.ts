// A case request as the machine's policy allows it: locked values, what is switched off, the least redaction, further
// keywords. The one place where the policy meets a request. Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { EffectivePolicy } from '#shared/schema/effective-policy.ts';
import type { RedactionLevel } from '#shared/schema/redaction.ts';

const LEAST_FIRST: readonly RedactionLevel[] = ['off', 'standard', 'strict'];

/** Never loosens anything: what the request asks for beyond the policy stays. */
export function applyPolicy(
  request: PartialCaseRequest,
  { defaults, locked, redactionMinimum, keywords, collectorsOff, sending }: EffectivePolicy,
): PartialCaseRequest {
  const presets = Object.fromEntries(locked.map((name) => [name, defaults[name]]));
  const limits = [request.maxSizeBytes, sending.maxCollectedBytes].filter((bytes) => bytes !== undefined);
  return {
    ...request,
    ...presets,
    ...(limits.length === 0 ? {} : { maxSizeBytes: Math.min(...limits) }),
    skip: [...request.skip, ...collectorsOff],
    redaction: stricter(request.redaction, redactionMinimum),
    keywords: [...new Set([...request.keywords, ...keywords])],
  };
}

function stricter(one: RedactionLevel, other: RedactionLevel): RedactionLevel {
  return isStricter(other, one) ? other : one;
}

/** Whether the first level replaces more than the second. */
export function isStricter(one: RedactionLevel, other: RedactionLevel): boolean {
  return LEAST_FIRST.indexOf(one) > LEAST_FIRST.indexOf(other);
}
