// Whole cases with planted names and secrets: none may be in the packet, in any encoding, archive, name or fact; what cannot
// be redacted stays here; a leak costs the packet. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { deliverCase } from '#engine/deliver-case.ts';
import { withKeywords, withReleased } from '#engine/draft-case.ts';
import { addRedacted } from '#engine/packet/add-redacted.ts';
import type { PacketDraft } from '#engine/packet/packet-draft.ts';
import { openText } from '#engine/packet/text-chunks.ts';
import { viewFile } from '#engine/packet/view-file.ts';
import { CaseRedaction } from '#engine/redaction/case-redaction.ts';
import { createRedactor } from '#engine/redaction/redactor.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import { type CaseOnLinux, caseOnLinux, succeeded } from '#test/fixtures/case-on-linux.ts';
import { handMadeZip } from '#test/fixtures/hand-made-zip.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { sampleRedacting } from '#test/fixtures/redacting.ts';
import { unpack } from '#test/fixtures/unpack.ts';

const LOGS = 'collected/commvault/logs/Instance001';
const CANARIES = [
  'bkp-prod-07',
  '10.23.45.67',
  'Hunter2Secret',
  'zhang.wei',
  'corp.example.cn',
  'late-known-99',
];
const LINE =
  '1234 5678 11/20 10:00:00 ### client=bkp-prod-07 at bkp-prod-07.corp.example.cn [10.23.45.67] version 11.0.80.160\n' +
  '1234 5678 11/20 10:00:01 ### login zhang.wei@corp.example.cn password=Hunter2Secret! 主机bkp-prod-07失败\n';

let machine: CaseOnLinux;

beforeEach(async () => {
  machine = await caseOnLinux();
});

/** The planted logs as the only contents of a draft. */
async function draftOf(
  logs: Readonly<Record<string, string | Buffer>>,
  changes: Parameters<CaseOnLinux['prepare']>[0] = {},
): Promise<PacketDraft> {
  await plantFiles(
    machine.folder,
    Object.fromEntries(Object.entries(logs).map(([name, bytes]) => [`logs/${name}`, bytes])),
  );
  const only = { screenshots: [], attachments: [], logDirs: ['/logs'], only: ['commvault.logs'] };
  const request = { ...only, redaction: 'standard' as const, ...changes };
  return succeeded(await machine.prepare(request, { allowIncomplete: true }));
}

async function packetOf(draft: PacketDraft): Promise<Map<string, Buffer>> {
  const delivery = { folder: machine.output, withhold: [] };
  const receipt = succeeded(await deliverCase(draft, delivery, machine.context));
  return (await unpack(receipt.packetPath)).files;
}

/** Every way in which bytes may hold a text. */
function textsOf(bytes: Buffer): string[] {
  const swapped = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
  return [bytes.toString('latin1'), bytes.toString('utf16le'), swapped.toString('utf16le')];
}

function canariesIn(files: ReadonlyMap<string, Buffer>): string[] {
  const held = [...files].flatMap(([path, bytes]) => [
    path,
    ...textsOf(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes),
  ]);
  return CANARIES.filter((canary) => held.some((text) => text.includes(canary)));
}

test('no planted name or secret is in the packet: contents in every encoding, archives, names, facts, the words of the user', async () => {
  const zip = handMadeZip([{ name: 'bkp-prod-07_cvd.log', data: LINE }]);
  const wide = Buffer.from(LINE, 'utf16le');
  const files = await packetOf(
    await draftOf(
      {
        'a.log': LINE,
        'a-first.log': 'seen late-known-99 before anything says what it is\n',
        'b.log.gz': gzipSync(LINE),
        'bkp-prod-07_cvd.log': LINE,
        'bom.log': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(LINE)]),
        'wide.log': wide,
        'swapped.log': Buffer.from(wide).swap16(),
        'gbk.log': execFileSync('iconv', ['-f', 'utf8', '-t', 'gb18030'], { input: LINE }),
        'rolled.log.bz2': execFileSync('bzip2', ['-c'], { input: LINE }),
        'z.zip': zip,
        'z-last.log': 'client=late-known-99\n',
      },
      { description: 'bkp-prod-07 at 10.23.45.67 fails', title: 'bkp-prod-07' },
    ),
  );
  expect(canariesIn(files)).toEqual([]);
  const text = String(files.get(`${LOGS}/a.log`));
  expect(text).toMatch(
    /client=host-\d+ at host-\d+\.\S*domain-\d+ \[10\.x\d+\.\d+\.\d+\] version 11\.0\.80\.160\n/,
  );
  expect(text).toMatch(/password=\*\*\* 主机host-\d+失败\n$/);
  expect(gunzipSync(files.get(`${LOGS}/b.log.gz`) ?? Buffer.alloc(0)).toString()).toBe(text);
  expect(gunzipSync(files.get(`${LOGS}/rolled.log.gz`) ?? Buffer.alloc(0)).toString()).toBe(text);
  expect(files.get(`${LOGS}/wide.log`)?.toString('utf16le')).toBe(text);
  expect(String(files.get(`${LOGS}/a-first.log`))).toMatch(/^seen host-\d+ before/);
  await writeFile(join(machine.output, 'z.zip'), files.get(`${LOGS}/z.zip`) ?? '');
  const listed = await unpack(join(machine.output, 'z.zip'));
  expect([...listed.files].map(([name, bytes]) => [name.replace(/\d+/, 'N'), String(bytes)])).toEqual([
    ['host-N_cvd.log', text],
  ]);
});

test('what cannot be redacted stays here with its reason, and the rest goes on', async () => {
  const draft = await draftOf({
    'a.log': LINE,
    'b.dat': Buffer.concat([
      Buffer.from([0, 1, 2, 0, 0xff, 0]),
      Buffer.alloc(600, 7),
      Buffer.from('bkp-prod-07'),
    ]),
    'c.log.gz': gzipSync(LINE).subarray(0, 60),
    'd.7z': Buffer.from('377abcaf271c0004', 'hex'),
    'e.zip': handMadeZip([
      { name: 'in.zip', data: handMadeZip([{ name: 'deep.gz', data: gzipSync(gzipSync('x')) }]) },
    ]),
    'f.log.gz': gzipSync(Buffer.alloc(80 * 1024 ** 2)),
    'g.log': Buffer.from(
      Array.from('\ufeffutf-32 of bkp-prod-07', (char) => [
        char.charCodeAt(0) & 255,
        char.charCodeAt(0) >> 8,
        0,
        0,
      ]).flat(),
    ),
    'h.zip': handMadeZip([{ name: 'a.log', data: LINE, encrypted: true }]),
  });
  const reasons = draft
    .summary()
    .redaction.withheld.map(({ path, reason }) => [path.split('/').at(-1), reason]);
  expect(reasons.sort()).toEqual([
    ['b.dat', 'binary'],
    ['c.log.gz', 'archive-damaged'],
    ['d.7z', 'archive'],
    ['e.zip', 'archive-too-deep'],
    ['f.log.gz', 'archive-too-large'],
    ['g.log', 'unknown-encoding'],
    ['h.zip', 'archive'],
  ]);
  const files = await packetOf(draft);
  expect(files.has(`${LOGS}/a.log`)).toBe(true);
  expect(files.has(`${LOGS}/b.dat`)).toBe(false);
  const sheet = CaseSheet.parse(JSON.parse(String(files.get('case.json'))));
  expect(sheet.redaction.withheld).toHaveLength(7);
  expect(String(files.get('case.html'))).toContain('b.dat');
});

test.each([
  [
    'throws',
    'redaction-failed',
    () => {
      throw new Error('bug');
    },
  ],
  [
    'comes to no end',
    'time-limit',
    (chunk: Buffer) => {
      const late = performance.now() + 200_000;
      vi.spyOn(performance, 'now').mockReturnValue(late);
      return chunk;
    },
  ],
])('a redaction that %s costs the file, of which nothing stays in the spool', async (_, reason, write) => {
  onTestFinished(() => void vi.restoreAllMocks());
  const redacting = await sampleRedacting();
  const standIns = StandIns.fresh(Buffer.alloc(32, 1));
  const broken = {
    ...createRedactor({ level: 'standard', standIns }),
    openText: () => ({
      write,
      end: () => Buffer.alloc(0),
      counts: new Map(),
    }),
  };
  const place = {
    source: { kind: 'text', name: 'a', text: LINE },
    collector: 'a.b',
    folder: 'f',
    name: 'a',
  } as const;
  const added = await addRedacted(
    openText(Buffer.from(LINE), new Date(0), {}),
    place,
    { ...redacting, redaction: new CaseRedaction(standIns, broken) },
    () => undefined,
    new AbortController().signal,
  );
  expect(added).toEqual({ ...place, reason });
  await redacting.spool.finish();
  expect(String(await readFile(join(redacting.spool.folder, 'spool')))).toBe('');
  await redacting.spool.discard();
});

test('the seal check finds what redaction missed: no packet, the file named, never the name', async () => {
  const draft = await draftOf({ 'a.log': LINE, 'b.log': 'nothing\n' });
  // Seen by the map only, as if the scanner had a hole.
  draft.redacting.redaction.standIns.everywhere('host', 'nothing');
  const delivered = await deliverCase(draft, { folder: machine.output, withhold: [] }, machine.context);
  expect(delivered).toEqual({
    ok: false,
    problems: [{ code: 'leak-found', path: `${LOGS}/b.log`, rule: 'host' }],
  });
  expect(await readdir(machine.output)).toEqual([]);
  const again = { folder: machine.output, withhold: [`${LOGS}/b.log`] };
  succeeded(await deliverCase(draft, again, machine.context));
});

test('a later packet of the case has the same reference and the same stand-ins; the map is this user’s only', async () => {
  const first = await draftOf({ 'a.log': LINE });
  const files = await packetOf(first);
  const followUp = first.caseReference;
  const second = await draftOf({ 'a.log': LINE, '0.log': 'client=another-host-11\n' }, { followUp });
  expect(second.caseReference).toBe(followUp);
  const later = await packetOf(second);
  expect(String(later.get(`${LOGS}/a.log`))).toBe(String(files.get(`${LOGS}/a.log`)));
  const map = join(machine.context.dataFolder, 'cases', `${followUp}.stand-ins.json`);
  expect((await stat(map)).mode & 0o777).toBe(0o600);
  expect([...later.keys()].join()).not.toContain('stand-ins');
  const unknown = await machine.prepare(
    { followUp: '22222', redaction: 'standard' },
    { allowIncomplete: true },
  );
  expect(unknown).toEqual({ ok: false, problems: [{ code: 'no-stand-ins', caseReference: '22222' }] });
});

test('a later packet at level off keeps the names of the earlier one, replaces the keywords of both, and is sealed', async () => {
  const first = await draftOf({ 'a.log': `${LINE}of aurora-x\n` }, { keywords: ['aurora-x'] });
  await packetOf(first);
  const changes = { followUp: first.caseReference, redaction: 'off' as const, keywords: ['borealis-y'] };
  const later = await packetOf(await draftOf({ 'a.log': `${LINE}of aurora-x, borealis-y\n` }, changes));
  const text = String(later.get(`${LOGS}/a.log`));
  expect(text).toContain('bkp-prod-07.corp.example.cn [10.23.45.67]');
  expect(text).toMatch(/of keyword-1, keyword-2\n$/);
});

test('a keyword given during review is replaced in everything; a held back binary may be let go', async () => {
  const draft = await draftOf({
    'a.log': '曙光项目 plan aurora-x\n',
    'b.dat': Buffer.from([0, 1, 2, 0, 3, 0, 9, 255]),
  });
  const { signal } = machine.context;
  const changed = await withKeywords(draft, ['曙光项目', 'aurora-x'], signal);
  const page = await viewFile(changed, `${LOGS}/a.log`, 0, signal);
  expect(page.segments.map(({ text, original, rule }) => [text, original, rule])).toEqual([
    ['keyword-1', '曙光项目', 'keyword'],
    [' plan ', undefined, undefined],
    ['keyword-2', 'aurora-x', 'keyword'],
    ['\n', undefined, undefined],
  ]);
  const released = await withReleased(changed, `${LOGS}/b.dat`, machine.context);
  expect(released.summary().redaction.withheld).toEqual([]);
  expect(released.summary().files.find(({ path }) => path.endsWith('b.dat'))?.unredacted).toBe(true);
  const files = await packetOf(released);
  expect(String(files.get(`${LOGS}/a.log`))).toBe('keyword-1 plan keyword-2\n');
});

test('level off leaves all but secrets', async () => {
  const files = await packetOf(
    await draftOf({ 'a.log': LINE, 'b.dat': Buffer.from([0, 1, 0, 2]) }, { redaction: 'off' }),
  );
  expect(canariesIn(files)).toEqual(
    CANARIES.filter((one) => !['Hunter2Secret', 'late-known-99'].includes(one)),
  );
  expect(files.has(`${LOGS}/b.dat`)).toBe(true);
});
