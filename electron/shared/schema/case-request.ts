// What the user asks for: the form's and the command line's one noun. Used by every process.
import { z } from 'zod';
import { Ccid } from './ccid.ts';
import { ProblemArea } from './problem-area.ts';
import { RedactionLevel } from './redaction.ts';
import { SeverityLevel, SupportPlan } from './severity.ts';
import { SeverityReason } from './severity-answers.ts';

const Line = z.string().trim().min(1).max(500);
const Instant = z.iso.datetime({ offset: true });

export const Contact = z.object({
  name: Line,
  phone: Line.regex(/^[0-9+()\-. /#,;xX]{5,}$/),
  extension: z
    .string()
    .trim()
    .regex(/^[0-9]{1,10}$/)
    .optional(),
  email: z.string().trim().pipe(z.email()),
});
export type Contact = z.infer<typeof Contact>;

/** Shorter ones would be found in every other word. */
export const Keyword = z.string().trim().min(2).max(200);

/** Five letters or digits without look-alikes. */
export const CaseReference = z.string().regex(/^[2-9A-HJKMNP-Z]{5}$/);

/** A file the user adds by hand. `name` is what the packet calls it; `caption` says what it shows. */
export const UserFile = z.object({
  path: z.string().min(1),
  name: z.string().min(1),
  caption: Line.optional(),
});
export type UserFile = z.infer<typeof UserFile>;

/** Everything the person decides; everything the machine knows is found by collectors. */
export const CaseRequest = z.object({
  ccid: Ccid,
  company: Line,
  contact: Contact,
  plan: SupportPlan,
  severity: SeverityLevel,
  /** Why this level; absent where nobody was asked. */
  severityReasons: z.array(SeverityReason).optional(),
  problemArea: ProblemArea,
  /** Support's own number of the case, once it has one. */
  ticket: Line.max(60).optional(),
  title: Line.max(200),
  description: z.string().trim().min(1).max(100_000),
  occurredAt: Instant.optional(),
  jobIds: z.array(z.string().regex(/^[0-9]{1,12}$/)),
  window: z.object({ from: Instant.optional(), to: Instant.optional() }),
  commvaultVersion: Line.optional(),
  patchLevel: Line.optional(),
  screenshots: z.array(UserFile),
  attachments: z.array(UserFile),
  /** Folders to take CommVault logs from, instead of those that detection finds. */
  logDirs: z.array(z.string().min(1)),
  /** Collector ids or areas; an empty `only` means all. */
  only: z.array(z.string().min(1)),
  skip: z.array(z.string().min(1)),
  /** Names of packet entries, as a plan names them, that the user leaves out. */
  exclude: z.array(z.string().min(1)).optional(),
  redaction: RedactionLevel,
  /** Words that are replaced wherever they stand, in any language. */
  keywords: z.array(Keyword),
  /** Paths of files in the packet that go although they are not text. */
  sendBinaries: z.array(z.string().min(1)),
  /** The reference of the case that this packet adds to: same reference, same stand-ins. */
  followUp: CaseReference.optional(),
  /** Upper limit for the bytes that are read into the packet; undefined is no limit. */
  maxSizeBytes: z.number().int().positive().optional(),
});
export type CaseRequest = z.infer<typeof CaseRequest>;

/**
 * The same before it is complete: what a half-filled form or `--allow-incomplete` yields.
 * Every part that is present is valid; required parts may be missing.
 */
export const PartialCaseRequest = CaseRequest.partial({
  ccid: true,
  company: true,
  severity: true,
  title: true,
  description: true,
}).extend({ contact: Contact.partial() });
export type PartialCaseRequest = z.infer<typeof PartialCaseRequest>;
