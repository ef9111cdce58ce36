// Packets to send and the engine's delivery of them with little patience, for tests. Runs in vitest.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliverPacket } from '#engine/delivery/deliver-packet.ts';
import type { Delivered, DeliveryContext, DeliveryOrder } from '#engine/delivery/delivery-order.ts';
import { parseDestination } from '#engine/delivery/destination.ts';
import type { Access } from '#engine/delivery/target.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { Result } from '#shared/ipc/result.ts';
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';
import type { Problem } from '#shared/schema/problem.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

export const PACKET_NAME = 'F96C9_S2_20261122-101530_7K3QX.zip';

export interface Sender {
  readonly packetPath: string;
  readonly sha256: string;
  readonly dataFolder: string;
  readonly folder: string;
  readonly progress: readonly Progress[];
  send(to: string, changes?: SendChanges): Promise<Result<Delivered>>;
}

export type SendChanges = Partial<Omit<DeliveryOrder, 'access'>> & {
  readonly access?: Partial<Access>;
  readonly context?: Partial<DeliveryContext>;
};

/** Long enough for a busy machine. */
const PATIENCE = { stallMs: 8000, answerMs: 10_000, backOffMs: 10 };
/** For tests that wait for it to end. */
export const IMPATIENCE = { ...PATIENCE, stallMs: 2500 };

/** A packet of random bytes in a folder of its own, and a data folder. */
export async function createSender(bytes = 8 * 1024 ** 2): Promise<Sender> {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'data');
  mkdirSync(join(folder, '案例 packets'));
  const packetPath = join(folder, '案例 packets', PACKET_NAME);
  const content = randomBytes(bytes);
  writeFileSync(packetPath, content);
  const progress: Progress[] = [];
  const host = await createLocalHost();
  return {
    packetPath,
    sha256: createHash('sha256').update(content).digest('hex'),
    dataFolder,
    folder,
    progress,
    send(to, { access, context, ...changes } = {}) {
      const destination = parseDestination(to, folder);
      if (typeof destination === 'string') throw new Error(`${destination}: ${to}`);
      const order: DeliveryOrder = {
        packetPath,
        destination,
        access: { knownHostsFile: join(dataFolder, 'known_hosts'), ...access },
        findProxy: async () => undefined,
        retries: 0,
        again: false,
        patience: PATIENCE,
        ...changes,
      };
      return deliverPacket(order, {
        host,
        policy: china2008Policy,
        tool: { name: 'Casepack', version: '0.0.0-test' },
        dataFolder,
        onProgress: (one) => progress.push(one),
        signal: new AbortController().signal,
        ...context,
      });
    },
  };
}

/** @returns the delivery that must have succeeded. */
export function delivered(result: Result<Delivered>): Delivered {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** @returns the one problem of a delivery that must have failed. */
export function problemOf(result: Result<Delivered>): Problem {
  if (result.ok || result.problems.length !== 1) throw new Error('was delivered');
  return result.problems[0] as Problem;
}

export const sha256Of = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');
