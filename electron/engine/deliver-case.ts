// The second half of a case, top to bottom: pack the draft, read the packet back, give it its final name.
// Runs in the engine's process.
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Result } from '#shared/ipc/result.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import { gaps } from './checklist.ts';
import type { EngineContext } from './engine-context.ts';
import { freeBytes } from './free-space.ts';
import { compactLocalTime } from './local-time.ts';
import { describePacket } from './packet/describe-packet.ts';
import type { PacketDraft } from './packet/packet-draft.ts';
import { ProgressMeter } from './packet/progress-meter.ts';
import { verifyPacket } from './packet/verify-packet.ts';
import { writeZip } from './packet/write-zip.ts';
import { asResult, Trouble, writeTrouble } from './trouble.ts';

export interface Delivery {
  /** An existing folder. */
  readonly folder: string;
  /** Paths of the draft's files that stay on this machine. */
  readonly withhold: readonly string[];
}

/** Local headers, the directory, case sheet and manifest: about this much for each file. */
const OVERHEAD_BYTES_PER_FILE = 1024;

/** Saves the draft as a packet. The draft stays as it is, so the same case can go another way. */
export function deliverCase(
  draft: PacketDraft,
  { folder, withhold }: Delivery,
  context: EngineContext,
): Promise<Result<Receipt>> {
  return asResult(context.signal, async () => {
    const name = packetName(draft, context);
    const packet = resolve(folder, name);
    const partial = `${packet}.partial`;
    const checksum = `${packet}.sha256`;
    const leaving = draft.without(withhold);
    await refuseFullFolder(folder, leaving.contents.entries);
    try {
      const entries = describePacket(leaving, draft.staysBehind(withhold), context);
      const totalBytes = entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
      const totals = { totalBytes, totalFiles: entries.length };
      const meter = new ProgressMeter('pack', totals, context.onProgress);
      const written = await writeZip(
        partial,
        entries,
        ({ path, packedBytes }) => meter.file(undefined, path)(packedBytes),
        context.signal,
      );
      const report = await verifyPacket(partial, context);
      if (!report.ok) {
        const detail = report.problems.map((problem) => `${problem.code} ${problem.detail}`).join(', ');
        throw new Trouble({ code: 'check-failed', detail });
      }
      await writeFile(checksum, `${written.sha256}  ${name}\n`);
      // The last step: a packet under its final name is complete, with its checksum beside it.
      await rename(partial, packet);
      return {
        caseReference: draft.caseReference,
        packetPath: packet,
        ...written,
        files: entries.length,
        gaps: gaps(leaving.contents.checklist),
        failedCollectors: draft.contents.outcomes
          .filter(({ status }) => status === 'failed' || status === 'timed-out')
          .map(({ collector }) => collector),
      };
    } catch (error) {
      // Where nothing could be written nothing can be removed: the first trouble is the one to tell.
      await Promise.allSettled([partial, checksum].map((path) => rm(path, { force: true })));
      throw writeTrouble(error, folder);
    }
  });
}

/** CCID, severity, local time, case reference; unknown parts are said to be unknown. */
function packetName({ contents }: PacketDraft, { host }: EngineContext): string {
  const { ccid = 'NOCCID', severity = 'X' } = contents.request;
  const time = compactLocalTime(host.now(), host.timeZone);
  return `${ccid}_S${severity}_${time}_${contents.caseReference}.zip`;
}

async function refuseFullFolder(
  folder: string,
  entries: readonly { readonly packedBytes: number }[],
): Promise<void> {
  const neededBytes = entries.reduce(
    (sum, { packedBytes }) => sum + packedBytes + OVERHEAD_BYTES_PER_FILE,
    64 * 1024,
  );
  const free = await freeBytes(folder);
  if (free < neededBytes) {
    throw new Trouble({ code: 'not-enough-space', path: folder, neededBytes, freeBytes: free });
  }
}
