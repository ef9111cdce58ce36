// Tests of `verify` on zips made to exhaust or deceive whoever looks into them: bounded time, bounded memory, one verdict.
// The zips are made byte by byte. Runs in vitest.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { verifyReceived } from '#engine/encryption/verify-received.ts';
import type { VerifyReport } from '#engine/packet/verify-packet.ts';
import { handMadeZip } from '#test/fixtures/hand-made-zip.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

async function fileWith(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'packet.zip');
  await writeFile(path, bytes);
  return path;
}

/** What is said of it, how long that took, and how much memory it needed at its peak. */
async function judged(path: string): Promise<VerifyReport & { seconds: number; grownMb: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const started = performance.now();
  const report = await verifyReceived(path, { identities: [] }, quiet);
  clearInterval(timer);
  peak = Math.max(peak, process.memoryUsage().rss);
  return { ...report, seconds: (performance.now() - started) / 1000, grownMb: (peak - before) / 1024 ** 2 };
}

const manifest = (files: readonly object[] = []) => ({
  name: 'manifest.json',
  data: JSON.stringify({ formatVersion: 1, caseReference: '7K3QX', files, outcomes: [] }),
});

const listed = (path: string, bytes: number) => ({
  ...{
    path,
    bytes,
    sha256: 'a'.repeat(64),
    collector: 'x',
    modifiedAt: '2026-11-20T10:00:00Z',
    redactions: 0,
  },
});

/** One entry's bytes under many names: the directory points at the same place again and again. */
function overlapping(names: readonly string[], plain: Buffer, first: { name: string; data: string }): Buffer {
  const packed = deflateRawSync(plain);
  const checksum = crc32(plain);
  const fields = (name: string) => {
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(checksum, 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(plain.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    return header;
  };
  const start = handMadeZip([first]);
  const directoryAt = start.readUInt32LE(start.length - 6);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    fields(names[0] ?? ''),
    Buffer.from(names[0] ?? ''),
    packed,
  ]);
  const entries = names.map((name) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(directoryAt, 10);
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), fields(name), rest, Buffer.from(name)]);
  });
  const directory = Buffer.concat([start.subarray(directoryAt, -22), ...entries]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(names.length + 1, 8);
  end.writeUInt16LE(names.length + 1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(directoryAt + local.length, 16);
  return Buffer.concat([start.subarray(0, directoryAt), local, directory, end]);
}

const SHA256_OF_NOTHING = createHash('sha256').digest('hex');

describe('bombs', () => {
  test('one entry under 60,000 names, each of them promised', async () => {
    const plain = Buffer.alloc(10 * 1024 ** 2);
    const names = Array.from({ length: 60_000 }, (_, at) => `a/${at}.log`);
    const files = names.map((name) => listed(name, plain.length));
    const path = await fileWith(overlapping(names, plain, manifest(files)));
    const report = await judged(path);
    expect(report).toMatchObject({
      ok: false,
      problems: [{ code: 'not-a-packet', detail: 'entries overlap' }],
    });
    expect(report.seconds).toBeLessThan(60);
    expect(report.grownMb).toBeLessThan(400);
  }, 120_000);

  test('a manifest that unpacks to a thousand times its size', async () => {
    const long = { name: 'manifest.json', data: Buffer.alloc(140 * 1024 ** 2, ' ') };
    const report = await judged(await fileWith(handMadeZip([long])));
    expect(report).toMatchObject({ ok: false, problems: [{ code: 'not-a-packet' }] });
    expect(report.grownMb).toBeLessThan(200);
  }, 120_000);

  test.each([
    ['empty lists', Buffer.alloc(30_000_000, '[],')],
    ['lists in lists', Buffer.alloc(30_000_000, '[')],
  ])(
    'a manifest of millions of %s',
    async (_what, filling) => {
      const data = Buffer.concat([Buffer.from('{"formatVersion":1,"files":['), filling]);
      const report = await judged(await fileWith(handMadeZip([{ name: 'manifest.json', data }])));
      expect(report).toMatchObject({ ok: false, problems: [{ code: 'not-a-packet' }] });
      expect(report.grownMb).toBeLessThan(400);
    },
    120_000,
  );

  test('a manifest nested deeply, but not large', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const data = `{"formatVersion":1,"caseReference":"x","files":${deep},"outcomes":[]}`;
    expect(await judged(await fileWith(handMadeZip([{ name: 'manifest.json', data }])))).toMatchObject({
      ok: false,
      problems: [{ code: 'not-a-packet' }],
    });
  });
});

/**
 * Python writes as many entries as one likes, and 64-bit directories.
 * @param promised whether the manifest lists them.
 */
async function zipOf(count: number, promised = false): Promise<string> {
  const path = join(await temporaryFolder(), 'many.zip');
  const program = `
import json, sys, zipfile
empty = {"bytes": 0, "sha256": sys.argv[3], "collector": "x", "modifiedAt": "2026-11-20T10:00:00Z", "redactions": 0}
files = [{"path": "x/%d" % at, **empty} for at in range(int(sys.argv[2]))] if sys.argv[4] == "true" else []
manifest = {"formatVersion": 1, "caseReference": "7K3QX", "files": files, "outcomes": []}
with zipfile.ZipFile(sys.argv[1], "w") as zip:
    zip.writestr("manifest.json", json.dumps(manifest))
    for at in range(int(sys.argv[2])):
        zip.writestr("x/%d" % at, b"")
`;
  await promisify(execFile)('python3', [
    '-c',
    program,
    path,
    String(count),
    SHA256_OF_NOTHING,
    String(promised),
  ]);
  return path;
}

describe('many entries', () => {
  test('70,000 that nobody promised are counted, the first thousand named', async () => {
    const report = await judged(await zipOf(70_000));
    expect(report).toMatchObject({ ok: false, problems: [{ code: 'files-differ', detail: '70000' }] });
    expect(report.files).toHaveLength(1000);
    expect(report.seconds).toBeLessThan(60);
    expect(report.grownMb).toBeLessThan(300);
  }, 120_000);

  test('65,536 and more that are promised make a sound packet', async () => {
    for (const count of [65_534, 65_535, 65_536]) {
      const report = await judged(await zipOf(count, true));
      expect(report).toMatchObject({ ok: true, problems: [] });
      expect(report.files).toHaveLength(count);
    }
  }, 180_000);

  test('a directory that claims more than it holds', async () => {
    const zip = handMadeZip([manifest()]);
    for (const count of [0, 2, 60_000]) {
      zip.writeUInt16LE(count, zip.length - 14);
      zip.writeUInt16LE(count, zip.length - 12);
      expect(await judged(await fileWith(zip))).toMatchObject({ ok: false, files: [] });
    }
  });
});

describe('names', () => {
  test('of 60,000 characters are shown by their beginning', async () => {
    const zip = handMadeZip([manifest(), { name: `${'../'.repeat(20_000)}etc/passwd`, data: 'x' }]);
    const { files, ok } = await judged(await fileWith(zip));
    expect(ok).toBe(false);
    expect(files).toEqual([{ path: `${'../'.repeat(66)}..…`, bytes: 1, state: 'unsafe-name' }]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is a name like any other', async (name) => {
    const report = await judged(await fileWith(handMadeZip([manifest(), { name, data: 'x' }])));
    expect(report.files).toEqual([{ path: name, bytes: 1, state: 'extra' }]);
  });
});

describe('encrypted ones', () => {
  test('an age file that ends in its header, or has an endless one', async () => {
    const key = 'AGE-SECRET-KEY-1'.padEnd(74, 'Q');
    for (const text of [
      'age-encryption.org/v1\n',
      `age-encryption.org/v1\n${'-> X25519 a\n'.repeat(90_000)}`,
    ]) {
      const path = await fileWith(Buffer.from(text));
      expect(await verifyReceived(path, { identities: [] }, quiet)).toMatchObject({
        problems: [{ code: 'needs-identity' }],
      });
      const opened = await verifyReceived(path, { identities: [key] }, quiet);
      expect(opened).toMatchObject({ ok: false, files: [] });
    }
  });

  test('a password zip inside a password zip is not opened further', async () => {
    const inner = handMadeZip([{ name: 'case.json', data: 'x', encrypted: true }]);
    const outer = handMadeZip([manifest(), { name: 'inner.zip', data: inner }]);
    expect(await judged(await fileWith(outer))).toMatchObject({ ok: false });
  });
});
