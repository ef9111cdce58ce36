// Cuts a packet into zip volumes and reads them back together. Runs in the engine's process.
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EngineContext } from '../engine-context.ts';
import { ProgressMeter } from '../packet/progress-meter.ts';
import { verifyPacket } from '../packet/verify-packet.ts';
import { Trouble } from '../trouble.ts';
import type { CutParts } from './cut-into-parts.ts';
import type { OpenPacket } from './open-packet.ts';
import { planVolumes } from './plan-volumes.ts';
import { verifyPath } from './verify-path.ts';
import { writeVolumes } from './write-volumes.ts';

/**
 * @param room the most bytes of a volume
 * @param staging a private folder that the volumes are written to
 * Rejects with Trouble where the packet is damaged or the room too small for any file.
 */
export async function cutIntoVolumes(
  packet: OpenPacket,
  room: number,
  staging: string,
  context: EngineContext,
): Promise<CutParts> {
  const { signal, onProgress } = context;
  const folder = join(staging, 'volumes');
  await mkdir(folder, { recursive: true });
  const path = join(staging, 'pieces');
  const pieces = await open(path, 'w', 0o600);
  try {
    const files = packet.common.length + packet.others.length;
    const meter = new ProgressMeter('pack', { totalBytes: packet.bytes, totalFiles: files }, onProgress);
    const volumes = await planVolumes(packet, room, pieces, meter, signal);
    const parts = await writeVolumes(packet, volumes, { folder, staging: path }, meter, signal);
    for (const { name, bytes } of parts) {
      if (bytes > room) throw new Error(`${name} has ${bytes} bytes, more than ${room}`);
    }
    await readBack(parts[0]?.path ?? '', packet, context);
    return { parts };
  } finally {
    await pieces.close();
    await rm(path, { force: true });
  }
}

async function readBack(volume: string, packet: OpenPacket, context: EngineContext): Promise<void> {
  const [checked] = await verifyPath(dirname(volume), context);
  if (checked?.report.ok) return;
  // Which of the two is at fault: what was cut, or what was written?
  const source = await verifyPacket(packet.path, context);
  const detail = [...(source.ok ? (checked?.report.problems ?? []) : source.problems)]
    .map((problem) => `${problem.code} ${problem.detail}`)
    .join(', ');
  if (!source.ok) throw new Trouble({ code: 'damaged-packet', path: packet.path, detail });
  throw new Trouble({ code: 'check-failed', detail });
}
