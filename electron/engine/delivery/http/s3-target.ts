// s3+https://: one PUT to a presigned URL, which holds all the rights it needs; or parts, where a portal gave URLs for them.
// Runs in the engine's process.
import { packetBytes } from '../packet-bytes.ts';
import type { Target } from '../target.ts';
import { isSuccess } from './answer-failure.ts';
import { httpRequest } from './http-request.ts';
import { httpsUrl } from './https-url.ts';
import { presignedFailure } from './presigned-failure.ts';
import { sendInParts } from './s3-multipart.ts';

export const s3Target: Target = {
  schemes: ['s3+https'],
  repeatable: () => true,
  async send(attempt) {
    const { packet, url, progress, access } = attempt;
    if (access.s3Parts !== undefined) return sendInParts(access.s3Parts, attempt);
    const body = { bytes: packet.bytes, chunks: packetBytes(packet, 0, progress) };
    // No further headers: what is not signed may be refused.
    const answer = await httpRequest({ method: 'PUT', url: httpsUrl(url), body }, attempt);
    if (!isSuccess(answer)) throw presignedFailure(answer);
    // Without server-side keys the ETag is the content's MD5; with them it says nothing.
    const { etag = '' } = answer.headers;
    const same = etag.replaceAll('"', '').toLowerCase() === packet.md5;
    return { verified: same ? 'hash' : 'answer', answer: `${answer.words} ETag ${etag}` };
  },
};
