// From a named target to an order for the engine, as the window gives it: files are read here, so that no key crosses a
// process. Runs in the engine's process.
import { join } from 'node:path';
import type { DeliveryTarget } from '#shared/schema/delivery-target.ts';
import { readTextFile } from '../own-files/read-text-file.ts';
import { Trouble } from '../trouble.ts';
import type { DeliveryOrder } from './delivery-order.ts';
import { parseDestination } from './destination.ts';
import { environmentProxy, fixedProxy } from './find-proxy.ts';
import { targetsFile } from './named-targets.ts';
import type { FindProxy } from './open-connection.ts';
import { pacProxy } from './pac-proxy.ts';

export interface TargetOrder {
  /** Absolute. */
  readonly packetPath: string;
  readonly target: DeliveryTarget;
  readonly password?: string | undefined;
  readonly proxyPassword?: string | undefined;
  /** What the system says of proxies on the way there, as Chromium puts it; used where the environment names none. */
  readonly systemProxy: string;
  /** Send although it was delivered there already, or may have been. */
  readonly again: boolean;
}

const RETRIES = 5;

type Environment = Readonly<Record<string, string | undefined>>;

/** Rejects with Trouble where a file of the target cannot be read, or its address is none. */
export async function orderForTarget(
  { packetPath, target, password, proxyPassword, systemProxy, again }: TargetOrder,
  dataFolder: string,
  env: Environment,
): Promise<DeliveryOrder> {
  const destination = parseDestination(target.url, dataFolder);
  if (typeof destination === 'string')
    throw new Trouble({ code: 'bad-targets-file', path: targetsFile(dataFolder), detail: target.url });
  const [identity, ca] = await Promise.all([textOf(target.identityFile), textOf(target.caFile)]);
  const { mailTo, formField, knownHostsFile = join(dataFolder, 'known_hosts') } = target;
  return {
    packetPath,
    destination,
    access: {
      knownHostsFile,
      ...(password === undefined ? {} : { password }),
      ...(identity === undefined ? {} : { identity }),
      ...(ca === undefined ? {} : { ca }),
      ...(mailTo === undefined ? {} : { mailTo }),
      ...(formField === undefined ? {} : { formField }),
    },
    findProxy: proxyFor(target.proxy ?? 'auto', proxyPassword, systemProxy, env),
    retries: RETRIES,
    again,
  };
}

function proxyFor(
  setting: string,
  password: string | undefined,
  systemProxy: string,
  env: Environment,
): FindProxy {
  if (setting === 'none') return async () => undefined;
  if (setting !== 'auto') return fixedProxy(new URL(setting), password ?? env.CASEPACK_PROXY_PASSWORD);
  const [named, system] = [environmentProxy(env), pacProxy(systemProxy)];
  return async (url) => (await named(url)) ?? system(url);
}

/** A key, or a list of certificates. */
const MAX_KEY_BYTES = 4 * 1024 ** 2;

async function textOf(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const file = await readTextFile(path, MAX_KEY_BYTES);
  if (!file.ok) throw new Trouble({ code: 'cannot-read', path, reason: file.reason });
  return file.text;
}
