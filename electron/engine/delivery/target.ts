// What a target is: one way to hand a packet over, in one attempt. Retries, resuming across runs, receipts and history are
// the same for all of them and live in deliver-packet.ts. Runs in the engine's process.
import type { Socket } from 'node:net';
import type { Verification } from '#shared/schema/delivery.ts';

import type { S3Parts } from './http/s3-parts.ts';

export interface PacketFile {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly md5: string;
}

/** What opens the door at the other end. Nothing of it is kept. */
export interface Access {
  readonly password?: string;
  /** A private key in any form that OpenSSH writes; the password is its passphrase if it has one. */
  readonly identity?: string;
  /** Certificates in PEM, trusted beside the system's. */
  readonly ca?: string;
  /** Absolute; in the format of OpenSSH. */
  readonly knownHostsFile: string;
  /** One address, or several separated by commas. */
  readonly mailTo?: string;
  /** POST as a form with the packet in this field, instead of PUT. */
  readonly formField?: string;
  /** s3+https: presigned URLs for an upload in parts. */
  readonly s3Parts?: S3Parts;
}

/** How long to wait for what. */
export interface Patience {
  /** Until a connection stands, or while no byte moves. */
  readonly stallMs: number;
  /** Until the server answers once it has everything; it may scan what it got. */
  readonly answerMs: number;
  /** Before the first repetition; doubled for each further one. */
  readonly backOffMs: number;
}

export interface Attempt {
  readonly packet: PacketFile;
  /** Without a password. */
  readonly url: URL;
  readonly access: Access;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  /** The user asked to send it again: what is there under the packet's name may be replaced. */
  readonly again: boolean;
  /** @returns an open connection, through the proxy if there is one. Rejects with SendFailure or a system error. */
  connect(host: string, port: number): Promise<Socket>;
  /** What an earlier attempt, perhaps of a process that was killed, kept for this one. */
  readonly kept: string | undefined;
  /** Keeps a short text, such as the address of an upload, for later attempts. */
  keep(text: string): Promise<void>;
  /** @param doneBytes of the packet, counted from its start */
  progress(doneBytes: number): void;
  /** What arrived is being read back. @param doneBytes of it */
  checking(doneBytes: number): void;
  /** The server may act on the packet from here on, whether or not its answer arrives. */
  handedOver(): Promise<void>;
}

export interface Sent {
  readonly verified: Verification;
  /** The server's own words. */
  readonly answer: string;
}

export interface Target {
  /** Of its URLs, without the colon. */
  readonly schemes: readonly string[];
  /** Whether send() sees for itself what is there already: then the history does not answer for it. */
  readonly looksFirst?: true;
  /** Whether sending twice leaves one copy: false where a second one would be a second message or file. */
  repeatable(access: Access): boolean;
  /** Rejects with SendFailure, Trouble or a system error. */
  send(attempt: Attempt): Promise<Sent>;
}
