// What a mail server's refusals mean. Runs in the engine's process.
import type { DeliveryFailure } from '#shared/schema/delivery.ts';
import { SendFailure } from '../send-failure.ts';

const REASON_OF_REPLY: Readonly<Record<number, DeliveryFailure>> = {
  421: 'busy',
  450: 'busy',
  451: 'server-error',
  452: 'no-space',
  454: 'busy',
  530: 'login-refused',
  534: 'login-refused',
  535: 'login-refused',
  550: 'rejected',
  552: 'too-large',
  554: 'rejected',
};

const CERTIFICATE_WORDS: readonly (readonly [RegExp, DeliveryFailure])[] = [
  [/altnames/i, 'certificate-name'],
  [/certificate (has expired|is not yet valid)/i, 'certificate-expired'],
  [/certificate/i, 'certificate-untrusted'],
];

/** @param error of nodemailer; system errors go on as they are */
export function smtpFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { responseCode, response, code, message } = error as Error & {
    responseCode?: number;
    response?: string;
    code?: string;
  };
  if (responseCode !== undefined) {
    const reason = REASON_OF_REPLY[responseCode] ?? (responseCode >= 500 ? 'rejected' : 'busy');
    return new SendFailure(reason, response ?? message);
  }
  // nodemailer puts its own code in the place of TLS's; only the words are left.
  const certificate = CERTIFICATE_WORDS.find(([words]) => words.test(message));
  if (certificate !== undefined) return new SendFailure(certificate[1], message);
  if (code === 'ETLS') return new SendFailure('tls-failed', message);
  if (code === 'EAUTH') return new SendFailure('login-refused', message);
  // nodemailer's own codes hide the cause; where there is one it is the better answer.
  if (code === 'ESOCKET' || code === 'ECONNECTION' || code === 'ETIMEDOUT') {
    const cause = (error as { cause?: unknown }).cause;
    return cause instanceof Error
      ? cause
      : new SendFailure(code === 'ETIMEDOUT' ? 'stalled' : 'connection-lost', message);
  }
  return error;
}
