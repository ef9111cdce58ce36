// An FTP connection under TLS, its data connections included, straight or through the proxy. Runs in the engine's process.
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Client, FTPError } from 'basic-ftp';
import { bareHost, opened } from '../open-connection.ts';
import { SendFailure } from '../send-failure.ts';
import type { Attempt } from '../target.ts';
import { trustedCertificates } from '../trusted-certificates.ts';
import { ftpFailure } from './ftp-failure.ts';

/** The port where TLS begins at once; on all others AUTH TLS comes first. */
const IMPLICIT_PORT = 990;

export interface FtpConnection {
  readonly client: Client;
  /** Runs one exchange; whatever ends it is named. */
  ask<Value>(work: () => Promise<Value>): Promise<Value>;
  end(): void;
}

/** Rejects with SendFailure or a system error. */
export async function connectFtp(attempt: Attempt): Promise<FtpConnection> {
  const { url, access, patience, signal } = attempt;
  const host = bareHost(decodeURIComponent(url.hostname));
  const port = Number(url.port) || 21;
  const tlsOptions = { host, servername: host, ca: trustedCertificates(access.ca) };
  const client = new Client(patience.stallMs);
  const cancel = () => client.close();
  signal.addEventListener('abort', cancel, { once: true });
  const ask = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      throw ftpFailure(error);
    }
  };
  const end = () => {
    signal.removeEventListener('abort', cancel);
    client.close();
  };
  try {
    const plain = await attempt.connect(host, port);
    const implicit = port === IMPLICIT_PORT;
    const socket: Socket = implicit
      ? await opened(connectTls({ ...tlsOptions, socket: plain }), 'secureConnect', {
          timeoutMs: patience.stallMs,
          signal,
        })
      : plain;
    await ask(async () => {
      client.ftp.tlsOptions = tlsOptions;
      client.ftp.socket = socket;
      await welcome(client);
      // biome-ignore lint/correctness/useHookAtTopLevel: a method of basic-ftp, no hook of React
      if (!implicit) await client.useTLS(tlsOptions);
      await client.login(decodeURIComponent(url.username) || 'anonymous', access.password ?? '');
      await client.useDefaultSettings();
      client.prepareTransfer = (ftp) => openData(ftp, host, attempt);
    });
    return { client, ask, end };
  } catch (error) {
    end();
    throw error;
  }
}

/** Waits for the server's greeting. */
function welcome({ ftp }: Client): Promise<unknown> {
  return ftp.handle(undefined, (response, task) => {
    if (response instanceof Error) task.reject(response);
    else if (response.code >= 200 && response.code < 300) task.resolve(response);
    else task.reject(new FTPError(response));
  });
}

/** A data connection to the control connection's host, whatever address the server names, continuing its TLS session. */
async function openData(ftp: Client['ftp'], host: string, attempt: Attempt) {
  const response = await ftp.request('EPSV').catch(() => ftp.request('PASV'));
  const socket = await attempt.connect(host, dataPort(response.message));
  const session = ftp.tlsSessionStore ?? sessionOf(ftp.socket);
  const secure = connectTls({ ...ftp.tlsOptions, socket, ...(session === undefined ? {} : { session }) });
  secure.on('session', (next: Buffer) => {
    ftp.tlsSessionStore = next;
  });
  carryData(ftp, secure);
  return response;
}

/** How long the server's word on the control connection is waited for when the data connection breaks. */
export const LAST_WORD_MS = 1000;

/** The client would give up the control connection together with a broken data connection, and with it the reason. */
function carryData(ftp: Client['ftp'], socket: Socket): void {
  const events = ['error', 'close'] as const;
  const before = events.map((event) => socket.listeners(event));
  ftp.dataSocket = socket;
  for (const [at, event] of events.entries())
    for (const listener of socket.listeners(event))
      if (!before[at]?.includes(listener)) socket.off(event, listener as () => void);
  socket.once('error', (error) => {
    const giveUp = () => ftp.dataSocket === socket && ftp.closeWithError(error);
    setTimeout(giveUp, LAST_WORD_MS).unref();
  });
}

const sessionOf = (socket: Socket) =>
  'getSession' in socket ? (socket.getSession as () => Buffer)() : undefined;

/** @returns the port of an answer to EPSV or PASV. */
function dataPort(message: string): number {
  const [, extended] = /\(\|\|\|(\d+)\|\)/.exec(message) ?? [];
  if (extended !== undefined) return Number(extended);
  const [, high, low] = /(?<!\d)\d+,\d+,\d+,\d+,(\d+),(\d+)/.exec(message) ?? [];
  if (high === undefined || low === undefined) throw new SendFailure('protocol-error', message);
  return Number(high) * 256 + Number(low);
}
