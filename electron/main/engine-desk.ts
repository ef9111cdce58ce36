// Carries out the engine's calls: keeps drafts by id, one abort switch per running call, progress throttled. The
// engine process puts it behind its message port; tests use it as it is. Runs in Electron's utility process.
import { randomUUID } from 'node:crypto';
import { collectors } from '#engine/collectors/registry.ts';
import { defaultDataFolder } from '#engine/data-folder.ts';
import { deliverCase } from '#engine/deliver-case.ts';
import { deliverPacket } from '#engine/delivery/deliver-packet.ts';
import { orderForTarget } from '#engine/delivery/order-for-target.ts';
import { withKeywords, withReleased } from '#engine/draft-case.ts';
import { saveForEmail } from '#engine/email/save-for-email.ts';
import { writeRequest } from '#engine/email/write-request.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import type { Host } from '#engine/host/host.ts';
import { bugFacts, createOwnLog, type OwnLog } from '#engine/log/own-log.ts';
import type { PacketDraft } from '#engine/packet/packet-draft.ts';
import { viewFile } from '#engine/packet/view-file.ts';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import { planCase, prepareCase } from '#engine/prepare-case.ts';
import { packetState, rememberPacket } from '#engine/saved-packets.ts';
import { readTroubleLines, surveyCaseLogs } from '#engine/survey-case-logs.ts';
import { asResult } from '#engine/trouble.ts';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import type { EngineCallName, EngineCalls, FromEngine, ToEngine } from './engine-messages.ts';
import { throttleProgress } from './throttle-progress.ts';

type Question<Name extends EngineCallName> = EngineCalls[Name]['question'];
type Answer<Name extends EngineCallName> = Promise<Result<EngineCalls[Name]['answer']>>;
type Carriers = {
  [Name in EngineCallName]: (question: Question<Name>, context: EngineContext) => Answer<Name>;
};

export interface EngineDesk {
  /** Takes one message; its answers go to `send`. Resolves when the call is over. */
  take(message: Exclude<ToEngine, { type: 'shut-down' }>): Promise<void>;
  /** Cancels what runs and discards every draft. */
  close(): Promise<void>;
}

/**
 * @param host the machine; a promise, so that the desk takes messages while the host is still being looked at
 * @param threadFile what a thread of the engine begins with
 */
export function createEngineDesk(
  host: Promise<Host>,
  send: (message: FromEngine) => void,
  threadFile?: URL,
): EngineDesk {
  const drafts = new Map<string, PacketDraft>();
  const switches = new Map<number, AbortController>();
  const running = new Set<Promise<void>>();
  const dataFolder = defaultDataFolder(process.env);
  let ownLog: OwnLog | undefined;
  const log = (version: string) => {
    ownLog ??= createOwnLog(dataFolder, version);
    return ownLog;
  };

  const carriers: Carriers = {
    async describe(_question, { host: { platform, elevated }, rules = builtInPolicy }) {
      const mine = collectors.filter((collector) => collector.platforms.includes(platform));
      return success({
        platform,
        elevated,
        policy: rules,
        collectors: mine.map(({ id, needsAdmin }) => ({ id, needsAdmin })),
      });
    },
    async clock({ plan }, { host, policy }) {
      // Late: calendar and time zones are not needed for the first picture.
      const { responseClock } = await import('#engine/respond-by.ts');
      return success(responseClock(host.now(), plan, policy));
    },
    plan: ({ request }, context) => planCase(request, context),
    survey: ({ request }, context) => surveyCaseLogs(request, context),
    'trouble-lines': ({ request, window }, context) => readTroubleLines(request, window, context),
    async prepare({ request, ...options }, context) {
      const prepared = await prepareCase(request, options, context);
      if (!prepared.ok) return prepared;
      const draft = prepared.value;
      if (context.signal.aborted) {
        await draft.discard();
        return failure({ code: 'cancelled' });
      }
      const draftId = randomUUID();
      drafts.set(draftId, draft);
      return success({ draftId, summary: draft.summary() });
    },
    async deliver({ draftId, ...delivery }, context) {
      const draft = draftOf(draftId);
      const delivered = await deliverCase(draft, delivery, context);
      if (delivered.ok) {
        await remember(draft, delivered.value, context);
        await discard(draftId);
      }
      return delivered;
    },
    'check-packet': async (packet, { signal }) => success(await packetState(packet, signal)),
    view: ({ draftId, path, page }, { signal }) =>
      asResult(signal, () => viewFile(draftOf(draftId), path, page, signal)),
    keywords: ({ draftId, keywords }, context) =>
      changed(draftId, context, (draft) => withKeywords(draft, keywords, context.signal)),
    release: ({ draftId, path }, context) =>
      changed(draftId, context, (draft) => withReleased(draft, path, context)),
    email: ({ path, ...options }, context) =>
      saveForEmail(path, { cc: context.rules?.sending.mailCc ?? [], ...options }, context),
    request: ({ request, ...options }, context) => writeRequest(request, options, context),
    async send(order, context) {
      const ready = await asResult(context.signal, () => orderForTarget(order, dataFolder, process.env));
      return ready.ok ? deliverPacket(ready.value, context) : ready;
    },
    async discard({ draftId }) {
      await discard(draftId);
      return success(null);
    },
  };

  function draftOf(draftId: string): PacketDraft {
    const draft = drafts.get(draftId);
    if (draft === undefined) throw new Error(`no draft ${draftId}`);
    return draft;
  }

  /** The draft's spool is the same, so the new draft takes the old one's place. */
  function changed(
    draftId: string,
    { signal }: EngineContext,
    change: (draft: PacketDraft) => Promise<PacketDraft>,
  ): Promise<Result<DraftSummary>> {
    return asResult(signal, async () => {
      const draft = await change(draftOf(draftId));
      drafts.set(draftId, draft);
      return draft.summary();
    });
  }

  async function discard(draftId: string): Promise<void> {
    const draft = drafts.get(draftId);
    drafts.delete(draftId);
    await draft?.discard();
  }

  async function carry(call: Extract<ToEngine, { type: 'call' }>): Promise<void> {
    const { id, name, question, version } = call;
    const startedMs = performance.now();
    const abort = new AbortController();
    switches.set(id, abort);
    const progress = throttleProgress((step: Progress) => send({ type: 'progress', id, progress: step }));
    try {
      const rules = await machinePolicy(process.env);
      const result = await (carriers[name] as Carriers['plan'])(question as Question<'plan'>, {
        host: await host,
        policy: rules.support,
        rules,
        tool: { name: 'casepack', version },
        dataFolder,
        onProgress: progress.report,
        signal: abort.signal,
        ...(threadFile === undefined ? {} : { threadFile }),
      });
      send({ type: 'answer', id, result });
      const outcome = result.ok ? 'ok' : result.problems.map(({ code }) => code).join(',');
      void log(version).write('call', { name, outcome, ms: Math.round(performance.now() - startedMs) });
    } catch (bug) {
      // The one place where a bug of the engine is met: it must reach the window, not end the process and its drafts.
      void log(version).write('bug', { name, ...bugFacts(bug) });
      send({ type: 'threw', id, details: bug instanceof Error ? String(bug.stack) : String(bug) });
    } finally {
      progress.stop();
      switches.delete(id);
    }
  }

  return {
    async take(message) {
      if (message.type === 'cancel') {
        switches.get(message.id)?.abort();
        return;
      }
      const work = carry(message);
      running.add(work);
      await work;
      running.delete(work);
    },
    async close() {
      for (const abort of switches.values()) abort.abort();
      await Promise.all(running);
      await Promise.all([...drafts.keys()].map(discard));
    },
  };
}

/** For the list of cases. A disk that cannot be written costs only the memory: the packet itself is saved. */
async function remember(
  draft: PacketDraft,
  { caseReference, packetPath, bytes, sha256, files, gaps }: Receipt,
  { host, dataFolder }: EngineContext,
): Promise<void> {
  const { title = '', ccid = '', company = '', severity, ticket } = draft.contents.request;
  const packet = { caseReference, packetPath, bytes, sha256, files, gaps: gaps.length, title, ccid, company };
  await rememberPacket(dataFolder, {
    savedAt: host.now().toISOString(),
    ...packet,
    ...(severity === undefined ? {} : { severity }),
    ...(ticket === undefined ? {} : { ticket }),
  }).catch(() => undefined);
}
