// A packet in parts to presigned URLs: what has arrived is remembered, so that after a cut or a restart only the rest is sent.
// Runs in the engine's process.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { packetBytes } from '../packet-bytes.ts';
import { SendFailure } from '../send-failure.ts';
import type { Attempt, Sent } from '../target.ts';
import { isSuccess } from './answer-failure.ts';
import { httpRequest } from './http-request.ts';
import { presignedFailure } from './presigned-failure.ts';
import type { S3Parts } from './s3-parts.ts';

const Kept = z.object({
  /** Which upload these parts are of. */
  upload: z.string(),
  /** As the server gave them, in the order of the parts. */
  etags: z.array(z.string()),
  /** All parts were there and the server was asked to put them together. */
  asked: z.boolean(),
  /** Every ETag so far was the part's MD5. */
  compared: z.boolean(),
});
type Kept = z.infer<typeof Kept>;

/** Rejects with SendFailure or a system error. */
export async function sendInParts(upload: S3Parts, attempt: Attempt): Promise<Sent> {
  const { packet, keep, progress } = attempt;
  const { partBytes, parts } = upload;
  const count = Math.max(1, Math.ceil(packet.bytes / partBytes));
  if (count > parts.length) {
    throw new SendFailure('too-large', `${parts.length} × ${partBytes} < ${packet.bytes}`);
  }
  let kept = keptOf(upload, attempt.kept);
  progress(Math.min(kept.etags.length * partBytes, packet.bytes));
  for (const url of parts.slice(kept.etags.length, count)) {
    const { etag, same } = await sendPart(url, kept.etags.length * partBytes, partBytes, attempt);
    kept = { ...kept, etags: [...kept.etags, etag], compared: kept.compared && same };
    await keep(JSON.stringify(kept));
  }
  const wasAsked = kept.asked;
  await keep(JSON.stringify({ ...kept, asked: true }));
  const answer = await complete(upload.completeUrl, kept.etags, wasAsked, attempt);
  return { verified: kept.compared ? 'hash' : 'answer', answer };
}

function keptOf({ completeUrl }: S3Parts, text: string | undefined): Kept {
  const upload = uploadKey(new URL(completeUrl));
  const fresh: Kept = { upload, etags: [], asked: false, compared: true };
  if (text === undefined) return fresh;
  const kept = Kept.safeParse(JSON.parse(text)).data;
  return kept?.upload === upload ? kept : fresh;
}

/** The same for URLs that were signed anew for the same upload, and no secret. */
function uploadKey({ host, pathname, searchParams }: URL): string {
  const parts = [host, pathname, searchParams.get('uploadId') ?? ''];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

async function sendPart(url: string, from: number, partBytes: number, attempt: Attempt) {
  const { packet, progress } = attempt;
  const to = Math.min(from + partBytes, packet.bytes);
  const md5 = createHash('md5');
  async function* hashed() {
    for await (const chunk of packetBytes(packet, from, progress, to)) {
      md5.update(chunk);
      yield chunk;
    }
  }
  const body = { bytes: to - from, chunks: hashed() };
  const answer = await httpRequest({ method: 'PUT', url: new URL(url), body }, attempt);
  if (!isSuccess(answer)) throw presignedFailure(answer);
  const { etag } = answer.headers;
  if (etag === undefined) throw new SendFailure('protocol-error', 'ETag');
  return { etag, same: etag.replaceAll('"', '').toLowerCase() === md5.digest('hex') };
}

/** S3 begins to answer before it knows the end: a 200 may hold an error. */
async function complete(
  url: string,
  etags: readonly string[],
  wasAsked: boolean,
  attempt: Attempt,
): Promise<string> {
  const listed = etags.map(
    (etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
  );
  const list = Buffer.from(`<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`);
  async function* chunks() {
    yield list;
  }
  const body = { bytes: list.length, chunks: chunks() };
  const answer = await httpRequest({ method: 'POST', url: new URL(url), body }, attempt);
  // Asked before, and now it knows the upload no more: the first request may have been carried out.
  if (answer.status === 404 && wasAsked) throw new SendFailure('outcome-unknown', answer.words);
  if (!isSuccess(answer)) throw presignedFailure(answer);
  if (/<Error>/.test(answer.beginning)) throw new SendFailure('server-error', answer.words);
  return answer.words;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
