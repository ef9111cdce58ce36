// To whom e-mail drafts go and how large they are, until the user says otherwise: as last time, within the machine's policy.
// Pure. Runs in the window.
import type { Settings } from '#shared/schema/settings.ts';
import type { WindowPolicy } from './window-policy.ts';

/** What mail servers usually take, in millions of bytes. */
const USUAL_LIMIT_MB = 20;

interface EmailPresets {
  /** As typed into the field: separated by commas. */
  readonly mailTo: string;
  /** In millions of bytes, as the others. */
  readonly maxMessageMb: number;
  /** The policy's limit. */
  readonly mostMb: number;
}

export function emailPresets(settings: Settings, { sending }: WindowPolicy): EmailPresets {
  const named = sending.mailTo.join(', ');
  const mostMb = (sending.maxMessageBytes ?? Number.POSITIVE_INFINITY) / 1e6;
  return {
    mailTo: sending.recipientsLocked ? named : (settings.mailTo ?? named),
    maxMessageMb: Math.min(settings.maxMessageMb ?? USUAL_LIMIT_MB, mostMb),
    mostMb,
  };
}
