// What is wrong with the form, by field, judged by the shared schemas. Codes only; the texts put them into words. Runs
// in the window.
import { CaseRequest, Contact } from '#shared/schema/case-request.ts';
import type { CaseForm, FieldName } from './case-form.ts';
import { occurredAtInstant } from './to-request.ts';

export type FieldTrouble =
  | 'required'
  | 'choose-one'
  | 'ccid-shape'
  | 'phone-shape'
  | 'extension-shape'
  | 'email-shape'
  | 'jobs-shape'
  | 'too-long'
  | 'in-future'
  | 'date-shape'
  | 'range-order';
export type FormTrouble = Partial<Record<FieldName, FieldTrouble>>;

/** The steps in which fields are typed, and their fields in the order they are shown. */
export const fieldsOfStep = {
  problem: ['problemArea', 'severity', 'title', 'description', 'occurredAt', 'jobIds'],
  contact: ['ccid', 'company', 'contactName', 'contactPhone', 'contactExtension', 'contactEmail'],
} as const satisfies Record<string, readonly FieldName[]>;

const request = CaseRequest.shape;
/** Numbers separated as people separate them, Chinese commas included. */
const JOB_LIST = /^\s*[0-9]{1,12}(?:[\s,;，；、]+[0-9]{1,12})*[\s,;，；、]*$/;

/** @param now to refuse a problem that has not happened yet */
export function formTrouble(form: CaseForm, now: Date): FormTrouble {
  const trouble: FormTrouble = {};
  const note = (field: FieldName, found: FieldTrouble | undefined) => {
    if (found !== undefined) trouble[field] = found;
  };
  if (form.problemArea === undefined) note('problemArea', 'choose-one');
  if (form.severity === undefined) note('severity', 'choose-one');
  note('title', textTrouble(form.title, request.title, 'too-long'));
  note('description', textTrouble(form.description, request.description, 'too-long'));
  note('ccid', textTrouble(form.ccid, request.ccid, 'ccid-shape'));
  note('company', textTrouble(form.company, request.company, 'too-long'));
  note('contactName', textTrouble(form.contactName, Contact.shape.name, 'too-long'));
  note('contactPhone', textTrouble(form.contactPhone, Contact.shape.phone, 'phone-shape'));
  note('contactEmail', textTrouble(form.contactEmail, Contact.shape.email, 'email-shape'));
  if (form.contactExtension.trim() !== '') {
    const { extension } = Contact.shape;
    note('contactExtension', textTrouble(form.contactExtension, extension, 'extension-shape'));
  }
  if (form.occurredAt !== '') note('occurredAt', timeTrouble(form.occurredAt, now));
  if (form.jobIds.trim() !== '' && !JOB_LIST.test(form.jobIds)) note('jobIds', 'jobs-shape');
  const [from, to] = [form.rangeFrom, form.rangeTo].map(occurredAtInstant);
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) {
    note('rangeTo', 'range-order');
  }
  return trouble;
}

function textTrouble(
  typed: string,
  schema: { safeParse(typed: string): { success: boolean } },
  otherwise: FieldTrouble,
): FieldTrouble | undefined {
  if (typed.trim() === '') return 'required';
  return schema.safeParse(typed).success ? undefined : otherwise;
}

function timeTrouble(typed: string, now: Date): FieldTrouble | undefined {
  const instant = occurredAtInstant(typed);
  if (instant === undefined) return 'date-shape';
  return Date.parse(instant) > now.getTime() ? 'in-future' : undefined;
}

/** @returns the step's fields that are in trouble, in the order they are shown */
export function stepTrouble(step: keyof typeof fieldsOfStep, trouble: FormTrouble): FieldName[] {
  return fieldsOfStep[step].filter((field) => trouble[field] !== undefined);
}
