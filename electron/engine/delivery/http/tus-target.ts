// tus+https://: a resumable upload (tus 1.0.0); after a cut it goes on at the byte that the server has. Runs in the
// engine's process.
import { packetBytes } from '../packet-bytes.ts';
import { SendFailure } from '../send-failure.ts';
import type { Attempt, Sent, Target } from '../target.ts';
import { answerFailure, isSuccess } from './answer-failure.ts';
import { authorization } from './authorization.ts';
import { type HttpAnswer, httpRequest } from './http-request.ts';
import { httpsUrl } from './https-url.ts';

const VERSION = { 'Tus-Resumable': '1.0.0' };

export const tusTarget: Target = {
  schemes: ['tus+https'],
  repeatable: () => true,
  async send(attempt) {
    const { packet } = attempt;
    const earlier = attempt.kept === undefined ? undefined : new URL(attempt.kept);
    const reached = earlier && (await offsetOf(earlier, attempt));
    const upload = earlier !== undefined && reached !== undefined ? earlier : await create(attempt);
    const from = reached ?? 0;
    attempt.progress(from);
    if (from === packet.bytes) return arrived('already there');

    const answer = await httpRequest(
      {
        method: 'PATCH',
        url: upload,
        headers: {
          ...VERSION,
          ...authorized(upload, attempt),
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': String(from),
        },
        body: { bytes: packet.bytes - from, chunks: packetBytes(packet, from, attempt.progress) },
      },
      attempt,
    );
    // Another offset than the server's: ask it anew.
    if (answer.status === 409) throw new SendFailure('connection-lost', answer.words);
    if (!isSuccess(answer)) throw answerFailure(answer);
    const offset = Number(answer.headers['upload-offset']);
    if (offset !== packet.bytes) throw new SendFailure('arrived-different', `${offset} / ${packet.bytes}`);
    return arrived(answer.words);
  },
};

const arrived = (answer: string): Sent => ({ verified: 'size', answer });

/** @returns the new upload's URL, kept for later attempts. */
async function create(attempt: Attempt): Promise<URL> {
  const { packet, url, keep } = attempt;
  const collection = httpsUrl(url);
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  const metadata = [`filename ${base64(packet.name)}`, `sha256 ${base64(packet.sha256)}`].join(',');
  const answer = await httpRequest(
    {
      method: 'POST',
      url: collection,
      headers: {
        ...VERSION,
        ...authorized(collection, attempt),
        'Upload-Length': String(packet.bytes),
        'Upload-Metadata': metadata,
      },
      body: { bytes: 0, chunks: packetBytes(packet, 0, () => {}, 0) },
    },
    attempt,
  );
  if (!isSuccess(answer)) throw answerFailure(answer);
  const upload = locationOf(answer, collection);
  await keep(upload.href);
  return upload;
}

function locationOf({ headers, words }: HttpAnswer, collection: URL): URL {
  const { location = '' } = headers;
  const upload = URL.canParse(location, collection.href) ? new URL(location, collection) : undefined;
  // Behind something that ends TLS for it, a server knows itself by its inner scheme only.
  if (upload?.protocol === 'http:' && upload.host === collection.host) upload.protocol = 'https:';
  if (location === '' || upload?.protocol !== 'https:')
    throw new SendFailure('protocol-error', `Location: ${location} ${words}`);
  return upload;
}

/** @returns the bytes that the server has of an upload, or undefined where it no longer knows it. */
async function offsetOf(upload: URL, attempt: Attempt): Promise<number | undefined> {
  const headers = { ...VERSION, ...authorized(upload, attempt) };
  const answer = await httpRequest({ method: 'HEAD', url: upload, headers }, attempt);
  if ([403, 404, 410].includes(answer.status)) return undefined;
  if (!isSuccess(answer)) throw answerFailure(answer);
  const { 'upload-offset': offset, 'upload-length': length } = answer.headers;
  const [from, total] = [Number(offset), Number(length ?? attempt.packet.bytes)];
  return Number.isInteger(from) && from <= total && total === attempt.packet.bytes ? from : undefined;
}

/** Only the server that the user named gets the password. */
function authorized(url: URL, { url: named, access }: Attempt): Readonly<Record<string, string>> {
  return url.host === httpsUrl(named).host ? authorization(named, access) : {};
}
