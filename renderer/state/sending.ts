// Sending a saved packet: how far it is, what the user is asked, what came of it. One at a time; it goes on while the user
// is elsewhere. Pure. Runs in the window.
import type { Result } from '#shared/ipc/result.ts';
import type { Problem } from '#shared/schema/problem.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { SavedPacket } from '#shared/schema/saved-packet.ts';
import type { SendTo, Sent, TargetInfo } from '#shared/schema/sending.ts';
import { noProgress, type ProgressTrack, trackProgress } from './progress-track.ts';

/** What sending needs to know of a packet, and the phone call about it. */
export type SentPacket = Pick<
  SavedPacket,
  'bytes' | 'caseReference' | 'ccid' | 'packetPath' | 'severity' | 'sha256' | 'title'
>;

export interface SendGoal {
  readonly packet: SentPacket;
  readonly to: SendTo;
  /** The target's name or the folder. */
  readonly place: string;
  /** Absent for a folder: none is asked for a password. */
  readonly target?: TargetInfo;
}

export type PasswordReason = 'needed' | 'login-refused' | 'identity-unusable' | 'proxy-login';
export type UnknownHost = Extract<Problem, { code: 'unknown-host-key' }>;

export type Sending = { readonly goal: SendGoal } & (
  | { readonly at: 'sending'; readonly track: ProgressTrack; readonly cancelling: boolean }
  | { readonly at: 'password'; readonly reason: PasswordReason }
  | { readonly at: 'host'; readonly host: UnknownHost }
  | { readonly at: 'failed'; readonly problems: readonly Problem[] }
  | { readonly at: 'done'; readonly sent: Sent }
);
export type SendingAt<At extends Sending['at']> = Extract<Sending, { at: At }>;

export type SendingEvent =
  | { type: 'send-started'; goal: SendGoal }
  | { type: 'send-needs-password'; goal: SendGoal }
  | { type: 'send-progressed'; progress: Progress; atMs: number }
  | { type: 'send-cancel-asked' }
  | { type: 'send-ended'; answer: Result<Sent> }
  | { type: 'send-closed' };

export function sendingReducer(sending: Sending | undefined, event: SendingEvent): Sending | undefined {
  switch (event.type) {
    case 'send-started':
      return { at: 'sending', goal: event.goal, track: noProgress, cancelling: false };
    case 'send-needs-password':
      return { at: 'password', goal: event.goal, reason: 'needed' };
    case 'send-progressed':
      if (sending?.at !== 'sending') return sending;
      return { ...sending, track: trackProgress(sending.track, event.progress, event.atMs) };
    case 'send-cancel-asked':
      return sending?.at === 'sending' ? { ...sending, cancelling: true } : sending;
    case 'send-ended':
      return sending?.at === 'sending' ? ended(sending.goal, event.answer) : sending;
    case 'send-closed':
      return sending?.at === 'sending' ? sending : undefined;
  }
}

function ended(goal: SendGoal, answer: Result<Sent>): Sending {
  if (answer.ok) return { at: 'done', goal, sent: answer.value };
  const { problems } = answer;
  const host = problems.find((problem) => problem.code === 'unknown-host-key');
  if (host !== undefined) return { at: 'host', goal, host };
  const reason = askedFor(goal, problems);
  return reason === undefined ? { at: 'failed', goal, problems } : { at: 'password', goal, reason };
}

/** Trouble that a password may mend. */
function askedFor({ target }: SendGoal, problems: readonly Problem[]): PasswordReason | undefined {
  const failed = problems.find((problem) => problem.code === 'delivery-failed');
  if (failed === undefined || target === undefined) return undefined;
  switch (failed.reason) {
    case 'login-refused':
    case 'identity-unusable':
      return failed.reason;
    case 'proxy-login':
      return URL.canParse(target.proxy ?? '') && new URL(target.proxy ?? '').username !== ''
        ? 'proxy-login'
        : undefined;
    default:
      return undefined;
  }
}

/** Whether everything is read and the other end has not been heard of yet. */
export function isConnecting({ track: { current } }: SendingAt<'sending'>): boolean {
  if (current === undefined) return false;
  return current.stage === 'check' ? current.doneBytes >= current.totalBytes : current.doneBytes === 0;
}

/** Of reading, sending or comparing, whichever it is at; from 0 to 100. */
export function sentPercent(sending: SendingAt<'sending'>): number {
  const { doneBytes, totalBytes } = sending.track.current ?? { doneBytes: 0, totalBytes: 0 };
  if (totalBytes === 0 || isConnecting(sending)) return 0;
  return Math.min(100, Math.floor((100 * doneBytes) / totalBytes));
}
