// The answer of every call that can meet expected trouble. Used by every process.
import type { Problem } from '../schema/problem.ts';

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failure(...problems: Problem[]): Result<never> {
  return { ok: false, problems };
}
