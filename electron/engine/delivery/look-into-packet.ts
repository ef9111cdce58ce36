// What a packet says of itself before it is sent: its case sheet, and how it is protected. Runs in the engine's process.
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import { isAge } from '../email/open-packet.ts';
import { zipItems } from '../packet/zip-packet.ts';
import type { Protection } from '../policy/sending-policy.ts';

const MAX_SHEET_BYTES = 64 * 1024 ** 2;

export interface PacketLook {
  /** Undefined where it is encrypted, of a newer version, or no packet of ours. */
  readonly sheet: CaseSheet | undefined;
  readonly protection: Protection;
}

/** Never rejects unless cancelled: what cannot be understood has nothing to say, and counts as unprotected. */
export async function lookIntoPacket(path: string, signal: AbortSignal): Promise<PacketLook> {
  const nothing: PacketLook = { sheet: undefined, protection: { encryption: 'none' } };
  try {
    if (await isAge(path)) return { ...nothing, protection: { encryption: 'age' } };
    for await (const item of zipItems(path)) {
      if (item.encrypted) return { ...nothing, protection: { encryption: 'password' } };
      if (item.path !== 'case.json') continue;
      const chunks: Buffer[] = [];
      await item.read(MAX_SHEET_BYTES, (chunk) => chunks.push(chunk), signal);
      const sheet = CaseSheet.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data;
      return { sheet, protection: { encryption: 'none', redaction: sheet?.redaction.level } };
    }
  } catch {
    signal.throwIfAborted();
  }
  return nothing;
}
