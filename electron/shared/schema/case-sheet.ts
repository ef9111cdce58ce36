// case.json: the case sheet as data. Used by every process.
import { z } from 'zod';
import { ChecklistItem } from './checklist.ts';
import { CommvaultInstance, DatabaseFacts, HardwareFacts, OsFacts, TapeLibraryFacts } from './facts.ts';
import { IncidentFacts } from './incident.ts';
import { FORMAT_VERSION } from './manifest.ts';
import { ProblemArea } from './problem-area.ts';
import { RedactionLevel, RuleCount, WithheldFile } from './redaction.ts';
import { SeverityLevel, SupportPlan } from './severity.ts';

const Instant = z.iso.datetime({ offset: true });

/** Parts the user left empty (only with --allow-incomplete) are empty strings, and missing in the checklist. */
export const CaseSheet = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  tool: z.object({ name: z.string(), version: z.string() }),
  caseReference: z.string(),
  createdAt: Instant,
  timeZone: z.string(),
  serviceId: z.object({ ccid: z.string() }),
  company: z.object({ name: z.string() }),
  contact: z.object({
    name: z.string(),
    phone: z.string(),
    extension: z.string().optional(),
    email: z.string(),
  }),
  support: z.object({
    plan: SupportPlan,
    policyEdition: z.string(),
    /** Absent when the severity is not known, or past the last published holiday calendar. */
    respondBy: Instant.optional(),
  }),
  severity: z
    .object({
      level: SeverityLevel,
      name: z.string(),
      responseHours: z.number(),
      reasons: z.array(z.string()),
    })
    .optional(),
  event: z.object({
    title: z.string(),
    description: z.string(),
    occurredAt: Instant.optional(),
    problemArea: ProblemArea,
    jobIds: z.array(z.string()),
    /** Support's own number of the case, once it has one. */
    ticket: z.string().optional(),
    window: z.object({ from: Instant.optional(), to: Instant.optional() }),
  }),
  system: z.object({ os: OsFacts.optional(), hostName: z.string() }),
  commvault: z.object({ instances: z.array(CommvaultInstance) }),
  databases: z.array(DatabaseFacts).optional(),
  incident: IncidentFacts.optional(),
  hardware: HardwareFacts.optional(),
  tapeLibrary: TapeLibraryFacts.optional(),
  redaction: z.object({
    level: RedactionLevel,
    rules: z.array(RuleCount),
    withheld: z.array(WithheldFile),
    /** Beyond the first 100,000, names were replaced only where a text says what they are. */
    tooManyNames: z.literal(true).optional(),
  }),
  checklist: z.array(ChecklistItem),
});
export type CaseSheet = z.infer<typeof CaseSheet>;
