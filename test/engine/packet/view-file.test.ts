// Tests of electron/engine/packet/view-file.ts: pages of a file in every encoding join to the whole text. Runs in vitest.
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { PacketDraft } from '#engine/packet/packet-draft.ts';
import { viewFile } from '#engine/packet/view-file.ts';
import { caseOnLinux, succeeded } from '#test/fixtures/case-on-linux.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';

const LOGS = 'collected/commvault/logs/Instance001';
const LINES = Array.from(
  { length: 6000 },
  (_, at) => `${at} 备份作业 client=bkp-prod-07 line ${'x'.repeat(at % 40)}\r\n`,
);
const TEXT = LINES.join('');
const wide = Buffer.from(TEXT, 'utf16le');

async function draftOf(logs: Readonly<Record<string, Buffer | string>>): Promise<PacketDraft> {
  const machine = await caseOnLinux();
  const files = Object.entries(logs).map(([name, bytes]) => [`logs/${name}`, bytes] as const);
  await plantFiles(machine.folder, Object.fromEntries(files));
  const only = { screenshots: [], attachments: [], logDirs: ['/logs'], only: ['commvault.logs'] };
  return succeeded(await machine.prepare({ ...only, redaction: 'standard' }, { allowIncomplete: true }));
}

const never = new AbortController().signal;

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
  ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]).swap16()],
  ['gzip', gzipSync(TEXT)],
])('%s: pages begin with lines, join to the text, and show what stood where', async (_, bytes) => {
  const path = `${LOGS}/${bytes[0] === 0x1f ? 'a.log.gz' : 'a.log'}`;
  const draft = await draftOf({ [path.slice(LOGS.length + 1)]: bytes });
  const { pages } = await viewFile(draft, path, 0, never);
  expect(pages).toBeGreaterThan(3);
  let before = '';
  for (let page = 0; page < pages; page += 1) {
    const { segments } = await viewFile(draft, path, page, never);
    const original = segments.map((segment) => segment.original ?? segment.text).join('');
    expect(original).toMatch(/^\ufeff?\d+ 备份/);
    expect(segments.filter(({ rule }) => rule === 'host').every(({ text }) => /^host-\d+$/.test(text))).toBe(
      true,
    );
    before += original;
  }
  expect(before.replace('\ufeff', '')).toBe(TEXT);
});

it('a line without an end is cut where the page ends, and no byte is shown twice', async () => {
  const line = 'ab '.repeat(100_000);
  const draft = await draftOf({ 'a.log': line });
  const { pages } = await viewFile(draft, `${LOGS}/a.log`, 0, never);
  const shown = [];
  for (let page = 0; page < pages; page += 1)
    shown.push(...(await viewFile(draft, `${LOGS}/a.log`, page, never)).segments);
  expect(shown.map(({ text }) => text).join('')).toBe(line);
});

it('says that there is no such file', async () => {
  const draft = await draftOf({ 'a.log': 'x\n' });
  await expect(viewFile(draft, `${LOGS}/none.log`, 0, never)).rejects.toThrow();
});
