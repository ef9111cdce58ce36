// Tests of electron/engine/email: a packet as drafts and volumes, read back by readers that are not ours. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EmailOptions, saveForEmail } from '#engine/email/save-for-email.ts';
import { verifyPath } from '#engine/email/verify-path.ts';
import type { EmailDrafts } from '#shared/schema/email-drafts.ts';
import { succeeded } from '#test/fixtures/case-on-linux.ts';
import {
  readMailsWithPython,
  readMailWithMailparser,
  readMailWithPython,
} from '#test/fixtures/mail-readers.ts';
import { type PacketWithLogs, packetWithLogs } from '#test/fixtures/packet-with-logs.ts';
import { randomNumbers } from '#test/fixtures/random-numbers.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { unpack } from '#test/fixtures/unpack.ts';
import { integrityChecks, nameLists, readWithPython } from '#test/fixtures/zip-readers.ts';

const MB = 1_000_000;
const LOGS = 'collected/commvault/logs/Instance001';
const mailOf = ({ mail }: PacketWithLogs, changes: Partial<EmailOptions> = {}): EmailOptions => ({
  ...{ to: ['support@vendor.example'], cc: [], maxMessageBytes: 2 * MB, folder: mail },
  ...changes,
});

async function saved(one: PacketWithLogs, changes: Partial<EmailOptions> = {}): Promise<EmailDrafts> {
  return succeeded(await saveForEmail(one.packet, mailOf(one, changes), one.context));
}

/** What the volumes hold together, by Info-ZIP: every file of the packet, pieces joined, each exactly once. */
async function joined(drafts: EmailDrafts): Promise<Map<string, Buffer>> {
  const all = new Map<string, Buffer>();
  for (const { attachment } of drafts.drafts) {
    const { files } = await unpack(attachment.path);
    const common = new Set(['case.html', 'case.json', 'manifest.json', 'volume.json', 'HOW-TO-JOIN.txt']);
    for (const [name, bytes] of files) {
      const path = name.replace(/\.part[0-9]{3}$/, '');
      if (common.has(name)) all.set(name, bytes);
      else if (path === name) {
        expect(all.has(name), `${name} twice`).toBe(false);
        all.set(name, bytes);
      } else all.set(path, Buffer.concat([all.get(path) ?? Buffer.alloc(0), bytes]));
    }
  }
  all.delete('volume.json');
  all.delete('HOW-TO-JOIN.txt');
  return all;
}

const sumsOf = (files: ReadonlyMap<string, Buffer>) =>
  new Map([...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]));

describe('the drafts', () => {
  test('open unsent with their attachment in Python and in mailparser; the first lists all parts', async () => {
    const one = await packetWithLogs({ 'noise.log': 3 * MB, 'CVMA_1.log': 900_000, 'CVMA_2.log': 700_000 });
    const { drafts, caseReference } = await saved(one, { cc: ['boss@bank.example'] });
    expect(drafts.length).toBeGreaterThan(3);
    expect(caseReference).toBe(one.caseReference);
    const mails = await readMailsWithPython(drafts.map(({ path }) => path));
    for (const [at, { path, bytes, attachment }] of drafts.entries()) {
      expect((await stat(path)).size).toBe(bytes);
      expect(bytes).toBeLessThanOrEqual(2 * MB);
      const { defects = [], text = '', ...facts } = mails[at] ?? {};
      expect(facts).toEqual({
        unsent: '1',
        to: 'support@vendor.example',
        cc: 'boss@bank.example',
        from: '',
        subject: `CCID F96C9 | S2 | 备份失败 | ${caseReference} (${at + 1}/${drafts.length})`,
        attachments: [
          { name: basename(attachment.path), bytes: attachment.bytes, sha256: attachment.sha256 },
        ],
      });
      expect(defects).toEqual([]);
      if (at < 2) expect(await readMailWithMailparser(path)).toMatchObject(facts);
      expect(text.includes('附件清单')).toBe(at > 0);
      for (const other of drafts) expect(text.includes(other.attachment.sha256)).toBe(at === 0);
    }
    expect(mails[0]?.text).toContain('产品 CCID：F96C9');
    expect(mails[0]?.text).toContain('Product CCID: F96C9');
  });

  test('none is addressed to anybody nobody named', async () => {
    const { drafts } = await saved(await packetWithLogs({}), { to: [] });
    expect(await readMailWithPython(drafts[0]?.path ?? '')).toMatchObject({ to: '', cc: '', from: '' });
  });

  test('are for this user only, and the packet stays as it was', async () => {
    const one = await packetWithLogs({ 'noise.log': 3 * MB });
    const before = await readFile(one.packet);
    const { drafts } = await saved(one);
    for (const { path, attachment } of drafts) {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(attachment.path)).mode & 0o777).toBe(0o600);
    }
    expect((await readFile(one.packet)).equals(before)).toBe(true);
    const names = drafts.flatMap(({ path, attachment }) => [basename(path), basename(attachment.path)]);
    expect((await readdir(one.mail)).sort()).toEqual(names.sort());
  });
});

describe('the volumes', () => {
  test('of any sizes: none makes a message too large, every byte is there exactly once', async () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const random = randomNumbers(seed);
      const maxMessageBytes = Math.floor((1 + random() * 2) * MB);
      const sizes: Record<string, number> = {};
      for (let log = 0; log < 3 + random() * 12; log += 1) {
        const scale = random() < 0.2 ? 4 * MB : 300_000;
        sizes[`noise${log}.log`] = Math.floor(random() * scale);
      }
      const one = await packetWithLogs(sizes);
      const drafts = await saved(one, { maxMessageBytes });
      for (const { path } of drafts.drafts) {
        expect((await stat(path)).size, `seed ${seed}`).toBeLessThanOrEqual(maxMessageBytes);
      }
      expect(sumsOf(await joined(drafts))).toEqual(sumsOf((await unpack(one.packet)).files));
      expect(await verifyPath(one.mail, one.context)).toMatchObject([{ report: { ok: true } }]);
    }
  }, 120_000);

  test('open by themselves in four readers; whole files keep their packed bytes', async () => {
    const line = '12345 3039  11/22 22:30:00 1024 CVD: failed\n';
    const one = await packetWithLogs({ 'noise.log': 5 * MB }, { 'text.log': line.repeat(20_000) });
    const { drafts } = await saved(one);
    for (const { attachment } of drafts) {
      for (const check of Object.values(integrityChecks)) await check(attachment.path);
      const entries = await readWithPython(attachment.path);
      const names = entries.map(({ name }) => name);
      expect(names.slice(0, 4)).toEqual(['case.html', 'case.json', 'manifest.json', 'volume.json']);
      for (const [reader, list] of Object.entries(nameLists))
        expect({ reader, names: await list(attachment.path) }).toEqual({ reader, names });
    }
    const packed = (zip: string) =>
      execFileSync('unzip', ['-v', zip, `${LOGS}/text.log`], { encoding: 'utf8' })
        .split('\n')
        .find((row) => row.includes('text.log'));
    const volumes = drafts.map(({ attachment }) => attachment.path);
    const rows = volumes.flatMap((zip) => {
      try {
        return [packed(zip)];
      } catch {
        return [];
      }
    });
    expect(rows).toEqual([packed(one.packet)]);
  });

  test('a small packet is one volume', async () => {
    const one = await packetWithLogs({});
    const { drafts } = await saved(one);
    expect(drafts.map(({ path }) => basename(path))).toEqual([
      basename(one.packet).replace('.zip', '_1of1.eml'),
    ]);
    expect(await verifyPath(one.mail, one.context)).toMatchObject([
      { name: basename(one.packet), parts: 1, report: { ok: true } },
    ]);
  });
});

describe('an encrypted packet', () => {
  const sealers: readonly [string, string, (packet: string, target: string) => Promise<void>][] = [
    [
      'an AES zip',
      '.zip',
      async (packet, target) => {
        execFileSync('7z', ['a', '-bso0', '-tzip', '-mem=AES256', '-psecret word', target, packet]);
      },
    ],
    [
      'an age file',
      '.zip.age',
      async (_packet, target) => {
        await writeFile(target, Buffer.concat([Buffer.from('age-encryption.org/v1\n'), randomBytes(3 * MB)]));
      },
    ],
  ];

  test.each(sealers)(
    '%s is cut as it is, joins with cat, verifies, and tells nothing',
    async (_, end, seal) => {
      const one = await packetWithLogs({ 'noise.log': 3 * MB });
      const sealed = join(one.folder, basename(one.packet).replace('.zip', end));
      await seal(one.packet, sealed);
      const { drafts } = succeeded(await saveForEmail(sealed, mailOf(one), one.context));
      expect(drafts.length).toBeGreaterThan(2);
      const names = drafts.map(({ attachment }) => basename(attachment.path));
      expect(names.slice(0, 2)).toEqual([`${basename(sealed)}.001`, `${basename(sealed)}.002`]);
      const cat = Buffer.concat(await Promise.all(names.map((name) => readFile(join(one.mail, name)))));
      expect(cat.equals(await readFile(sealed))).toBe(true);
      for (const { bytes } of drafts) expect(bytes).toBeLessThanOrEqual(2 * MB);
      const mails = await readMailsWithPython(drafts.map(({ path }) => path));
      for (const mail of mails) {
        expect(`${mail.subject} ${mail.text}`).not.toMatch(/备份失败|某某|@bank/);
        expect(mail.subject).toMatch(/^CCID F96C9 \| S2 \| [A-Z0-9]{5} \([0-9]\/[0-9]\)$/);
      }
      expect(mails[0]?.attachments.map(({ name }) => name)).toEqual([
        names[0],
        `${basename(sealed)}.parts.json`,
      ]);

      const verified = () => verifyPath(one.mail, one.context);
      expect(await verified()).toMatchObject([{ parts: drafts.length, report: { ok: true } }]);
      const second = join(one.mail, names[1] ?? '');
      const bytes = await readFile(second);
      bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      await writeFile(second, bytes);
      expect(await verified()).toMatchObject([
        { report: { ok: false, problems: [{ code: 'damaged-parts', detail: names[1] }] } },
      ]);
    },
  );

  test('a small one goes as it is', async () => {
    const one = await packetWithLogs({});
    const sealed = join(one.folder, `${basename(one.packet)}.age`);
    await writeFile(sealed, Buffer.concat([Buffer.from('age-encryption.org/v1\n'), randomBytes(9000)]));
    const { drafts } = succeeded(await saveForEmail(sealed, mailOf(one), one.context));
    expect(drafts.map(({ attachment }) => basename(attachment.path))).toEqual([basename(sealed)]);
    expect(await verifyPath(one.mail, one.context)).toMatchObject([{ report: { ok: true } }]);
  });
});

describe('what goes wrong leaves nothing behind', () => {
  test.each(['pack', 'check', 'draft'] as const)('cancelled at the stage %s', async (stage) => {
    const one = await packetWithLogs({ 'noise.log': 3 * MB });
    const cancel = new AbortController();
    const context = sampleContext(one.host, {
      signal: cancel.signal,
      onProgress: (progress) => progress.stage === stage && cancel.abort(),
    });
    expect(await saveForEmail(one.packet, mailOf(one), context)).toEqual({
      ok: false,
      problems: [{ code: 'cancelled' }],
    });
    expect(await readdir(one.mail)).toEqual([]);
  });

  test('a limit below what any message needs; the limit it names will do', async () => {
    const one = await packetWithLogs({ 'noise.log': 3 * MB });
    const refused = await saveForEmail(one.packet, mailOf(one, { maxMessageBytes: 200_000 }), one.context);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'message-limit-too-small' }] });
    expect(await readdir(one.mail)).toEqual([]);
    const [problem] = refused.ok ? [] : refused.problems;
    const maxMessageBytes = problem?.code === 'message-limit-too-small' ? problem.neededBytes : 0;
    expect((await saved(one, { maxMessageBytes })).drafts.length).toBeGreaterThan(1);
  });

  test('a file that is no packet, and a packet that was damaged', async () => {
    const one = await packetWithLogs({ 'noise.log': 3 * MB });
    const other = join(one.folder, 'other.zip');
    await writeFile(other, 'not a zip');
    expect(await saveForEmail(other, mailOf(one), one.context)).toEqual({
      ok: false,
      problems: [{ code: 'not-a-packet', path: other }],
    });
    const bytes = await readFile(one.packet);
    bytes[bytes.length - 1_000_000] = (bytes[bytes.length - 1_000_000] ?? 0) ^ 1;
    await writeFile(one.packet, bytes);
    expect(await saveForEmail(one.packet, mailOf(one), one.context)).toMatchObject({
      ok: false,
      problems: [{ code: 'damaged-packet', path: one.packet }],
    });
    expect(await readdir(one.mail)).toEqual([]);
  });

  test.runIf(canMount())('a disk without room', async () => {
    const one = await packetWithLogs({ 'noise.log': 3 * MB });
    const folder = await smallVolume('size=4m');
    expect(await saveForEmail(one.packet, mailOf(one, { folder }), one.context)).toMatchObject({
      ok: false,
      problems: [{ code: 'not-enough-space', path: folder }],
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

test('done again, and twice at once, the set is there once', async () => {
  const one = await packetWithLogs({ 'noise.log': 3 * MB });
  const [first, second] = await Promise.all([saved(one), saved(one)]);
  const third = await saved(one, { to: ['other@vendor.example'] });
  expect([first, second].map((each) => each.drafts.length)).toEqual([
    third.drafts.length,
    third.drafts.length,
  ]);
  expect((await readdir(one.mail)).length).toBe(2 * third.drafts.length);
  expect(await readMailWithPython(third.drafts[0]?.path ?? '')).toMatchObject({ to: 'other@vendor.example' });
  expect(await verifyPath(one.mail, one.context)).toMatchObject([{ report: { ok: true } }]);
});
