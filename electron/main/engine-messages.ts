// The messages between main process and engine process, and the calls they carry. Used by both; no zod: both ends are
// this program, and what the window said was checked before.

import type { Delivered } from '#engine/delivery/delivery-order.ts';
import type { TargetOrder } from '#engine/delivery/order-for-target.ts';
import type { MachineInfo } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';
import type { CasePlan } from '#shared/schema/case-plan.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { DraftPage } from '#shared/schema/draft-page.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { EmailDrafts } from '#shared/schema/email-drafts.ts';
import type { Encryption } from '#shared/schema/encryption.ts';
import type { LogSurvey, TroubleLines } from '#shared/schema/log-survey.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import type { ResponseClock } from '#shared/schema/response-clock.ts';
import type { PacketState, SavedPacket } from '#shared/schema/saved-packet.ts';
import type { SupportPlan } from '#shared/schema/severity.ts';
import type { RequestDraft, SupportRequest } from '#shared/schema/support-request.ts';

/** What the engine is asked: name, question, answer. */
export interface EngineCalls {
  describe: { question: null; answer: MachineInfo };
  /** By when a case opened now may expect its answer. */
  clock: { question: { plan: SupportPlan }; answer: ResponseClock };
  plan: { question: { request: PartialCaseRequest }; answer: CasePlan };
  prepare: {
    /** The draft is kept in `outputFolder` where the temporary folder is too small. */
    question: {
      request: PartialCaseRequest;
      allowIncomplete: boolean;
      gentle?: boolean;
      outputFolder: string;
    };
    answer: { draftId: string; summary: DraftSummary };
  };
  /** The draft is discarded once its packet is saved; after trouble it is kept for another try. */
  deliver: {
    question: {
      draftId: string;
      folder: string;
      withhold: readonly string[];
      encryption?: Encryption | undefined;
    };
    answer: Receipt;
  };
  survey: { question: { request: PartialCaseRequest }; answer: LogSurvey };
  /** Moments in milliseconds since 1970. */
  'trouble-lines': {
    question: { request: PartialCaseRequest; window: { from: number; to: number } };
    answer: TroubleLines;
  };
  /** Whether a saved packet is still what it was. */
  'check-packet': { question: Pick<SavedPacket, 'packetPath' | 'sha256'>; answer: PacketState };
  view: {
    question: { draftId: string; path: string; page: number };
    answer: DraftPage;
  };
  keywords: { question: { draftId: string; keywords: readonly string[] }; answer: DraftSummary };
  release: { question: { draftId: string; path: string }; answer: DraftSummary };
  /** `path` is a saved packet. */
  email: {
    question: { path: string; folder: string; to: readonly string[]; maxMessageBytes: number };
    answer: EmailDrafts;
  };
  request: {
    question: { request: SupportRequest; folder: string; to: readonly string[] | undefined };
    answer: RequestDraft;
  };
  /** Sends a saved packet; what the target's files hold is read in the engine. */
  send: { question: TargetOrder; answer: Delivered };
  discard: { question: { draftId: string }; answer: null };
}
export type EngineCallName = keyof EngineCalls;

export type ToEngine =
  | { type: 'call'; id: number; name: EngineCallName; question: unknown; version: string }
  | { type: 'cancel'; id: number }
  /** Cancel everything, discard all drafts, then exit. */
  | { type: 'shut-down' };

export type FromEngine =
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'answer'; id: number; result: Result<unknown> }
  /** A bug: the call threw. */
  | { type: 'threw'; id: number; details: string };
