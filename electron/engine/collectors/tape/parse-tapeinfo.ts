// What `tapeinfo` prints: the drive's inquiry data, its readiness, raised TapeAlert flags. Runs in the engine's process.
import { parseMtxInquiry } from './parse-mtx-inquiry.ts';
import type { DeviceFields } from './sighting.ts';

export interface DriveState {
  readonly fields: DeviceFields;
  /** Whether a tape is loaded and at hand; absent where the drive did not say. */
  readonly ready?: boolean;
  /** Such as `3 Hard Error: …`, by flag number. */
  readonly tapeAlerts: readonly string[];
}

export function parseTapeinfo(text: string): DriveState {
  const ready = /^Ready: (yes|no)/m.exec(text)?.[1];
  const tapeAlerts = [...text.matchAll(/^TapeAlert\[(\d+)\]:\s*(.*?)\s*$/gm)].map(
    ([, flag, name]) => `${flag} ${name}`,
  );
  return {
    fields: parseMtxInquiry(text),
    ...(ready === undefined ? {} : { ready: ready === 'yes' }),
    tapeAlerts,
  };
}
