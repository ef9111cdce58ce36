// Opens a TCP connection to a target, straight or through an HTTP proxy's CONNECT: the same for all targets, so that
// names, refusals and proxies fail in the same words everywhere. Runs in the engine's process.
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { networkFailure, SendFailure } from './send-failure.ts';
import { trustedCertificates } from './trusted-certificates.ts';

export interface HttpProxy {
  /** http: or https:, without credentials. */
  readonly url: URL;
  /** The value of Proxy-Authorization. */
  readonly authorization?: string;
}

/** @returns the proxy for a target, or undefined for a straight connection. */
export type FindProxy = (target: URL) => Promise<HttpProxy | undefined>;

export interface ConnectionOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly proxy?: HttpProxy | undefined;
  readonly ca?: string | undefined;
}

/** A proxy's answer that is longer is none. */
const MAX_ANSWER_BYTES = 16 * 1024;

/** @param host a name or an address, IPv6 without brackets. Rejects with SendFailure or a system error. */
export async function openConnection(
  host: string,
  port: number,
  options: ConnectionOptions,
): Promise<Socket> {
  const { proxy, signal } = options;
  signal.throwIfAborted();
  if (proxy === undefined) return opened(connect({ host, port }), 'connect', options);

  const socket = await connectToProxy(proxy, options);
  try {
    await requestTunnel(socket, `${host.includes(':') ? `[${host}]` : host}:${port}`, proxy, options);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function connectToProxy({ url }: HttpProxy, options: ConnectionOptions): Promise<Socket> {
  const secure = url.protocol === 'https:';
  const address = { host: bareHost(url.hostname), port: Number(url.port) || (secure ? 443 : 80) };
  try {
    const socket = await opened(connect(address), 'connect', options);
    if (!secure) return socket;
    const tls = { socket, servername: address.host, ca: trustedCertificates(options.ca) };
    return await opened(connectTls(tls), 'secureConnect', options);
  } catch (error) {
    options.signal.throwIfAborted();
    const failure = networkFailure(error);
    // A refused certificate or name is the proxy's here, not the server's.
    throw failure === undefined
      ? error
      : new SendFailure('proxy-unreachable', `${url.host} ${failure.detail}`);
  }
}

/** @returns the host of a URL as sockets want it: IPv6 without brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** @returns the socket once `event` says that it stands; destroyed when that fails, takes too long or is cancelled. */
export function opened<Kind extends Socket>(
  socket: Kind,
  event: 'connect' | 'secureConnect',
  { timeoutMs, signal }: Pick<ConnectionOptions, 'timeoutMs' | 'signal'>,
): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new SendFailure('stalled', 'connect')), timeoutMs);
    const cancel = () => fail(signal.reason);
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      socket.removeListener('error', fail).removeListener('close', closed);
    };
    const fail = (error: unknown) => {
      settle();
      socket.on('error', () => {}); // what a dying socket still says is of no interest
      socket.destroy();
      reject(error);
    };
    const closed = () => fail(new SendFailure('connection-lost', event));
    signal.addEventListener('abort', cancel, { once: true });
    socket.once('error', fail).once('close', closed);
    socket.once(event, () => {
      settle();
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

async function requestTunnel(
  socket: Socket,
  authority: string,
  { authorization }: HttpProxy,
  { timeoutMs, signal }: ConnectionOptions,
): Promise<void> {
  const lines = [
    `CONNECT ${authority} HTTP/1.1`,
    `Host: ${authority}`,
    ...(authorization === undefined ? [] : [`Proxy-Authorization: ${authorization}`]),
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const head = await answerHead(socket, timeoutMs, signal);
  const [, status = '', words = ''] = /^HTTP\/1\.[01] (\d{3}) ?([^\r\n]*)/.exec(head) ?? [];
  if (status.startsWith('2')) return;
  const detail = `${status} ${words}`;
  if (status === '407') throw new SendFailure('proxy-login', detail);
  throw new SendFailure(status.startsWith('4') ? 'proxy-refused' : 'proxy-failed', detail);
}

/** Reads up to the empty line and leaves what follows in the socket, which does not flow before it has a new reader. */
async function answerHead(socket: Socket, timeoutMs: number, signal: AbortSignal): Promise<string> {
  let head = Buffer.alloc(0);
  const text = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => done(new SendFailure('stalled', 'CONNECT')), timeoutMs);
    const cancel = () => done(signal.reason);
    const lost = () => done(new SendFailure('proxy-failed', 'CONNECT'));
    const done = (error: unknown, answer = '') => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      socket.removeListener('readable', take).removeListener('error', lost).removeListener('close', lost);
      if (error === undefined) resolve(answer);
      else reject(error);
    };
    const take = () => {
      const chunk: Buffer | null = socket.read();
      if (chunk === null) return;
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0 && head.length > MAX_ANSWER_BYTES) lost();
      if (end < 0) return;
      const rest = head.subarray(end + 4);
      if (rest.length > 0) socket.unshift(rest);
      done(undefined, head.subarray(0, end).toString('latin1'));
    };
    signal.addEventListener('abort', cancel, { once: true });
    socket.on('readable', take).once('error', lost).once('close', lost);
  });
  // Node forgets that somebody read by hand in the next round only.
  await new Promise((resolve) => setImmediate(resolve));
  return text;
}
