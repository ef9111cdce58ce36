// What the user types, as typed: every field a string, files as picked. Runs in the window.
import type { PickedFile } from '#shared/ipc/contract.ts';
import type { ProblemArea } from '#shared/schema/problem-area.ts';
import type { Settings } from '#shared/schema/settings.ts';
import type { SeverityLevel, SupportPlan } from '#shared/schema/severity.ts';
import type { SeverityAnswers } from '#shared/schema/severity-answers.ts';

export interface CaseForm {
  readonly problemArea: ProblemArea | undefined;
  readonly severity: SeverityLevel | undefined;
  /** What the user answered to the questions about it; they may be left alone. */
  readonly severityAnswers: SeverityAnswers;
  readonly title: string;
  readonly description: string;
  /** As a datetime-local input gives it, in this machine's time zone: 2026-11-22T14:30. */
  readonly occurredAt: string;
  /** Numbers, separated by anything that is not a digit. */
  readonly jobIds: string;
  readonly screenshots: readonly PickedFile[];
  readonly attachments: readonly PickedFile[];
  readonly ccid: string;
  readonly company: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactExtension: string;
  readonly contactEmail: string;
  readonly plan: SupportPlan;
  /** Undefined until the user types: then what was found on the machine is shown. */
  readonly commvaultVersion: string | undefined;
  readonly patchLevel: string | undefined;
  readonly logDirs: readonly PickedFile[];
  /** Collectors the user switched off. */
  readonly skip: readonly string[];
  /** The user accepts a packet without the required items that this machine could not supply. */
  readonly incompleteAccepted: boolean;
}

/** The lists of picked files. */
export type FileList = 'screenshots' | 'attachments' | 'logDirs';
/** Fields that are one value. */
export type FieldName = Exclude<keyof CaseForm, FileList | 'skip'>;

/** A fresh form; who the user is comes from the settings. */
export function newCaseForm(settings: Settings): CaseForm {
  return {
    problemArea: undefined,
    severity: undefined,
    severityAnswers: {},
    title: '',
    description: '',
    occurredAt: '',
    jobIds: '',
    screenshots: [],
    attachments: [],
    ccid: settings.ccid ?? '',
    company: settings.company ?? '',
    contactName: settings.contact?.name ?? '',
    contactPhone: settings.contact?.phone ?? '',
    contactExtension: settings.contact?.extension ?? '',
    contactEmail: settings.contact?.email ?? '',
    plan: settings.plan ?? 'standard',
    commvaultVersion: undefined,
    patchLevel: undefined,
    logDirs: [],
    skip: [],
    incompleteAccepted: false,
  };
}
