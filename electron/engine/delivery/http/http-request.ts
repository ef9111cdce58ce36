// One HTTPS request over a connection that the attempt opened: a streamed body of known length, an early answer where the
// server does not want it, and an end when nothing moves any more. Runs in the engine's process.
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { isIP } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { bareHost, opened } from '../open-connection.ts';
import { SendFailure } from '../send-failure.ts';
import { StallWatch } from '../stall-watch.ts';
import type { Attempt } from '../target.ts';
import { trustedCertificates } from '../trusted-certificates.ts';

export interface HttpBody {
  readonly bytes: number;
  /** Yields exactly that many bytes. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** All of it is on its way; the server has still to answer. */
  readonly sent?: () => Promise<void>;
}

export interface HttpCall {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Status line and the beginning of the body, without markup. */
  readonly words: string;
  /** The beginning of the body as it came. */
  readonly beginning: string;
}

export type HttpOutlets = Pick<Attempt, 'access' | 'connect' | 'patience' | 'signal'>;

const MAX_WORDS_BYTES = 4096;

/** How long the server is given to refuse before the body is sent; many never answer `Expect`. */
const EXPECT_MS = 1500;

/** A body larger than this pauses after its first bytes, for so long. */
const PAUSE_FROM_BYTES = 256 * 1024;
const FIRST_BYTES = 16 * 1024;
const REFUSAL_MS = 400;

/** @returns whatever the server answers. Rejects with SendFailure, a system error, or what `chunks` throws. */
export async function httpRequest(call: HttpCall, outlets: HttpOutlets): Promise<HttpAnswer> {
  const { url, method, headers, body } = call;
  const { signal, patience } = outlets;
  const socket = await secureSocket(url, outlets);
  const sending = request({
    method,
    path: `${url.pathname}${url.search}`,
    headers: {
      Host: url.host,
      ...headers,
      ...(body === undefined ? {} : { 'Content-Length': body.bytes }),
      ...(body === undefined || body.bytes === 0 ? {} : { Expect: '100-continue' }),
      Connection: 'close',
    },
    createConnection: () => socket,
  });
  const watch = new StallWatch(patience.stallMs, (failure) => sending.destroy(failure));
  const cancel = () => sending.destroy(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      let answered = false;
      sending.on('error', (error) => answered || reject(error));
      sending.on('close', () => answered || reject(new SendFailure('connection-lost', 'close')));
      sending.on('response', (response) => {
        answered = true; // whatever becomes of the connection now, this is the server's word
        watch.moved();
        answerOf(response).then(resolve, reject);
      });
      if (body === undefined) sending.end();
      else
        sendBody(sending, body, watch, patience, () => answered).catch((error) => answered || reject(error));
    });
  } finally {
    signal.removeEventListener('abort', cancel);
    watch.stop();
    sending.on('error', () => {}).destroy();
    socket.destroy();
  }
}

async function secureSocket(url: URL, { access, connect, patience, signal }: HttpOutlets) {
  const host = bareHost(url.hostname);
  const plain = await connect(host, Number(url.port) || 443);
  const options = {
    socket: plain,
    host,
    servername: isIP(host) === 0 ? host : '',
    ca: trustedCertificates(access.ca),
    ALPNProtocols: ['http/1.1'],
  };
  return opened(connectTls(options), 'secureConnect', { timeoutMs: patience.stallMs, signal });
}

async function sendBody(
  sending: ClientRequest,
  body: HttpBody,
  watch: StallWatch,
  { answerMs }: Attempt['patience'],
  answered: () => boolean,
): Promise<void> {
  sending.flushHeaders();
  const welcome = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(true), body.bytes === 0 ? 0 : EXPECT_MS);
    const settle = (answer: boolean) => {
      clearTimeout(timer);
      resolve(answer);
    };
    sending.once('continue', () => settle(true));
    sending.once('response', () => settle(false)).once('close', () => settle(false));
  });
  if (!welcome) return;
  await pipeline(
    body.chunks,
    async function* (chunks) {
      for await (const part of withPause(chunks, body.bytes)) {
        // What has arrived is read before more is written: a server that refuses and closes would otherwise be heard as a
        // broken connection only.
        await (part === undefined ? untilAnswer(sending) : setImmediate());
        if (answered()) return;
        if (part === undefined) continue;
        yield part;
        watch.moved(); // asked for the next one: this one has gone
      }
      await body.sent?.();
      watch.moved(answerMs);
    },
    sending,
  );
}

/** The body with a pause, `undefined`, after its first bytes: many servers welcome everything and refuse only then. */
async function* withPause(
  chunks: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array | undefined> {
  let begun = bytes <= PAUSE_FROM_BYTES;
  for await (const chunk of chunks) {
    if (!begun) {
      yield chunk.subarray(0, FIRST_BYTES);
      yield undefined;
    }
    const rest = begun ? chunk : chunk.subarray(FIRST_BYTES);
    begun = true;
    if (rest.length > 0) yield rest;
  }
}

/** Resolves when the server answers, or has not done so for a while. */
async function untilAnswer(sending: ClientRequest): Promise<void> {
  const heard = new AbortController();
  const stop = () => heard.abort();
  sending.once('response', stop).once('close', stop);
  await sleep(REFUSAL_MS, undefined, { signal: heard.signal }).catch(() => undefined);
  sending.off('response', stop).off('close', stop);
}

/** Reads the answer to its end, keeping its beginning. */
async function answerOf(response: IncomingMessage): Promise<HttpAnswer> {
  const { statusCode: status = 0, statusMessage = '', headers } = response;
  const kept: Buffer[] = [];
  let keptBytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      if (keptBytes < MAX_WORDS_BYTES) kept.push(chunk);
      keptBytes += chunk.length;
      if (keptBytes > 16 * MAX_WORDS_BYTES) break;
    }
  } catch {
    // The status has arrived; a server that cuts its own explanation short has still answered.
  }
  const text = Buffer.concat(kept).subarray(0, MAX_WORDS_BYTES).toString('utf8');
  const plain = text.replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return {
    status,
    headers,
    beginning: text,
    words: [status, statusMessage, plain].join(' ').replace(/\s+/g, ' ').trim(),
  };
}
