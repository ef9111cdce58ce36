// What a store's refusal of a presigned URL means. Runs in the engine's process.
import { SendFailure } from '../send-failure.ts';
import { answerFailure } from './answer-failure.ts';
import type { HttpAnswer } from './http-request.ts';

/** As S3 and those like it put it: 403 `Request has expired`, 400 `ExpiredToken` where the signer's own login has ended. */
const EXPIRED = /request has expired|expired ?token|token has expired/i;

/** @returns what to throw for an answer that is no success. */
export function presignedFailure(answer: HttpAnswer): SendFailure {
  const isOver = (answer.status === 403 || answer.status === 400) && EXPIRED.test(answer.words);
  return isOver ? new SendFailure('link-expired', answer.words) : answerFailure(answer);
}
