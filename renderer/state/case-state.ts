// Everything the window shows, as one value, and everything that can happen to it. Runs in the window.
import type { MachineInfo, PickedFile, StartInfo } from '#shared/ipc/contract.ts';
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';
import type { CaseDraft, DraftInfo, FormStep } from '#shared/schema/case-draft.ts';
import type { CasePlan } from '#shared/schema/case-plan.ts';
import type { Customer } from '#shared/schema/customer.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { Encryption } from '#shared/schema/encryption.ts';
import type { LogSurvey, TroubleLines } from '#shared/schema/log-survey.ts';
import type { Problem } from '#shared/schema/problem.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import type { ResponseClock } from '#shared/schema/response-clock.ts';
import type { ListedPacket, Targets, UnfinishedDelivery } from '#shared/schema/sending.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { SeverityAnswers } from '#shared/schema/severity-answers.ts';
import { type CaseForm, type FieldName, type FileList, newCaseForm } from './case-form.ts';
import type { ProgressTrack } from './progress-track.ts';
import type { ScreenshotChange } from './screenshot-change.ts';
import type { Sending, SendingEvent, SentPacket } from './sending.ts';
import type { WindowPolicy } from './window-policy.ts';

/** All steps, as the list of steps shows them. */
export const STEPS = ['problem', 'contact', 'contents', 'review', 'saved'] as const;
export type Step = (typeof STEPS)[number];

export interface Draft {
  readonly draftId: string;
  readonly summary: DraftSummary;
}

/** A draft under review, what of it stays here, and how the rest is encrypted. */
interface Review {
  readonly draft: Draft;
  readonly withheld: ReadonlySet<string>;
  /** A password is nowhere else in the window, and gone once the packet is saved or the review is left. */
  readonly encryption: Encryption | undefined;
}

interface Work {
  readonly track: ProgressTrack;
  /** The user asked to cancel; the answer is on its way. */
  readonly cancelling: boolean;
}

export type Screen =
  /** Unfinished cases. */
  | { readonly at: 'cases' }
  | { readonly at: FormStep }
  | ({ readonly at: 'preparing' } & Work)
  | ({ readonly at: 'review' } & Review)
  | ({ readonly at: 'delivering' } & Review & Work)
  | { readonly at: 'saved'; readonly receipt: Receipt }
  /** A packet that was saved earlier, to be sent. */
  | { readonly at: 'send'; readonly packet: SentPacket };
export type ScreenAt<At extends Screen['at']> = Extract<Screen, { at: At }>;

/** What the machine answered last; an older plan stays visible while a newer one is on its way. */
export interface PlanView {
  readonly plan: CasePlan | undefined;
  readonly loading: boolean;
  /** Why the last attempt to plan failed. */
  readonly problems: readonly Problem[];
  /** The last known bytes and files by collector, also of those switched off since. */
  readonly sizes: Readonly<Record<string, { bytes: number; files: number }>>;
}

export interface CaseState {
  readonly start: StartInfo;
  /** Undefined until the engine is up. */
  readonly machine: MachineInfo | undefined;
  /** The built-in one until the engine is up. */
  readonly policy: WindowPolicy;
  readonly language: Language;
  /** The draft that the form is kept as. */
  readonly caseId: string;
  readonly form: CaseForm;
  /** Unfinished cases of this machine, as last asked for. */
  readonly drafts: readonly DraftInfo[];
  /** Packets saved on this machine; undefined until asked for. */
  readonly packets: readonly ListedPacket[] | undefined;
  /** Deliveries that can be gone on with. */
  readonly unfinished: readonly UnfinishedDelivery[];
  /** Where packets can be sent; undefined until asked for. */
  readonly targets: Targets | undefined;
  /** The delivery of the moment, or what came of the last one until it is closed. */
  readonly sending: Sending | undefined;
  readonly customers: readonly Customer[];
  /** Fields the user has left, or tried to leave the step with: their trouble is shown. */
  readonly checked: ReadonlySet<FieldName>;
  readonly planView: PlanView;
  readonly logView: LogView;
  /** By when a case opened now may expect its answer; undefined until it is known for the chosen plan. */
  readonly clock: ResponseClock | undefined;
  readonly screen: Screen;
  /** Why the last call failed; shown until the next attempt or step. */
  readonly problems: readonly Problem[];
  readonly outputFolder: PickedFile | undefined;
}

/** ISO 8601. */
export interface MomentRange {
  readonly from: string;
  readonly to: string;
}

/** Trouble in the logs: how much and when, and the lines of the moment that was opened. */
export interface LogView {
  readonly survey: LogSurvey | undefined;
  readonly loading: boolean;
  /** The last survey brought nothing; until then it is on its way, if not asked for yet. */
  readonly failed: boolean;
  readonly opened: { readonly range: MomentRange; readonly answer: TroubleLines | undefined } | undefined;
}

export const noLogs: LogView = { survey: undefined, loading: false, failed: false, opened: undefined };

/** A draft as it comes back: its files picked anew. */
export type OpenedDraft = CaseDraft & { readonly files: Pick<CaseForm, FileList> };

export type CaseEvent =
  | { type: 'machine-described'; machine: MachineInfo }
  | { type: 'language-chosen'; language: Language }
  | { type: 'field-changed'; change: Partial<Omit<CaseForm, FileList | 'skip' | 'exclude'>> }
  | { type: 'severity-answered'; answers: SeverityAnswers }
  | { type: 'clock-arrived'; clock: ResponseClock }
  | { type: 'fields-checked'; fields: readonly FieldName[] }
  | { type: 'files-picked'; list: FileList; files: readonly PickedFile[] }
  | { type: 'file-removed'; list: FileList; id: string }
  | { type: 'screenshot-changed'; id: string; change: ScreenshotChange }
  /** Files of the plan to be left out, or taken after all. */
  | { type: 'files-excluded'; paths: readonly string[]; excluded: boolean }
  | { type: 'survey-started' }
  /** Undefined where it failed. */
  | { type: 'survey-arrived'; survey: LogSurvey | undefined }
  | { type: 'trouble-asked'; range: MomentRange }
  | { type: 'trouble-arrived'; range: MomentRange; answer: TroubleLines | undefined }
  | { type: 'trouble-closed' }
  | { type: 'collector-switched'; collector: string; on: boolean }
  | { type: 'step-entered'; step: FormStep }
  | { type: 'plan-started' }
  | { type: 'plan-arrived'; plan: CasePlan }
  | { type: 'plan-failed'; problems: readonly Problem[] }
  | { type: 'call-failed'; problems: readonly Problem[] }
  | { type: 'prepare-started' }
  | { type: 'draft-arrived'; draft: Draft }
  | { type: 'prepare-failed'; problems: readonly Problem[] }
  | { type: 'files-withheld'; paths: readonly string[]; withheld: boolean }
  /** Redacted again, or a file was let go: the same draft with other contents. */
  | { type: 'draft-changed'; summary: DraftSummary }
  | { type: 'encryption-chosen'; encryption: Encryption | undefined }
  | { type: 'output-folder-picked'; folder: PickedFile }
  | { type: 'deliver-started' }
  | { type: 'delivered'; receipt: Receipt }
  | { type: 'deliver-failed'; problems: readonly Problem[] }
  /** Of collecting or saving. */
  | { type: 'progressed'; progress: Progress; atMs: number }
  | { type: 'cancel-asked' }
  | { type: 'cases-entered' }
  | { type: 'drafts-listed'; drafts: readonly DraftInfo[] }
  | { type: 'packets-listed'; packets: readonly ListedPacket[] }
  | { type: 'unfinished-listed'; unfinished: readonly UnfinishedDelivery[] }
  | { type: 'targets-listed'; targets: Targets }
  | { type: 'packet-opened'; packet: SentPacket }
  | SendingEvent
  | { type: 'draft-opened'; draft: OpenedDraft }
  | { type: 'customers-changed'; customers: readonly Customer[] }
  /** Undefined: a customer without a profile, to be typed. */
  | { type: 'customer-chosen'; id: string | undefined }
  | { type: 'case-restarted'; caseId: string };

export const noPlan: PlanView = { plan: undefined, loading: false, problems: [], sizes: {} };

export function firstState(start: StartInfo): CaseState {
  return {
    start,
    machine: undefined,
    policy: builtInPolicy,
    language: start.language,
    caseId: crypto.randomUUID(),
    form: newCaseForm(start.settings),
    drafts: start.drafts,
    packets: undefined,
    unfinished: start.unfinished,
    targets: undefined,
    sending: undefined,
    customers: start.settings.customers ?? [],
    checked: new Set(),
    planView: noPlan,
    logView: noLogs,
    clock: undefined,
    screen: { at: start.drafts.length + start.unfinished.length > 0 ? 'cases' : 'problem' },
    problems: [],
    outputFolder: undefined,
  };
}
