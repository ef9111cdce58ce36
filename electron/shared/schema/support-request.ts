// The guide's requests other than a case: permanent licence, access to the MA site, renewal. Used by every process.
import { z } from 'zod';
import { HostId } from '../host-id.ts';
import { CaseRequest, Contact } from './case-request.ts';
import { Ccid } from './ccid.ts';

export const RequestKind = z.enum(['licence-key', 'ma-access', 'renewal']);
export type RequestKind = z.infer<typeof RequestKind>;

const Common = z.object({
  ccid: Ccid,
  company: CaseRequest.shape.company,
  contact: Contact.pick({ name: true, phone: true, email: true }),
});

export const SupportRequest = z.discriminatedUnion('kind', [
  Common.extend({
    kind: z.literal('licence-key'),
    hostId: HostId,
    /** The address that the host id was derived from; absent where it was typed. */
    ip: z.ipv4().optional(),
  }),
  Common.extend({ kind: z.literal('ma-access') }),
  Common.extend({ kind: z.literal('renewal') }),
]);
export type SupportRequest = z.infer<typeof SupportRequest>;

export const RequestDraft = z.object({
  /** Absolute path of the .eml file. */
  path: z.string(),
  /** Empty where the guide names nobody and the user did not either. */
  to: z.array(z.string()),
});
export type RequestDraft = z.infer<typeof RequestDraft>;
