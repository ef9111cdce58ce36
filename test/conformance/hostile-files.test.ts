// Conformance: whatever lies where a file of this program or of its user is expected, every reader comes to an end quickly,
// with a value that says what to do, and nothing of the file is changed. Settings, drafts and lists, which are written too,
// have their own tests of this. Runs in vitest.
import { chmod, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCaseFile } from '#cli/options/case-file.ts';
import { DeliveryState, rememberedDeliveries } from '#engine/delivery/delivery-state.ts';
import { namedTargets } from '#engine/delivery/named-targets.ts';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import { readPolicyFile } from '#engine/policy/read-policy-file.ts';
import { readStandIns, readStandInsFile } from '#engine/redaction/saved-stand-ins.ts';
import { Trouble } from '#engine/trouble.ts';
import { createSecretStore } from '#main/secret-store.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

/** A reader: where its file lies in a folder, and what it makes of what cannot be understood. */
interface Reader {
  readonly place: string;
  /** @returns codes of what is told, empty where the file counts as none. */
  read(folder: string, path: string): Promise<readonly string[]>;
}

const codesOf = (answer: { ok: true } | { ok: false; problems: readonly { code: string }[] }) =>
  answer.ok ? [] : answer.problems.map(({ code }) => code);

const troubles = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof Trouble) return error.problems.map(({ code }) => code);
    throw error;
  }
};

const delivery = {
  formatVersion: 1,
  packetPath: '/out/x.zip',
  sha256: 'a'.repeat(64),
  target: 'sftp://h/',
  startedAt: '2026-11-28T03:00:00.000Z',
  attempts: 0,
  handedOver: false,
} as const;

const readers: Readonly<Record<string, Reader>> = {
  'a case file': {
    place: 'case.json',
    async read(_, path) {
      const { raw, problems } = await readCaseFile({ text: path, label: '--case', baseFolder: '/' });
      expect(raw).toEqual({});
      return problems.map(({ code }) => code);
    },
  },
  'a policy file': {
    place: 'policy.json',
    async read(_, path) {
      const { troubles: found } = await readPolicyFile(path);
      return found.map(({ code }) => code);
    },
  },
  'a policy file that holds': {
    place: 'policy.json',
    async read(_, path) {
      const { troubles: found, mayCollect } = await machinePolicy({ CASEPACK_POLICY: path });
      expect(mayCollect).toBe(false);
      return found.map(({ code }) => code);
    },
  },
  'named targets': {
    place: 'targets.json',
    read: (folder) => troubles(namedTargets(folder)),
  },
  'a map of stand-ins': {
    place: 'cases/AAAAA.stand-ins.json',
    async read(folder, path) {
      const answers = [await readStandIns(folder, 'AAAAA'), await readStandInsFile(path)];
      return answers.flatMap(codesOf);
    },
  },
};

describe.each(Object.entries(readers))('%s', (_name, { place, read }) => {
  it.each(Object.keys(hostileFiles))('%s', async (kind) => {
    const folder = await temporaryFolder();
    const path = join(folder, place);
    await mkdir(dirname(path), { recursive: true });
    await hostileFiles[kind]?.(path);
    const before = await lstat(path);
    const told = await read(folder, path);
    // Nobody has to name targets: no file is no trouble.
    const isNone = place === 'targets.json' && kind === 'a link to nothing';
    expect(told.length > 0).toBe(!isNone);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(await lstat(path)).toMatchObject({ ino: before.ino, size: before.size, mtimeMs: before.mtimeMs });
    expect(await readdir(dirname(path))).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() !== 0)('a file that this user may not read', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, place);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, '{}', { mode: 0o000 });
    await chmod(folder, 0o755);
    const told = await asNobody(() => read(folder, path).catch((error: Error) => [error.message]));
    expect(told).not.toEqual([]);
  });
});

describe('what a killed delivery remembered', () => {
  it.each(Object.keys(hostileFiles))('%s costs that memory and nothing else', async (kind) => {
    const data = await temporaryFolder();
    const sound = await DeliveryState.open(data, delivery);
    await sound.change({ attempts: 3 });
    await sound.close();
    await hostileFiles[kind]?.(join(data, 'deliveries', 'other.json'));
    expect(await rememberedDeliveries(data)).toMatchObject([{ attempts: 3 }]);
  });

  it.each(Object.keys(hostileFiles))('%s in its place: the delivery begins anew', async (kind) => {
    const data = await temporaryFolder();
    const first = await DeliveryState.open(data, delivery);
    await first.change({ attempts: 3 });
    await first.close();
    const [name = ''] = await readdir(join(data, 'deliveries'));
    await rm(join(data, 'deliveries', name));
    await hostileFiles[kind]?.(join(data, 'deliveries', name));
    const state = await DeliveryState.open(data, delivery);
    expect(state.current).toEqual(delivery);
    await state.close();
  });
});

describe('the store of secrets', () => {
  const system = {
    isEncryptionAvailable: () => true,
    encryptString: (text: string) => Buffer.from(text).reverse(),
    decryptString: (bytes: Buffer) => Buffer.from(bytes).reverse().toString(),
  };

  it.each(Object.keys(hostileFiles))('%s is set aside, and a new secret is kept', async (kind) => {
    const path = join(await temporaryFolder(), 'secrets.json');
    await hostileFiles[kind]?.(path);
    const before = await lstat(path);
    const store = createSecretStore(path, system);
    expect(await store.get('sftp://u@h:22')).toBeUndefined();
    await store.set('sftp://u@h:22', 'swordfish', true);
    expect(await createSecretStore(path, system).get('sftp://u@h:22')).toBe('swordfish');
    if (kind !== 'a link to nothing') expect((await lstat(`${path}.bad`)).ino).toBe(before.ino);
  });
});
