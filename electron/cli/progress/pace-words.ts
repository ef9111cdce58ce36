// Speed, remaining time and pauses in words, for both ways of showing progress. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { formatBytes, formatDuration } from '../terminal/amounts.ts';
import type { PaceEstimate } from './pace.ts';

/** @returns speed where it is the network's, and remaining time; nothing while they are unknown. */
export function paceWords(
  { stage }: Progress,
  pace: PaceEstimate | undefined,
  { cli, delivery }: Texts,
): readonly string[] {
  if (pace === undefined) return [];
  const { bytesPerSecond, remainingMs } = pace;
  return [
    ...(stage === 'send' ? [delivery.perSecond(formatBytes(Math.round(bytesPerSecond)))] : []),
    cli.remaining(formatDuration(remainingMs)),
  ];
}

/** @returns why an attempt failed and when the next one begins. */
export function pauseLine(
  { reason, delayMs, retry, retries }: NonNullable<Progress['pause']>,
  { delivery }: Texts,
): string {
  return delivery.pause(reason, Math.ceil(delayMs / 1000), retry, retries);
}
