// What an HTTP status means for a delivery. Runs in the engine's process.
import type { DeliveryFailure } from '#shared/schema/delivery.ts';
import { SendFailure } from '../send-failure.ts';
import type { HttpAnswer } from './http-request.ts';

const REASON_OF_STATUS: Readonly<Record<number, DeliveryFailure>> = {
  401: 'login-refused',
  403: 'forbidden',
  404: 'not-found',
  408: 'connection-lost',
  // WebDAV: the folder above does not exist.
  409: 'not-found',
  410: 'not-found',
  413: 'too-large',
  425: 'busy',
  429: 'busy',
  503: 'busy',
  507: 'no-space',
};

/** A server may ask for hours; after this long the user would rather try another way. */
const MAX_RETRY_AFTER_SECONDS = 120;

/** @returns what to throw for an answer that is no success. */
export function answerFailure({ status, headers, words }: HttpAnswer): SendFailure {
  const reason = REASON_OF_STATUS[status] ?? (status >= 500 ? 'server-error' : 'rejected');
  const asked = Number(headers['retry-after']);
  const retryAfterMs = asked > 0 ? Math.min(asked, MAX_RETRY_AFTER_SECONDS) * 1000 : undefined;
  return new SendFailure(reason, words, retryAfterMs);
}

export const isSuccess = ({ status }: HttpAnswer): boolean => status >= 200 && status < 300;
