// Tests of a case that is saved encrypted: what other programs open, what `verify` says of it, and that nothing plain is
// ever on the disk. Runs in vitest.
import { createHash } from 'node:crypto';
import { createReadStream, watch } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deliverCase } from '#engine/deliver-case.ts';
import { verifyReceived } from '#engine/encryption/verify-received.ts';
import type { Encryption } from '#shared/schema/encryption.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import { type CaseOnLinux, caseOnLinux, succeeded } from '#test/fixtures/case-on-linux.ts';
import { ageKey, openedBy, openedByAge } from '#test/fixtures/decrypt.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { unpack } from '#test/fixtures/unpack.ts';
import { integrityChecks } from '#test/fixtures/zip-readers.ts';

const PASSWORD = 'correct horse: battery 9 staple';
const withPassword: Encryption = { way: 'password', password: PASSWORD };
const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

async function delivered(encryption: Encryption): Promise<{ machine: CaseOnLinux; receipt: Receipt }> {
  const machine = await caseOnLinux();
  const draft = succeeded(await machine.prepare());
  const delivery = { folder: machine.output, withhold: [], encryption };
  return { machine, receipt: succeeded(await deliverCase(draft, delivery, machine.context)) };
}

/** What was inside, as a file that zip readers can open. */
async function plainPacket(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'inside.zip');
  await writeFile(path, bytes);
  return path;
}

const verified = (path: string, password?: string, ...identities: string[]) =>
  verifyReceived(path, { password, identities }, quiet);
const refused = (code: string) => ({ ok: false, files: [], problems: [{ code }] });

async function flipByte(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at);
  await file.close();
}

describe('with a password', () => {
  test.each(Object.entries(openedBy))('%s opens it, and finds the whole packet', async (_name, open) => {
    const { receipt } = await delivered(withPassword);
    expect(receipt).toMatchObject({ encryption: 'password' });
    const inside = await plainPacket(await open(receipt.packetPath, PASSWORD));
    for (const check of Object.values(integrityChecks)) await check(inside);
    expect((await unpack(inside)).names).toContain('case.html');
    await expect(open(receipt.packetPath, 'wrong')).rejects.toThrow();
  });

  test('the checksum beside it is of the file that leaves', async () => {
    const { receipt } = await delivered(withPassword);
    const sha256 = createHash('sha256')
      .update(await readFile(receipt.packetPath))
      .digest('hex');
    expect(receipt.sha256).toBe(sha256);
    expect(await readFile(`${receipt.packetPath}.sha256`, 'utf8')).toMatch(
      new RegExp(`^${sha256}  F96C9.*\\.zip\\n$`),
    );
  });

  test('verify needs the password, the right one, and then checks every file', async () => {
    const { receipt } = await delivered(withPassword);
    expect(await verified(receipt.packetPath)).toMatchObject(refused('needs-password'));
    expect(await verified(receipt.packetPath, 'wrong')).toMatchObject(refused('wrong-password'));
    const report = await verified(receipt.packetPath, PASSWORD);
    expect(report).toMatchObject({ ok: true, caseReference: receipt.caseReference });
    expect(report.files).toHaveLength(receipt.files - 1);
  });

  test('one bit changed anywhere in what is encrypted is found before anything is read', async () => {
    const { receipt } = await delivered(withPassword);
    await flipByte(receipt.packetPath, Math.floor(receipt.bytes / 2));
    expect(await verified(receipt.packetPath, PASSWORD)).toMatchObject(refused('damaged'));
  });

  test('two packets of the same draft share no encrypted byte runs: each has its own salt', async () => {
    const machine = await caseOnLinux();
    const draft = succeeded(await machine.prepare());
    const second = join(machine.output, 'second');
    await mkdir(second);
    const read = async (folder: string) => {
      const delivery = { folder, withhold: [], encryption: withPassword };
      const { packetPath } = succeeded(await deliverCase(draft, delivery, machine.context));
      return (await readFile(packetPath)).subarray(200, 264);
    };
    expect((await read(machine.output)).equals(await read(second))).toBe(false);
  });
});

describe('with age', () => {
  test('every recipient opens it with age itself, nobody else does', async () => {
    const keys = [await ageKey(), await ageKey()];
    const recipients = keys.map(({ recipient }) => recipient);
    const { receipt } = await delivered({ way: 'age', recipients });
    expect(receipt).toMatchObject({ encryption: 'age' });
    expect(receipt.packetPath).toMatch(/\.zip\.age$/);
    expect(await readFile(`${receipt.packetPath}.sha256`, 'utf8')).toMatch(/\.zip\.age\n$/);
    for (const key of keys) {
      const inside = await plainPacket(await openedByAge(receipt.packetPath, key));
      for (const check of Object.values(integrityChecks)) await check(inside);
      expect(await verified(receipt.packetPath, undefined, key.identity)).toMatchObject({ ok: true });
    }
    await expect(openedByAge(receipt.packetPath, await ageKey())).rejects.toThrow();
  });

  test('verify needs a key that fits', async () => {
    const [own, other] = [await ageKey(), await ageKey()];
    const { receipt } = await delivered({ way: 'age', recipients: [own.recipient] });
    expect(await verified(receipt.packetPath)).toMatchObject(refused('needs-identity'));
    expect(await verified(receipt.packetPath, undefined, other.identity)).toMatchObject(
      refused('wrong-identity'),
    );
    const both = await verified(receipt.packetPath, undefined, other.identity, own.identity);
    expect(both).toMatchObject({ ok: true });
  });

  test('cut off, or changed in its header or its data', async () => {
    const key = await ageKey();
    const { receipt } = await delivered({ way: 'age', recipients: [key.recipient] });
    const { packetPath, bytes } = receipt;
    const whole = await readFile(packetPath);
    const tries: ((path: string) => Promise<void>)[] = [
      (path) => truncate(path, bytes - 1),
      (path) => truncate(path, bytes >> 1),
      (path) => truncate(path, 100),
      (path) => flipByte(path, 60),
      (path) => flipByte(path, bytes - 20),
      (path) => flipByte(path, bytes >> 1),
    ];
    for (const spoil of tries) {
      await writeFile(packetPath, whole);
      await spoil(packetPath);
      expect((await verified(packetPath, undefined, key.identity)).ok).toBe(false);
    }
  });

  test('a recipient with one letter wrong is refused before anything is written', async () => {
    const { recipient } = await ageKey();
    const wrong = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
    const machine = await caseOnLinux();
    const draft = succeeded(await machine.prepare());
    const encryption = { way: 'age', recipients: [wrong] } as const;
    const answer = await deliverCase(
      draft,
      { folder: machine.output, withhold: [], encryption: { ...encryption, recipients: [wrong] } },
      machine.context,
    );
    expect(answer).toEqual({ ok: false, problems: [{ code: 'bad-recipient', recipient: wrong }] });
    expect(await readdir(machine.output)).toEqual([]);
  });
});

describe('fails closed', () => {
  /** The zip's own beginnings and names, which every plain copy would show. */
  const SIGNS = [Buffer.from('PK\x03\x04\x14'), Buffer.from('case.html'), Buffer.from('manifest.json')];

  test('at no moment does the output folder hold a plain byte', async () => {
    const machine = await caseOnLinux();
    const draft = succeeded(await machine.prepare());
    const seen: Buffer[] = [];
    const look = async () => {
      for (const name of await readdir(machine.output)) {
        const parts = await createReadStream(join(machine.output, name))
          .toArray()
          .catch(() => []);
        seen.push(Buffer.concat(parts));
      }
    };
    const watcher = watch(machine.output, () => void look());
    onTestFinished(() => watcher.close());
    const context = sampleContext(machine.host, { onProgress: () => void look() });
    const { recipient } = await ageKey();
    for (const encryption of [withPassword, { way: 'age', recipients: [recipient] } as const]) {
      const delivery = { folder: machine.output, withhold: [], encryption: encryption as Encryption };
      succeeded(await deliverCase(draft, delivery, context));
      await look();
      for (const name of await readdir(machine.output)) await rm(join(machine.output, name));
    }
    expect(seen.length).toBeGreaterThan(4);
    for (const bytes of seen) for (const sign of SIGNS) expect(bytes.includes(sign)).toBe(false);
  });

  test.each(['pack', 'check'] as const)('cancelled at the stage %s, nothing is left', async (stage) => {
    const machine = await caseOnLinux();
    const draft = succeeded(await machine.prepare());
    const { recipient } = await ageKey();
    for (const encryption of [withPassword, { way: 'age', recipients: [recipient] } as const]) {
      const cancel = new AbortController();
      const onProgress = (progress: Progress) => progress.stage === stage && cancel.abort();
      const context = sampleContext(machine.host, { signal: cancel.signal, onProgress });
      const delivery = { folder: machine.output, withhold: [], encryption: encryption as Encryption };
      expect(await deliverCase(draft, delivery, context)).toEqual({
        ok: false,
        problems: [{ code: 'cancelled' }],
      });
      expect(await readdir(machine.output)).toEqual([]);
    }
  });

  test('a draft that was damaged on the disk does not become an encrypted packet', async () => {
    const machine = await caseOnLinux();
    const draft = succeeded(await machine.prepare());
    await writeFile(join(draft.spool.folder, 'spool'), Buffer.alloc(100, 'x'), { flag: 'r+' });
    const delivery = { folder: machine.output, withhold: [], encryption: withPassword };
    expect(await deliverCase(draft, delivery, machine.context)).toMatchObject({
      ok: false,
      problems: [{ code: 'check-failed' }],
    });
    expect(await readdir(machine.output)).toEqual([]);
  });
});
