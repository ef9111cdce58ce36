// What the user types, as typed: every field a string, files as picked. Runs in the window.
import type { PickedFile } from '#shared/ipc/contract.ts';
import type { TypedForm } from '#shared/schema/case-draft.ts';
import type { Identity } from '#shared/schema/customer.ts';
import { wholeTime } from './time-range.ts';

/** A picked picture with what it shows, as typed. */
export interface Screenshot extends PickedFile {
  readonly caption?: string | undefined;
}

export interface CaseForm extends Readonly<TypedForm> {
  readonly screenshots: readonly Screenshot[];
  readonly attachments: readonly PickedFile[];
  readonly logDirs: readonly PickedFile[];
}

/** The lists of picked files. */
export type FileList = 'screenshots' | 'attachments' | 'logDirs';
/** Fields that are one value. */
export type FieldName = Exclude<keyof CaseForm, FileList | 'skip' | 'exclude'>;

/** Who the case is for, as typed. */
export type IdentityFields = Pick<
  CaseForm,
  'ccid' | 'company' | 'contactName' | 'contactPhone' | 'contactExtension' | 'contactEmail' | 'plan'
>;

/** A fresh form; who the user is comes from the settings. */
export function newCaseForm(identity: Identity): CaseForm {
  return {
    problemArea: undefined,
    severity: undefined,
    severityAnswers: {},
    followUp: undefined,
    ticket: '',
    title: '',
    description: '',
    oneProblem: false,
    occurredAt: '',
    jobIds: '',
    screenshots: [],
    attachments: [],
    customerId: undefined,
    ...identityFields(identity),
    commvaultVersion: undefined,
    patchLevel: undefined,
    logDirs: [],
    skip: [],
    exclude: [],
    ...wholeTime,
    maxSizeBytes: undefined,
    incompleteAccepted: false,
    gentle: false,
    redaction: 'standard',
    keywords: '',
  };
}

/** The next case of the same customer: who the user is stays, as typed; everything about the last problem goes. */
export function nextCaseForm(form: CaseForm): CaseForm {
  const { ccid, company, contactName, contactPhone, contactExtension, contactEmail, plan, customerId } = form;
  const identity = { ccid, company, contactName, contactPhone, contactExtension, contactEmail, plan };
  return { ...newCaseForm({}), ...identity, customerId };
}

export function identityFields({ ccid, company, contact, plan }: Identity): IdentityFields {
  return {
    ccid: ccid ?? '',
    company: company ?? '',
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
    contactExtension: contact?.extension ?? '',
    contactEmail: contact?.email ?? '',
    plan: plan ?? 'standard',
  };
}

/** Whether anything would be lost with this form: a fresh one, with who the user is filled in, holds nothing. */
export function holdsWork(form: CaseForm): boolean {
  const { title, description, problemArea, severity, severityAnswers, occurredAt, jobIds } = form;
  const typed = [title, description, occurredAt, jobIds, form.commvaultVersion, form.patchLevel];
  const files = [...form.screenshots, ...form.attachments, ...form.logDirs];
  return (
    typed.some((text) => text !== undefined && text.trim() !== '') ||
    problemArea !== undefined ||
    severity !== undefined ||
    Object.keys(severityAnswers).length > 0 ||
    files.length > 0
  );
}
