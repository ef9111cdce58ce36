// The first half of a case, top to bottom: look at the machine, check what is missing, collect into a draft.
// Nothing leaves the machine here. Runs in the engine's process.
import type { Result } from '#shared/ipc/result.ts';
import type { CasePlan, PlannedFile, PlannedOmission } from '#shared/schema/case-plan.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { ChecklistItem } from '#shared/schema/checklist.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { fillChecklist, missingFromUser } from './checklist.ts';
import { folderOf } from './collectors/collector-folder.ts';
import { type Look, lookAtMachine } from './collectors/look-at-machine.ts';
import { outcomeOf } from './collectors/outcome.ts';
import { collectors } from './collectors/registry.ts';
import { unknownCollectors } from './collectors/select-collectors.ts';
import { openUserFile } from './collectors/user/open-user-file.ts';
import { draftCase } from './draft-case.ts';
import type { EngineContext } from './engine-context.ts';
import { estimatePackedBytes, freeBytes } from './free-space.ts';
import { isTrouble } from './host/host.ts';
import { bytesToRead } from './packet/bytes-to-read.ts';
import { newCaseReference } from './packet/case-reference.ts';
import { collectIntoSpool } from './packet/collect-into-spool.ts';
import type { PacketDraft } from './packet/packet-draft.ts';
import { defaultTemporaryFolder } from './packet/private-folder.ts';
import { ProgressMeter } from './packet/progress-meter.ts';
import { Spool } from './packet/spool.ts';
import { applyPolicy } from './policy/apply-policy.ts';
import { startRedaction } from './redaction/start-redaction.ts';
import { asResult, Trouble } from './trouble.ts';

/** Less than this, in fewer files, is packed sooner than a thread is started for it. */
const WORTH_THREAD_BYTES = 16 * 1024 ** 2;
const WORTH_THREAD_FILES = 500;
/** And this is redacted sooner than threads have made code of the rules. */
const WORTH_REDACTING_THREADS_BYTES = 64 * 1024 ** 2;

export interface PrepareOptions {
  /** Goes on although items that the user could supply are missing. */
  readonly allowIncomplete: boolean;
  /** One thing at a time, with pauses and the lowest priority. */
  readonly gentle?: boolean;
  /** Where the packet will go; the draft is kept there when the temporary folder is too small. */
  readonly outputFolder?: string;
}

/** What a case would take. Reads no file's contents beyond facts, and writes nothing. */
export function planCase(wanted: PartialCaseRequest, context: EngineContext): Promise<Result<CasePlan>> {
  return asResult(context.signal, async () => {
    const request = allowedByPolicy(wanted, context);
    await refuseBadInput(wanted, context);
    const { looks, facts } = await lookAtMachine(collectors, request, context);
    const files = looks.flatMap(plannedFiles);
    const outcomes = looks.map(plannedOutcome);
    return {
      files,
      totalBytes: files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0),
      leftOut: looks.flatMap(plannedOmissions),
      facts,
      outcomes,
      checklist: fillChecklist({ request, facts, outcomes }, files),
    };
  });
}

/** Collects everything into a draft on this machine; the caller discards it. */
export function prepareCase(
  wanted: PartialCaseRequest,
  options: PrepareOptions,
  context: EngineContext,
): Promise<Result<PacketDraft>> {
  return asResult(context.signal, async () => {
    const request = allowedByPolicy(wanted, context);
    refuseBrokenPolicy(context);
    const { gentle = false } = options;
    await context.host.comeLast(gentle, context.signal);
    await refuseBadInput(wanted, context);
    const { looks, facts: found } = await lookAtMachine(collectors, request, context);
    const planned = looks.flatMap(plannedFiles);
    const known = { request, facts: found, outcomes: looks.map(plannedOutcome) };
    if (!options.allowIncomplete) refuseGaps(fillChecklist(known, planned));

    const redaction = await startRedaction(request, found, context);
    const totalBytes = planned.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
    const isWorthThread = totalBytes >= WORTH_THREAD_BYTES || planned.length >= WORTH_THREAD_FILES;
    const threadFile = !gentle && isWorthThread ? context.threadFile : undefined;
    const spool = await Spool.create(await spoolParent(looks, options), { threadFile });
    try {
      if (threadFile !== undefined && totalBytes >= WORTH_REDACTING_THREADS_BYTES) {
        await redaction.startThreads(threadFile);
      }
      const totals = { totalBytes, totalFiles: planned.length };
      const meter = new ProgressMeter('collect', totals, context.onProgress);
      const redacting = { spool, redaction, sendBinaries: request.sendBinaries, gentle };
      const collected = await collectIntoSpool(looks, redacting, meter, context);
      await redaction.standAlone();
      const facts = { ...found, ...collected.facts };
      const caseReference = request.followUp ?? newCaseReference(context.host);
      const gathered = { ...collected, caseReference, request, facts };
      const draft = await draftCase(gathered, redacting, context.signal);
      await spool.settle();
      return draft;
    } catch (error) {
      await redaction.standAlone();
      await spool.discard();
      throw error;
    }
  });
}

function allowedByPolicy(wanted: PartialCaseRequest, { rules }: EngineContext): PartialCaseRequest {
  return rules === undefined ? wanted : applyPolicy(wanted, rules);
}

/** Where nobody can tell what must stay here, nothing is collected. */
function refuseBrokenPolicy({ rules }: EngineContext): void {
  if (rules?.file !== undefined && !rules.mayCollect) {
    throw new Trouble({ code: 'policy-broken', file: rules.file });
  }
}

/** What the user named must be there before work begins. */
async function refuseBadInput(request: PartialCaseRequest, { host }: EngineContext): Promise<void> {
  const problems: Problem[] = unknownCollectors(collectors, request);
  for (const { path } of [...request.screenshots, ...request.attachments]) {
    const opened = await openUserFile(host, path);
    if (isTrouble(opened)) problems.push({ code: 'cannot-read', path, reason: opened.trouble });
    else await opened.file.close();
  }
  for (const path of request.logDirs) {
    const entries = await host.list(path);
    if (isTrouble(entries)) problems.push({ code: 'cannot-read', path, reason: entries.trouble });
  }
  if (problems.length > 0) throw new Trouble(...problems);
}

function refuseGaps(checklist: readonly ChecklistItem[]): void {
  const missing = missingFromUser(checklist);
  if (missing.length > 0) {
    throw new Trouble(...missing.map((item) => ({ code: 'missing-item', item }) as const));
  }
}

function plannedFiles({ collector, findings }: Look): PlannedFile[] {
  const folder = folderOf(collector);
  return (findings.sources ?? []).map((source) => ({
    path: `${folder}/${source.name}`,
    collector: collector.id,
    ...(source.kind === 'file'
      ? {
          sizeBytes: bytesToRead(source),
          modifiedAt: source.modifiedAt.toISOString(),
          sourcePath: source.path,
        }
      : {}),
    ...(source.kind === 'text' ? { sizeBytes: Buffer.byteLength(source.text) } : {}),
  }));
}

function plannedOmissions({ collector, findings }: Look): PlannedOmission[] {
  return (findings.leftOut ?? []).map(({ reason, about, sizeBytes }) => ({
    collector: collector.id,
    path: about,
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    reason,
  }));
}

function plannedOutcome(look: Look): CollectorOutcome {
  const { notes = [], sources = [] } = look.findings;
  return outcomeOf(look, notes, sources.length, look.durationMs);
}

/** The temporary folder, or the packet's own where only that one has room. */
async function spoolParent(looks: readonly Look[], { outputFolder }: PrepareOptions): Promise<string> {
  const files = looks
    .flatMap(({ findings }) => findings.sources ?? [])
    .flatMap((source) => (source.kind === 'file' ? [source] : []));
  const neededBytes = estimatePackedBytes(files);
  const temporary = defaultTemporaryFolder();
  const free = await freeBytes(temporary);
  if (free >= neededBytes) return temporary;
  if (outputFolder !== undefined && (await freeBytes(outputFolder)) >= 2 * neededBytes) {
    return outputFolder;
  }
  throw new Trouble({ code: 'not-enough-space', path: temporary, neededBytes, freeBytes: free });
}
