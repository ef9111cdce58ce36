// The targets that the window can choose from: those of the machine's policy, those in the file of targets, and those of this
// run only. Paths of keys and certificates stay here; the window sees names. Runs in the main process.
import { basename, sep } from 'node:path';
import { parseDestination, shownUrl } from '#engine/delivery/destination.ts';
import { keepTargets, namedTargets } from '#engine/delivery/named-targets.ts';
import type { DeliveryTarget } from '#shared/schema/delivery-target.ts';
import type { TargetInfo, TypedTarget } from '#shared/schema/sending.ts';
import type { PickedFiles } from './picked-files.ts';
import { type SecretStore, secretPlace } from './secret-store.ts';

export interface SendingTargets {
  /** Rejects with Trouble where the file of targets cannot be understood, as the others do. */
  list(): Promise<TargetInfo[]>;
  /** Undefined where it is gone. */
  find(name: string): Promise<DeliveryTarget | undefined>;
  save(typed: TypedTarget): Promise<void>;
  remove(name: string): Promise<void>;
  /** The target that an earlier delivery, as history has it, went to: one with the same address, else one of this run. @returns its name */
  forUrl(url: string): Promise<string>;
}

export function createSendingTargets(
  dataFolder: string,
  picked: PickedFiles,
  secrets: SecretStore,
  policyTargets: () => Promise<readonly DeliveryTarget[]>,
): SendingTargets {
  const ofRun = new Map<string, DeliveryTarget>();
  const others = (targets: readonly DeliveryTarget[], ...names: readonly (string | undefined)[]) =>
    targets.filter(({ name }) => !names.includes(name));
  /** The policy's before the user's own, as for the command line. */
  const find = async (name: string) =>
    [...(await policyTargets()), ...ofRun.values(), ...(await namedTargets(dataFolder))].find(
      (target) => target.name === name,
    );

  async function infoOf(target: DeliveryTarget, origin: TargetInfo['origin']): Promise<TargetInfo[]> {
    const { name, identityFile, caFile, mailTo, proxy } = target;
    const address = targetAddress(target);
    // Written by hand; the command line says what is wrong with it.
    if (address === undefined) return [];
    const isLogin = address.username !== '' && identityFile === undefined;
    const info = {
      name,
      url: shownUrl(address),
      origin,
      isFolder: address.protocol === 'file:',
      wantsPassword: isLogin && (await secrets.get(secretPlace(address))) === undefined,
      ...(identityFile === undefined ? {} : { identityFile: basename(identityFile) }),
      ...(caFile === undefined ? {} : { caFile: basename(caFile) }),
      ...(mailTo === undefined ? {} : { mailTo }),
      ...(proxy === undefined ? {} : { proxy }),
    };
    return [info];
  }

  return {
    async list() {
      const policy = await policyTargets();
      const names = policy.map(({ name }) => name);
      const named = others(await namedTargets(dataFolder), ...names, ...ofRun.keys());
      const run = others([...ofRun.values()], ...names);
      const infos = await Promise.all([
        ...policy.map((target) => infoOf(target, 'policy')),
        ...named.map((target) => infoOf(target, 'user')),
        ...run.map((target) => infoOf(target, 'run')),
      ]);
      return infos.flat();
    },
    find,
    async save({ replaces, remember, identityFile, caFile, ...rest }) {
      const before = replaces === undefined ? undefined : await find(replaces);
      const fileOf = (choice: string, kind: 'key-file' | 'certificate-file', same: string | undefined) => {
        if (choice === 'none') return undefined;
        return choice === 'same' ? same : picked.path(choice, kind);
      };
      const identity = fileOf(identityFile, 'key-file', before?.identityFile);
      const ca = fileOf(caFile, 'certificate-file', before?.caFile);
      // What the window was not shown, such as a token in the address, stays as long as the rest is the same.
      const kept = before && targetAddress(before);
      const unchanged = before !== undefined && kept !== undefined && shownUrl(kept) === rest.url;
      const target: DeliveryTarget = {
        ...rest,
        url: unchanged ? before.url : rest.url,
        ...(identity === undefined ? {} : { identityFile: identity }),
        ...(ca === undefined ? {} : { caFile: ca }),
        // Written by hand; the window does not ask for them.
        ...(before?.knownHostsFile === undefined ? {} : { knownHostsFile: before.knownHostsFile }),
        ...(before?.formField === undefined ? {} : { formField: before.formField }),
      };
      const named = await namedTargets(dataFolder);
      const left = others(named, replaces, target.name);
      if (remember) await keepTargets(dataFolder, [...left, target]);
      else if (left.length < named.length) await keepTargets(dataFolder, left);
      for (const name of [replaces, target.name]) if (name !== undefined) ofRun.delete(name);
      if (!remember) ofRun.set(target.name, target);
    },
    async remove(name) {
      if (ofRun.delete(name)) return;
      await keepTargets(dataFolder, others(await namedTargets(dataFolder), name));
    },
    async forUrl(url) {
      const known = [...(await policyTargets()), ...ofRun.values(), ...(await namedTargets(dataFolder))];
      const same = known.find((target) => {
        const address = targetAddress(target);
        return address !== undefined && shownUrl(address) === url;
      });
      if (same !== undefined) return same.name;
      const destination = parseDestination(url, dataFolder);
      ofRun.set(url, { name: url, url: typeof destination === 'string' ? url : destination.url.href });
      return url;
    },
  };
}

/** @returns where a target is, a folder by its file: address; undefined where its text is none */
export function targetAddress({ url }: DeliveryTarget): URL | undefined {
  const destination = parseDestination(url, sep);
  return typeof destination === 'string' ? undefined : destination.url;
}
