// A case that is not finished: what was typed so far, kept on this machine until its packet is saved. Used by main
// process and window. Secrets are never part of it: it is written to disk as it is.
import { z } from 'zod';
import { ProblemArea } from './problem-area.ts';
import { RedactionLevel } from './redaction.ts';
import { SeverityLevel, SupportPlan } from './severity.ts';
import { SeverityAnswers } from './severity-answers.ts';

const Typed = z.string().max(1_000_000);

/** The form as typed, right or wrong; every text as its field holds it. */
export const TypedForm = z.object({
  problemArea: ProblemArea.optional(),
  severity: SeverityLevel.optional(),
  /** What the user answered to the questions about severity; they may be left alone. */
  severityAnswers: SeverityAnswers,
  /** The case that this one follows up, and support's number of it. */
  followUp: z.string().max(20).optional(),
  ticket: Typed,
  title: Typed,
  description: Typed,
  /** The user said that the description is about one problem only. */
  oneProblem: z.boolean(),
  /** As a datetime-local input gives it, in this machine's time zone: 2026-11-22T14:30. */
  occurredAt: Typed,
  /** Numbers, separated by anything that is not a digit. */
  jobIds: Typed,
  /** The customer profile that the following fields came from. */
  customerId: z.uuid().optional(),
  ccid: Typed,
  company: Typed,
  contactName: Typed,
  contactPhone: Typed,
  contactExtension: Typed,
  contactEmail: Typed,
  plan: SupportPlan,
  /** Undefined until the user types: then what was found on the machine is shown. */
  commvaultVersion: Typed.optional(),
  patchLevel: Typed.optional(),
  /** Collectors the user switched off. */
  skip: z.array(Typed),
  /** Files of the plan that the user left out, by their path in the packet. */
  exclude: z.array(Typed),
  /** The time range of the logs, as datetime-local inputs give it; empty is open. */
  rangeFrom: Typed,
  rangeTo: Typed,
  /** Upper limit for what is read; undefined is no limit. */
  maxSizeBytes: z.number().int().positive().optional(),
  /** The user accepts a packet without the required items that this machine could not supply. */
  incompleteAccepted: z.boolean(),
  /** The machine has more important work: collect slowly. */
  gentle: z.boolean(),
  redaction: RedactionLevel,
  /** Words to replace, one a line. */
  keywords: Typed,
});
export type TypedForm = z.infer<typeof TypedForm>;

/** The steps in which the user types. */
export const FormStep = z.enum(['problem', 'contact', 'contents']);
export type FormStep = z.infer<typeof FormStep>;

/** Drafts of another version may lack a part; a new form has it. */
export const CaseDraft = z.object({ id: z.uuid(), step: FormStep, form: TypedForm.partial() });
export type CaseDraft = z.infer<typeof CaseDraft>;

/** What the list of unfinished cases shows of one. */
export const DraftInfo = z.object({
  id: z.uuid(),
  savedAt: z.iso.datetime(),
  title: z.string(),
  company: z.string(),
  ccid: z.string(),
  problemArea: ProblemArea.optional(),
});
export type DraftInfo = z.infer<typeof DraftInfo>;
