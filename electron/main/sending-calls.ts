// The window's calls about sending saved packets: targets, the delivery itself, and what an earlier one left unfinished.
// Secrets go from here to the engine and nowhere else. Runs in the main process.
import { pathToFileURL } from 'node:url';
import type { Delivered } from '#engine/delivery/delivery-order.ts';
import { forgetDelivery } from '#engine/delivery/delivery-state.ts';
import { trustHost } from '#engine/delivery/ssh/known-hosts.ts';
import { unfinishedDeliveries } from '#engine/delivery/unfinished-deliveries.ts';
import { freeBytes } from '#engine/free-space.ts';
import { asResult, writeTrouble } from '#engine/trouble.ts';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import type { sendingContract } from '#shared/ipc/sending-contract.ts';
import type { DeliveryTarget } from '#shared/schema/delivery-target.ts';
import type { Problem } from '#shared/schema/problem.ts';
import type { SendTo } from '#shared/schema/sending.ts';
import type { Handlers } from './answer-calls.ts';
import type { EngineClient } from './engine-client.ts';
import type { KnownPackets } from './known-packets.ts';
import type { PickedFiles } from './picked-files.ts';
import { type SecretStore, secretPlace } from './secret-store.ts';
import { type SendingTargets, targetAddress } from './sending-targets.ts';
import type { WorkSignals } from './work-signals.ts';

export interface SendingCallOptions {
  readonly dataFolder: string;
  readonly engine: EngineClient;
  readonly packets: KnownPackets;
  readonly picked: PickedFiles;
  readonly secrets: SecretStore;
  readonly signals: WorkSignals;
  readonly targets: SendingTargets;
  /** Electron's session.resolveProxy. */
  readonly resolveProxy: (url: string) => Promise<string>;
  /** While it is held the system does not fall asleep by itself. @returns a function that lets go */
  readonly stayAwake: () => () => void;
}

type UnknownHost = Extract<Problem, { code: 'unknown-host-key' }>;
export type SendingCalls = Pick<Handlers, keyof typeof sendingContract>;

export function sendingCalls(options: SendingCallOptions): SendingCalls {
  const { dataFolder, engine, packets, picked, secrets, signals, targets } = options;
  let asked: UnknownHost | undefined;
  const quietly = new AbortController().signal;
  const listing = async () => ({ targets: await targets.list(), keepsPasswords: secrets.keeps() });

  const targetOf = async (to: SendTo): Promise<DeliveryTarget | undefined> => {
    if ('target' in to) return targets.find(to.target);
    const folder = picked.path(to.folder, 'delivery-folder');
    return { name: folder, url: pathToFileURL(`${folder}/`).href };
  };

  async function send(path: string, target: DeliveryTarget, again: boolean): Promise<Result<Delivered>> {
    const address = targetAddress(target);
    const proxy = proxyLogin(target);
    const awake = options.stayAwake();
    try {
      return await engine.call('send', {
        packetPath: path,
        target,
        password: address && (await secrets.get(secretPlace(address))),
        proxyPassword: proxy && (await secrets.get(secretPlace(proxy))),
        // Proxy scripts know web addresses; for other protocols the way to the same host and port is asked for.
        systemProxy: address?.host ? await options.resolveProxy(`https://${address.host}/`) : '',
        again,
      });
    } finally {
      awake();
    }
  }

  return {
    'sending:targets': () => asResult(quietly, listing),
    'sending:save-target': (typed) =>
      asResult(quietly, async () => {
        await targets.save(typed);
        return listing();
      }),
    'sending:remove-target': (name) =>
      asResult(quietly, async () => {
        await targets.remove(name);
        return listing();
      }),
    async 'sending:start'({ sha256, to, password, again }) {
      const found = await asResult(quietly, () => targetOf(to));
      if (!found.ok) return found;
      const [packet, target] = [await packets.path(sha256), found.value];
      if (packet === undefined || target === undefined)
        throw new Error('no such packet or target was offered');
      if (password !== undefined) {
        const place = password.of === 'proxy' ? proxyLogin(target) : targetAddress(target);
        if (place !== undefined) await secrets.set(secretPlace(place), password.text, password.keep);
      }
      const sent = await send(packet, target, again);
      if (!sent.ok) asked = sent.problems.find((problem) => problem.code === 'unknown-host-key');
      signals.ended('send', sent);
      return sent.ok ? success({ ...sent.value }) : sent;
    },
    async 'sending:cancel'() {
      await engine.cancel('send');
      return success(null);
    },
    async 'sending:trust'({ fingerprint }) {
      if (asked?.fingerprint !== fingerprint) throw new Error('no such fingerprint was shown');
      const { knownHostsFile, line } = asked;
      return asResult(quietly, async () => {
        await trustHost(knownHostsFile, line).catch((error) => {
          throw writeTrouble(error, knownHostsFile);
        });
        asked = undefined;
        return null;
      });
    },
    'sending:space': (id) => asResult(quietly, () => freeBytes(picked.path(id, 'delivery-folder'))),
    'sending:unfinished': () =>
      asResult(quietly, async () => {
        const left = await unfinishedDeliveries(dataFolder);
        return Promise.all(
          left.map(async ({ packet, target, startedAt }) => ({
            packet,
            url: target,
            target: await targets.forUrl(target),
            startedAt,
          })),
        );
      }),
    async 'sending:forget'({ sha256, target }) {
      const path = await packets.path(sha256);
      if (path === undefined) return failure({ code: 'cannot-read', path: sha256, reason: 'ENOENT' });
      await forgetDelivery(dataFolder, sha256, target).catch(() => undefined);
      return success(null);
    },
  };
}

/** The address of a proxy that wants a login. */
function proxyLogin({ proxy }: DeliveryTarget): URL | undefined {
  if (proxy === undefined || !URL.canParse(proxy)) return undefined;
  const url = new URL(proxy);
  return url.username === '' ? undefined : url;
}
