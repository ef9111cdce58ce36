// An SSH connection to a server whose host key is on record, logged in by key or password. Runs in the engine's process.
import { Client, type ConnectConfig, type SFTPWrapper, utils } from 'ssh2';
import { Trouble } from '../../trouble.ts';
import { bareHost } from '../open-connection.ts';
import { SendFailure } from '../send-failure.ts';
import { StallWatch } from '../stall-watch.ts';
import type { Access, Attempt } from '../target.ts';
import { fingerprint, type HostKey, hostKeyOf, hostName, KnownHost, readKnownHosts } from './known-hosts.ts';

export interface SshConnection {
  readonly sftp: SFTPWrapper;
  /** Rejects when the connection breaks, stalls or is cancelled; never resolves. */
  readonly broken: Promise<never>;
  /** Something moved. */
  moved(): void;
  end(): void;
}

/** Rejects with SendFailure, a system error, or Trouble where the host key is unknown. */
export async function connectSsh(attempt: Attempt): Promise<SshConnection> {
  const { url, access, patience, signal } = attempt;
  const host = bareHost(decodeURIComponent(url.hostname));
  const port = Number(url.port) || 22;
  const name = hostName(host, port);
  const known = new KnownHost(await readKnownHosts(access.knownHostsFile), name);
  const login = loginOf(url, access);
  const sock = await attempt.connect(host, port);

  const client = new Client();
  let refusal: Error | undefined;
  const broken = deferred();
  // Whoever waits hears of it; where nobody waits any more it is of no interest.
  broken.promise.catch(() => {});
  const fail = (error: unknown) => {
    broken.reject(refusal ?? sshFailure(error));
    client.destroy();
    sock.destroy();
  };
  const watch = new StallWatch(patience.stallMs, fail);
  const cancel = () => fail(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  client
    .on('error', fail)
    .on('close', () => fail(new SendFailure('connection-lost', 'close')))
    .on('keyboard-interactive', (_name, _instructions, _language, prompts, answer) =>
      answer(prompts.map(() => access.password ?? '')),
    );
  const end = () => {
    watch.stop();
    signal.removeEventListener('abort', cancel);
    client.end();
    sock.destroy();
  };
  const ready = new Promise<SFTPWrapper>((resolve, reject) => {
    client.on('ready', () =>
      client.sftp((error, sftp) => (error ? reject(sshFailure(error)) : resolve(sftp))),
    );
  });
  client.connect({
    ...login,
    sock,
    readyTimeout: patience.stallMs,
    algorithms: { serverHostKey: { prepend: [...known.keyTypes], append: [], remove: [] } } as NonNullable<
      ConnectConfig['algorithms']
    >,
    hostVerifier: (blob: Buffer) => {
      refusal = refusalOf(hostKeyOf(blob), known, name, access);
      return refusal === undefined;
    },
  });
  try {
    const sftp = await Promise.race([ready, broken.promise]);
    return { sftp, broken: broken.promise, moved: () => watch.moved(), end };
  } catch (error) {
    end();
    throw error;
  }
}

function deferred(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<never>((_resolve, rejects) => {
    reject = rejects;
  });
  return { promise, reject };
}

/** A key with a passphrase takes the password for it; a password alone is offered in both ways that servers ask. */
function loginOf(url: URL, { identity, password }: Access): ConnectConfig {
  const username = decodeURIComponent(url.username);
  const login = password === undefined ? { username } : { username, password, tryKeyboard: true };
  if (identity === undefined) return login;
  const plain = utils.parseKey(identity);
  if (!(plain instanceof Error)) return { ...login, privateKey: identity };
  const opened = utils.parseKey(identity, password ?? '');
  if (opened instanceof Error) throw new SendFailure('identity-unusable', opened.message);
  return { username, privateKey: identity, passphrase: password ?? '' };
}

function refusalOf(
  key: HostKey,
  known: KnownHost,
  name: string,
  { knownHostsFile }: Access,
): Error | undefined {
  const shown = fingerprint(key);
  switch (known.judge(key)) {
    case 'known':
      return undefined;
    case 'changed':
      return new SendFailure('host-key-changed', `${key.type} ${shown}; ${knownHostsFile}`);
    case 'unknown':
      return new Trouble({
        code: 'unknown-host-key',
        host: name,
        keyType: key.type,
        fingerprint: shown,
        line: `${name} ${key.type} ${key.key}`,
        knownHostsFile,
      });
  }
}

/** What ssh2 reports; system errors go on as they are. */
function sshFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { level, message } = error as Error & { level?: string };
  if (level === 'client-authentication') return new SendFailure('login-refused', message);
  if (level === 'client-timeout') return new SendFailure('stalled', message);
  if (level === 'handshake' || level === 'protocol') return new SendFailure('protocol-error', message);
  if ('code' in error || error instanceof SendFailure) return error;
  return new SendFailure('connection-lost', message);
}
