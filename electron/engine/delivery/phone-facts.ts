// What the caller says on the phone about a packet: from its case sheet, or from its name where it is encrypted. Runs in the
// engine's process.
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { PhoneFacts } from '#shared/schema/delivery.ts';
import { SeverityLevel } from '#shared/schema/severity.ts';
import { readPacketName } from '../email/volume-names.ts';
import { zipItems } from '../packet/zip-packet.ts';
import type { DeliveryContext } from './delivery-order.ts';
import type { PacketFile } from './target.ts';

const MAX_SHEET_BYTES = 64 * 1024 ** 2;

/** @param place where the packet is now. Never rejects: a packet that is none of ours has only its name to tell. */
export async function phoneFacts(
  { path, name }: PacketFile,
  place: string,
  { policy, signal }: Pick<DeliveryContext, 'policy' | 'signal'>,
): Promise<PhoneFacts> {
  const sheet = await readSheet(path, signal).catch(() => undefined);
  const known = readPacketName(name);
  const severity = sheet?.severity?.level ?? SeverityLevel.safeParse(Number(known.severity)).data;
  const facts = {
    caseReference: sheet?.caseReference ?? known.caseReference,
    ccid: sheet?.serviceId.ccid || known.ccid,
    severity,
    title: sheet?.event.title || undefined,
    plan: sheet?.support.plan,
  };
  const { hotline, standardHours } = policy;
  return { ...defined(facts), hotline, standardHours, place };
}

async function readSheet(path: string, signal: AbortSignal): Promise<CaseSheet | undefined> {
  for await (const item of zipItems(path)) {
    if (item.path !== 'case.json' || item.encrypted) continue;
    const chunks: Buffer[] = [];
    await item.read(MAX_SHEET_BYTES, (chunk) => chunks.push(chunk), signal);
    return CaseSheet.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data;
  }
  return undefined;
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>;
}
