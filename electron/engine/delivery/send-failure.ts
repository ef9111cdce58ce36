// Failures on the way to a target: how targets report them, what the system's and TLS's error codes mean, and which of
// them pass by themselves. Runs in the engine's process.
import type { DeliveryFailure } from '#shared/schema/delivery.ts';
import { Trouble } from '../trouble.ts';

const MAX_DETAIL_CHARACTERS = 300;

/** Trying again may help: the network, a server that restarts, a full queue. */
const PASSING: ReadonlySet<DeliveryFailure> = new Set<DeliveryFailure>([
  'name-lookup-failed',
  'refused',
  'unreachable',
  'connection-lost',
  'stalled',
  'busy',
  'server-error',
  'proxy-unreachable',
  'proxy-failed',
  'arrived-different',
]);

/** One failed attempt. Ends as the problem `delivery-failed` unless another attempt succeeds. */
export class SendFailure extends Error {
  readonly reason: DeliveryFailure;
  /** The server's or the system's own words, on one line, shortened. */
  readonly detail: string;
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: DeliveryFailure, detail: string, retryAfterMs?: number) {
    super(reason);
    this.reason = reason;
    this.detail = shortened(detail);
    this.retryAfterMs = retryAfterMs;
  }

  get passing(): boolean {
    return PASSING.has(this.reason);
  }
}

/** @returns on one line and of bounded length. */
export function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_DETAIL_CHARACTERS);
}

const REASON_OF_CODE: Readonly<Record<string, DeliveryFailure>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'name-lookup-failed',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ECONNRESET: 'connection-lost',
  ECONNABORTED: 'connection-lost',
  ENETDOWN: 'connection-lost',
  EPIPE: 'connection-lost',
  ERR_STREAM_PREMATURE_CLOSE: 'connection-lost',
  ERR_STREAM_DESTROYED: 'connection-lost',
  ERR_STREAM_WRITE_AFTER_END: 'connection-lost',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  CERT_UNTRUSTED: 'certificate-untrusted',
  CERT_REJECTED: 'certificate-untrusted',
  CERT_SIGNATURE_FAILURE: 'certificate-untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  EPROTO: 'tls-failed',
};

/** @returns what an error on a connection means, or undefined where it is none of the network's. */
export function networkFailure(error: unknown): SendFailure | undefined {
  if (error instanceof SendFailure) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A packet that cannot be read is no fault of the network.
  if (code === undefined || syscall === 'open' || error instanceof Trouble) return undefined;
  const reason = REASON_OF_CODE[code] ?? (/^ERR_(SSL|TLS)_/.test(code) ? 'tls-failed' : undefined);
  return reason === undefined ? undefined : new SendFailure(reason, code);
}
