// The second half of a case, top to bottom: pack the draft (encrypted, where asked), read the packet back, give it its
// final name. Runs in the engine's process.
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Result } from '#shared/ipc/result.ts';
import type { Encryption } from '#shared/schema/encryption.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import { gaps } from './checklist.ts';
import { sealFor } from './encryption/packet-seal.ts';
import type { EngineContext } from './engine-context.ts';
import { freeBytes } from './free-space.ts';
import { compactLocalTime } from './local-time.ts';
import { writePrivateFile } from './own-files/write-private-file.ts';
import { describePacket } from './packet/describe-packet.ts';
import type { PacketDraft } from './packet/packet-draft.ts';
import { ProgressMeter } from './packet/progress-meter.ts';
import { verifyPacket } from './packet/verify-packet.ts';
import { writeZip } from './packet/write-zip.ts';
import { requiredEncryption } from './policy/sending-policy.ts';
import { saveStandIns } from './redaction/saved-stand-ins.ts';
import { SealCheck } from './seal/seal-check.ts';
import { soughtNames } from './seal/sought-names.ts';
import { asResult, Trouble, writeTrouble } from './trouble.ts';

export interface Delivery {
  /** An existing folder. */
  readonly folder: string;
  /** Paths of the draft's files that stay on this machine. */
  readonly withhold: readonly string[];
  /** Absent where the packet leaves plain. */
  readonly encryption?: Encryption | undefined;
}

/** More of them say the same thing again. */
const MAX_TOLD_LEAKS = 20;

/** Local headers, the directory, case sheet and manifest: about this much for each file. */
const OVERHEAD_BYTES_PER_FILE = 1024;

/** Saves the draft as a packet. The draft stays as it is, so the same case can go another way. */
export function deliverCase(
  draft: PacketDraft,
  { folder, withhold, encryption: wanted }: Delivery,
  context: EngineContext,
): Promise<Result<Receipt>> {
  return asResult(context.signal, async () => {
    const encryption = requiredEncryption(wanted, context.rules);
    const leaving = draft.without(withhold);
    const largestBytes = neededBytes(leaving.contents.entries);
    const zipName = packetName(draft, context);
    const modifiedAt = context.host.now();
    const seal = await sealFor(encryption, { name: zipName, modifiedAt, largestBytes });
    const name = `${zipName}${seal.suffix}`;
    const packet = resolve(folder, name);
    const partial = `${packet}.partial`;
    const checksum = `${packet}.sha256`;
    await refuseFullFolder(folder, largestBytes);
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
        seal.encrypt,
      );
      const search = searchFor(leaving, context);
      const readBack = await seal.open(partial, context.signal);
      const report = await verifyPacket(
        readBack,
        draft.redacting.gentle ? onOneThread(context) : context,
        search,
      ).finally(() => readBack.close());
      if (!report.ok) {
        const detail = report.problems.map((problem) => `${problem.code} ${problem.detail}`).join(', ');
        throw new Trouble({ code: 'check-failed', detail });
      }
      if (search.leaks.length > 0) {
        throw new Trouble(
          ...search.leaks.slice(0, MAX_TOLD_LEAKS).map((leak) => ({ code: 'leak-found', ...leak }) as const),
        );
      }
      await saveStandIns(context.dataFolder, draft.caseReference, draft.redacting.redaction.standIns);
      await writePrivateFile(checksum, `${written.sha256}  ${name}\n`);
      // The last step: a packet under its final name is complete, with its checksum beside it.
      await rename(partial, packet);
      return {
        caseReference: draft.caseReference,
        packetPath: packet,
        ...written,
        encryption: encryption?.way ?? 'none',
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

function onOneThread({ threadFile: _, ...context }: EngineContext): EngineContext {
  return context;
}

/** CCID, severity, local time, case reference; unknown parts are said to be unknown. */
function packetName({ contents }: PacketDraft, { host }: EngineContext): string {
  const { ccid = 'NOCCID', severity = 'X' } = contents.request;
  const time = compactLocalTime(host.now(), host.timeZone);
  return `${ccid}_S${severity}_${time}_${contents.caseReference}.zip`;
}

/** What the packet is searched for, and where the user's own words may stand. */
function searchFor({ contents, redacting }: PacketDraft, { signal }: EngineContext): SealCheck {
  const { company, contact, ccid } = contents.request;
  const { level, standIns } = redacting.redaction;
  // At level off the names of the case's earlier packets stay, as the user chose.
  const originals = [...standIns.originals()].filter(({ kind }) => level !== 'off' || kind === 'keyword');
  return new SealCheck({
    names: soughtNames(originals),
    asItIs: new Set(contents.entries.filter(({ unredacted }) => unredacted).map(({ path }) => path)),
    ownWords: [contact.email, company, contact.name, contact.phone, contact.extension, ccid].flatMap(
      (word) => (word === undefined ? [] : [word]),
    ),
    privateFolder: redacting.spool.folder,
    signal,
  });
}

/** What the packet takes at most; age adds 16 bytes to each 64 KiB. */
function neededBytes(entries: readonly { readonly packedBytes: number }[]): number {
  const bytes = entries.reduce(
    (sum, { packedBytes }) => sum + packedBytes + OVERHEAD_BYTES_PER_FILE,
    64 * 1024,
  );
  return bytes + Math.ceil(bytes / 4096);
}

async function refuseFullFolder(folder: string, needed: number): Promise<void> {
  const free = await freeBytes(folder);
  if (free < needed) {
    throw new Trouble({ code: 'not-enough-space', path: folder, neededBytes: needed, freeBytes: free });
  }
}
