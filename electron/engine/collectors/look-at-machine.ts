// Lets every selected collector look at the machine, one after the other, each within its time. A collector that fails
// never stops the others. Runs in the engine's process.
import { setTimeout as delay } from 'node:timers/promises';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { Facts } from '#shared/schema/facts.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Collector, Findings, LookContext } from './collector.ts';
import { folderOf } from './collector-folder.ts';
import { isSelected } from './select-collectors.ts';
import { withoutExcluded } from './without-excluded.ts';

export interface Look {
  readonly collector: Collector;
  readonly findings: Findings;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

/** @returns a look for each collector, in order, and all facts together. Rejects only when cancelled. */
export async function lookAtMachine(
  collectors: readonly Collector[],
  request: PartialCaseRequest,
  { host, onProgress, signal, rules }: EngineContext,
): Promise<{ looks: Look[]; facts: Facts }> {
  const looks: Look[] = [];
  const earlier = new Map<string, Findings>();
  let facts: Facts = {};
  for (const [position, collector] of collectors.entries()) {
    signal.throwIfAborted();
    onProgress({
      stage: 'look',
      collector: collector.id,
      doneBytes: 0,
      totalBytes: 0,
      doneFiles: position,
      totalFiles: collectors.length,
    });
    const startedMs = host.elapsedMs();
    const looked = await lookOnce(collector, {
      host,
      request,
      facts,
      earlier,
      signal,
      ...(rules && { logAreas: rules.logAreas }),
    });
    const findings = withoutExcluded(looked.findings, folderOf(collector), request.exclude ?? []);
    const answer = { ...looked, findings };
    facts = { ...facts, ...answer.findings.facts };
    earlier.set(collector.id, answer.findings);
    const durationMs = Math.round(host.elapsedMs() - startedMs);
    looks.push({ collector, durationMs, ...answer });
  }
  return { looks, facts };
}

async function lookOnce(
  collector: Collector,
  context: LookContext,
): Promise<{ findings: Findings; timedOut: boolean }> {
  const { host, request, signal: cancelled } = context;
  if (!isSelected(collector, request)) return settled({ skipped: 'not-selected' });
  if (!collector.platforms.includes(host.platform)) return settled({ skipped: 'other-platform' });
  const ended = new AbortController();
  const end = () => ended.abort();
  cancelled.addEventListener('abort', end);
  const timeOut = AbortSignal.timeout(collector.timeoutMs);
  const signal = AbortSignal.any([cancelled, timeOut]);
  try {
    const limit = delay(collector.timeoutMs + 1_000, undefined, { signal: ended.signal });
    limit.catch(() => undefined);
    // A collector that does not hear the signals is left behind: at once on cancel, a second after its time.
    const findings = await Promise.race([collector.look({ ...context, signal }), limit]);
    if (findings !== undefined && !timeOut.aborted) return settled(findings);
    const note = { reason: 'time-limit', about: collector.id };
    return { findings: { ...findings, notes: [...(findings?.notes ?? []), note] }, timedOut: true };
  } catch (error) {
    cancelled.throwIfAborted();
    if (timeOut.aborted) {
      return { findings: { notes: [{ reason: 'time-limit', about: collector.id }] }, timedOut: true };
    }
    // Fail forward: a bug in one collector must not cost the case; its stack goes into ERROR.txt.
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const note = { reason: 'unexpected-error', about: collector.id, detail };
    return settled({ notes: [note] });
  } finally {
    cancelled.removeEventListener('abort', end);
    end();
  }
}

function settled(findings: Findings): { findings: Findings; timedOut: boolean } {
  return { findings, timedOut: false };
}
