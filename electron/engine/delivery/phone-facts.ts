// What the caller says on the phone about a packet: from its case sheet, or from its name where it is encrypted. Runs in the
// engine's process.
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { PhoneFacts } from '#shared/schema/delivery.ts';
import { SeverityLevel } from '#shared/schema/severity.ts';
import { readPacketName } from '../email/volume-names.ts';

/** @param place where the packet is now */
export function phoneFacts(
  name: string,
  sheet: CaseSheet | undefined,
  place: string,
  { hotline, standardHours }: SupportPolicy,
): PhoneFacts {
  const known = readPacketName(name);
  const facts = {
    caseReference: sheet?.caseReference ?? known.caseReference,
    ccid: sheet?.serviceId.ccid || known.ccid,
    severity: sheet?.severity?.level ?? SeverityLevel.safeParse(Number(known.severity)).data,
    title: sheet?.event.title || undefined,
    plan: sheet?.support.plan,
  };
  return { ...defined(facts), hotline, standardHours, place };
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>;
}
