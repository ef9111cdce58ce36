// https://: PUT to the URL, or into it where it ends with a slash; or POST as a form. Runs in the engine's process.
import { packetBytes } from '../packet-bytes.ts';
import { SendFailure } from '../send-failure.ts';
import type { Attempt, Sent, Target } from '../target.ts';
import { answerFailure, isSuccess } from './answer-failure.ts';
import { authorization } from './authorization.ts';
import { formBody } from './form-body.ts';
import { type HttpAnswer, type HttpBody, httpRequest } from './http-request.ts';

export const httpsTarget: Target = {
  schemes: ['https'],
  repeatable: ({ formField }) => formField === undefined,
  async send(attempt) {
    const { packet, access, url } = attempt;
    const chunks = packetBytes(packet, 0, attempt.progress);
    if (access.formField !== undefined) {
      const { contentType, ...body } = formBody(access.formField, packet, chunks);
      const headers = { ...authorization(url, access), 'Content-Type': contentType };
      const answer = await sendTo('POST', url, headers, body, attempt);
      return { verified: 'answer', answer: answer.words };
    }
    const file = url.pathname.endsWith('/') ? fileIn(url, packet.name) : url;
    const headers = { ...authorization(url, access), 'Content-Type': 'application/octet-stream' };
    const answer = await sendTo('PUT', file, headers, { bytes: packet.bytes, chunks }, attempt);
    return { verified: await checkLength(file, attempt), answer: answer.words };
  },
};

/** @returns the URL of a file in a folder's URL, with its query. */
function fileIn(folder: URL, name: string): URL {
  const url = new URL(folder);
  url.pathname += encodeURIComponent(name);
  return url;
}

async function sendTo(
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: HttpBody,
  attempt: Attempt,
): Promise<HttpAnswer> {
  const sent = { ...body, sent: attempt.handedOver };
  const answer = await httpRequest({ method, url, headers, body: sent }, attempt);
  if (!isSuccess(answer)) throw answerFailure(answer);
  return answer;
}

/** Asks for the file's length; a server that does not say it has at least answered that it took the packet. */
async function checkLength(url: URL, attempt: Attempt): Promise<Sent['verified']> {
  const headers = authorization(attempt.url, attempt.access);
  const answer = await httpRequest({ method: 'HEAD', url, headers }, attempt).catch((error) => {
    attempt.signal.throwIfAborted();
    if (error instanceof SendFailure || 'code' in error) return undefined;
    throw error;
  });
  const length = answer !== undefined && isSuccess(answer) ? answer.headers['content-length'] : undefined;
  if (length === undefined || answer?.headers['content-encoding'] !== undefined) return 'answer';
  if (Number(length) === attempt.packet.bytes) return 'size';
  throw new SendFailure('arrived-different', `${length} / ${attempt.packet.bytes}`);
}
