// What a delivery is asked to do, and what comes of it. Runs in the engine's process.
import type { DeliveryReceipt, PhoneFacts } from '#shared/schema/delivery.ts';
import type { Problem } from '#shared/schema/problem.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Destination } from './destination.ts';
import type { FindProxy } from './open-connection.ts';
import type { Access, Patience } from './target.ts';

export interface DeliveryOrder {
  /** Absolute. */
  readonly packetPath: string;
  readonly destination: Destination;
  readonly access: Access;
  readonly findProxy: FindProxy;
  /** Further attempts after the first one. */
  readonly retries: number;
  /** Send although it was delivered there already, or may have been. */
  readonly again: boolean;
  /**
   * Asked where a server is met for the first time; on true its key goes into the known hosts file and the packet is sent.
   * Without it, and on false, the delivery ends with the question as its problem. No connection is open meanwhile.
   */
  readonly trustsHost?: (key: UnknownHostKey) => Promise<boolean>;
  readonly patience?: Patience;
}

export type UnknownHostKey = Extract<Problem, { code: 'unknown-host-key' }>;

export interface Delivered {
  readonly receipt: DeliveryReceipt;
  readonly phone: PhoneFacts;
  /** Undefined where it could not be written, or nothing was sent. */
  readonly receiptPath?: string;
  /** The packet had been delivered before; nothing was sent. */
  readonly earlier: boolean;
  /** Whether history and receipt are on the disk. */
  readonly recorded: boolean;
}

export type DeliveryContext = Pick<
  EngineContext,
  'dataFolder' | 'host' | 'onProgress' | 'policy' | 'rules' | 'signal' | 'tool'
>;
