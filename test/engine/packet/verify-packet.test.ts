// Tests of electron/engine/packet/verify-packet.ts with packets made by hand, most of them hostile. Runs in vitest.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type VerifyReport, verifyPacket } from '#engine/packet/verify-packet.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { type HandMadeEntry, handMadeZip } from '#test/fixtures/hand-made-zip.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const LOG = { name: 'collected/commvault/logs/Instance001/CVD.log', data: 'heartbeat\n'.repeat(1000) };
const CASE = { name: 'case.json', data: '{}' };
/** The zip as it stands in a file that begins with something else, with offsets that fit. */
function behind(start: Buffer, zip: Buffer): Buffer {
  const moved = Buffer.from(zip);
  const directoryAt = moved.readUInt32LE(moved.length - 6);
  moved.writeUInt32LE(directoryAt + start.length, moved.length - 6);
  for (let at = moved.indexOf('PK\x01\x02', directoryAt, 'latin1'); at >= 0; ) {
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + start.length, at + 42);
    at = moved.indexOf('PK\x01\x02', at + 4, 'latin1');
  }
  return Buffer.concat([start, moved]);
}

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

/** The manifest that fits these entries, with changes. */
function manifestOf(entries: readonly HandMadeEntry[], changes: object = {}): HandMadeEntry {
  const files = entries.map(({ name, data }) => ({
    path: name,
    bytes: Buffer.byteLength(data),
    sha256: createHash('sha256').update(data).digest('hex'),
    collector: 'commvault.logs',
    modifiedAt: '2026-11-20T10:00:00+08:00',
    redactions: 0,
  }));
  const manifest = { formatVersion: 1, caseReference: '7K3QX', files, outcomes: [], ...changes };
  return { name: 'manifest.json', data: JSON.stringify(manifest) };
}

async function verify(
  bytes: Buffer,
  context: Parameters<typeof verifyPacket>[1] = quiet,
): Promise<VerifyReport> {
  const path = join(await temporaryFolder(), 'packet.zip');
  await writeFile(path, bytes);
  return verifyPacket(path, context);
}

/** @param listed what the manifest lists. @param held what the zip holds. */
const verifyHeld = (listed: HandMadeEntry[], held: HandMadeEntry[]) =>
  verify(handMadeZip([manifestOf(listed), ...held]));

const stateOf = (report: VerifyReport, path: string) =>
  report.files.filter((file) => file.path === path).map(({ state }) => state);

test('a packet that is as its manifest says', async () => {
  const seen: Progress[] = [];
  const context = { ...quiet, onProgress: (progress: Progress) => seen.push(progress) };
  const report = await verify(handMadeZip([CASE, manifestOf([CASE, LOG]), LOG]), context);
  expect(report).toEqual({
    ok: true,
    caseReference: '7K3QX',
    files: [
      { path: CASE.name, bytes: 2, state: 'ok' },
      { path: LOG.name, bytes: 10_000, state: 'ok' },
    ],
    problems: [],
  });
  expect(seen[0]).toMatchObject({ stage: 'check', totalFiles: 2, totalBytes: 10_002 });
});

test('a packet whose manifest is too long to be read in one go', async () => {
  const logs = Array.from({ length: 9000 }, (_, at) => ({
    name: `logs/${at}.log`,
    data: `${at} ${Math.sin(at)}`,
  }));
  expect(await verifyHeld(logs, logs)).toMatchObject({ ok: true, problems: [] });
});

describe('files that differ', () => {
  const differs = { ok: false, caseReference: '7K3QX', problems: [{ code: 'files-differ', detail: '1' }] };

  test('one is missing', async () => {
    const report = await verifyHeld([CASE, LOG], [CASE]);
    expect(report).toMatchObject(differs);
    expect(stateOf(report, LOG.name)).toEqual(['missing']);
  });

  test('one is too many', async () => {
    const report = await verifyHeld([CASE], [CASE, LOG]);
    expect(report).toMatchObject(differs);
    expect(stateOf(report, LOG.name)).toEqual(['extra']);
  });

  test('one byte was changed, with a checksum that fits', async () => {
    const report = await verifyHeld([LOG], [{ ...LOG, data: LOG.data.replace('h', 'H') }]);
    expect(report).toMatchObject(differs);
    expect(stateOf(report, LOG.name)).toEqual(['wrong-hash']);
  });

  test('the checksum is wrong, the bytes are right', async () => {
    const report = await verifyHeld([LOG], [{ ...LOG, claims: { crc32: 1 } }]);
    expect(stateOf(report, LOG.name)).toEqual(['wrong-hash']);
  });

  test('the same name twice: the second hides the first from some readers', async () => {
    const evil = { ...LOG, data: 'something else' };
    for (const held of [
      [LOG, evil],
      [evil, LOG],
    ]) {
      const report = await verifyHeld([LOG], held);
      expect(report.ok).toBe(false);
      expect(stateOf(report, LOG.name)).toContain('duplicate');
    }
  });

  test('the same name in other letters, which Windows takes for the same', async () => {
    const other = { ...LOG, name: LOG.name.toUpperCase() };
    const report = await verifyHeld([LOG, other], [LOG, other]);
    expect(stateOf(report, other.name)).toContain('duplicate');
  });
});

describe('names and kinds that could harm', () => {
  test.each([
    ['../../etc/cron.d/x'],
    ['/etc/passwd'],
    ['C:/Windows/x.dll'],
    ['a\\..\\b'],
    ['con.txt'],
    ['dir/'],
    ['photo\u202egnp.exe'],
    [`${'x'.repeat(201)}`],
  ])('%j, even if the manifest lists it', async (name) => {
    const evil = { name, data: name.endsWith('/') ? '' : 'x' };
    const report = await verifyHeld([CASE, evil], [CASE, evil]);
    expect(report.ok).toBe(false);
    expect(stateOf(report, name.length > 200 ? `${name.slice(0, 200)}…` : name)).toContain('unsafe-name');
  });

  test('a symbolic link, even if its bytes fit', async () => {
    const link = { name: 'attachments/link', data: '/etc/passwd', mode: 0o120777 };
    expect(stateOf(await verifyHeld([link], [link]), link.name)).toContain('unsafe-name');
  });
});

test('a name that differs between the directory and the file’s own header', async () => {
  const report = await verifyHeld([LOG], [{ ...LOG, localName: '../../etc/cron.d/x' }]);
  expect(stateOf(report, LOG.name)).toEqual(['wrong-hash']);
});

describe('bombs', () => {
  const zeros = Buffer.alloc(200 * 1024 ** 2);

  test('an entry that unpacks to more than its header and the manifest say', async () => {
    const bomb = { name: 'bomb.log', data: zeros, claims: { bytes: 10 } };
    const listed = { name: 'bomb.log', data: Buffer.alloc(10) };
    const bytes = handMadeZip([manifestOf([listed]), bomb]);
    const before = process.memoryUsage().rss;
    const report = await verify(bytes);
    expect(stateOf(report, 'bomb.log')).toEqual(['wrong-hash']);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2);
  });

  test('a large one is given up as soon as it is longer than it says', async () => {
    const says = 2 * 1024 ** 2;
    const bomb = { name: 'bomb.log', data: zeros, claims: { bytes: says } };
    const listed = { name: 'bomb.log', data: Buffer.alloc(says) };
    let mostBytes = 0;
    const onProgress = ({ doneBytes }: Progress) => {
      mostBytes = Math.max(mostBytes, doneBytes);
    };
    const report = await verify(handMadeZip([manifestOf([listed]), bomb]), { ...quiet, onProgress });
    expect(stateOf(report, 'bomb.log')).toEqual(['wrong-hash']);
    expect(mostBytes).toBeLessThanOrEqual(says);
  });

  test('an entry that is honest about being larger than the manifest says is not unpacked at all', async () => {
    const report = await verifyHeld([{ name: 'bomb.log', data: '' }], [{ name: 'bomb.log', data: zeros }]);
    expect(stateOf(report, 'bomb.log')).toEqual(['wrong-hash']);
  });
});

describe('what is no packet, or none that we know', () => {
  const refused = (code: string, detail: unknown = expect.any(String)) => ({
    ok: false,
    files: [],
    problems: [{ code, detail }],
  });

  test('an encrypted entry', async () => {
    const report = await verifyHeld([LOG], [{ ...LOG, encrypted: true }]);
    expect(report).toEqual(refused('encrypted', LOG.name));
  });

  test('a format of the future', async () => {
    const report = await verify(handMadeZip([manifestOf([CASE], { formatVersion: 2 }), CASE]));
    expect(report).toEqual(refused('unknown-format', 'formatVersion'));
  });

  test('a manifest of another shape, or that is no JSON', async () => {
    const shapeless = manifestOf([], { files: 'none' });
    expect(await verify(handMadeZip([shapeless]))).toEqual(refused('unknown-format', 'files'));
    const noJson = { name: 'manifest.json', data: '{' };
    expect(await verify(handMadeZip([noJson]))).toEqual(refused('unknown-format', 'JSON'));
  });

  test('a manifest that is damaged', async () => {
    const broken = { ...manifestOf([CASE]), claims: { crc32: 7 } };
    expect(await verify(handMadeZip([broken, CASE]))).toEqual(refused('not-a-packet'));
  });

  test('a zip without a manifest', async () => {
    expect(await verify(handMadeZip([CASE]))).toEqual(refused('not-a-packet', 'manifest.json'));
  });

  test('a zip that was cut off anywhere', async () => {
    const whole = handMadeZip([manifestOf([CASE, LOG]), CASE, LOG]);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const report = await verify(whole.subarray(0, Math.floor(whole.length * share)));
      expect(report).toEqual(refused('not-a-packet'));
    }
  });

  test('a zip with something hidden behind it', async () => {
    const whole = handMadeZip([manifestOf([CASE]), CASE]);
    const report = await verify(Buffer.concat([whole, Buffer.from('hidden payload')]));
    expect(report).toEqual(refused('not-a-packet'));
  });

  test('a zip with something hidden before it: a program that unpacks itself', async () => {
    const whole = handMadeZip([manifestOf([CASE]), CASE]);
    for (const stub of [Buffer.from('MZ'), Buffer.alloc(5_000, 'MZ program ')]) {
      expect(await verify(behind(stub, whole))).toEqual(refused('not-a-packet', 'data outside the entries'));
      // Readers differ in whether they find the entries of such a file at all.
      expect((await verify(Buffer.concat([stub, whole]))).ok).toBe(false);
    }
  });

  test('a zip with something hidden between its entries', async () => {
    const whole = handMadeZip([manifestOf([CASE]), CASE]);
    const gap = Buffer.alloc(5_000, 'PK\x03\x04 another entry, which only some readers find');
    const directoryAt = whole.readUInt32LE(whole.length - 6);
    const grown = Buffer.concat([whole.subarray(0, directoryAt), gap, whole.subarray(directoryAt)]);
    grown.writeUInt32LE(directoryAt + gap.length, grown.length - 6);
    expect(await verify(grown)).toEqual(refused('not-a-packet', 'data outside the entries'));
  });

  test('a whole packet in the comment of another zip: readers differ in which of the two they open', async () => {
    const evil = handMadeZip([{ name: 'evil.exe', data: 'MZ'.repeat(500) }]);
    const packet = behind(evil, handMadeZip([manifestOf([CASE]), CASE])).subarray(evil.length);
    evil.writeUInt16LE(packet.length, evil.length - 2);
    expect(await verify(Buffer.concat([evil, packet]))).toEqual(
      refused('not-a-packet', 'data outside the entries'),
    );
  });

  test('a comment that another program added is no harm', async () => {
    const whole = handMadeZip([manifestOf([CASE]), CASE]);
    whole.writeUInt16LE(5, whole.length - 2);
    expect(await verify(Buffer.concat([whole, Buffer.from('hello')]))).toMatchObject({ ok: true });
  });

  test('a zip that was damaged on the way', async () => {
    const whole = handMadeZip([manifestOf([LOG]), LOG]);
    const at = whole.lastIndexOf(Buffer.from(LOG.name), whole.length - 100) - 60;
    whole.fill(0xff, at, at + 8);
    expect((await verify(whole)).ok).toBe(false);
  });

  test('something else altogether, or nothing', async () => {
    expect(await verify(Buffer.from('this is no zip'))).toEqual(refused('not-a-packet'));
    expect(await verify(Buffer.alloc(0))).toEqual(refused('not-a-packet'));
  });

  test('a file that is not there, and a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'x.zip'));
    expect(await verifyPacket(join(folder, 'none.zip'), quiet)).toEqual(refused('cannot-read', 'ENOENT'));
    expect(await verifyPacket(join(folder, 'x.zip'), quiet)).toEqual(refused('cannot-read', 'EISDIR'));
  });
});

test('cancelling is no verdict', async () => {
  const bytes = handMadeZip([manifestOf([LOG]), LOG]);
  await expect(verify(bytes, { ...quiet, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});
