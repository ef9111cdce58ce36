// Tests of electron/engine/packet/search-again.ts: names that a text tells late are found before that place, and a large text is not
// read to its end for them. Runs in vitest.
import { text as textOf } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { addRedacted, type CollectedFile } from '#engine/packet/add-redacted.ts';
import { searchAgain } from '#engine/packet/search-again.ts';
import { Spool } from '#engine/packet/spool.ts';
import { CaseRedaction } from '#engine/redaction/case-redaction.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;
const MIB = 1024 ** 2;
const filler = (bytes: number) =>
  'Session is alive, no data in the last interval\n'.repeat(Math.ceil(bytes / 47));
/** Alone it may be any word; the field says that it is a machine. */
const MENTIONED = 'the part bjzx-ma-04 was gone\n';
const TOLD = 'hostname=bjzx-ma-04\n';

async function collect(...texts: readonly string[]) {
  const spool = await Spool.create(await temporaryFolder());
  const redaction = CaseRedaction.start('standard', StandIns.fresh(Buffer.alloc(32, 1)));
  const redacting = { spool, redaction, sendBinaries: [] };
  const files: CollectedFile[] = [];
  for (const [at, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    const chunks = (async function* () {
      for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
    })();
    const name = `${at}.log`;
    const place = { source: { kind: 'text', name, text: '' }, collector: 'a.b', folder: 'f', name } as const;
    const opened = { chunks, modifiedAt: new Date(0), outcome: {} };
    const file = await addRedacted(opened, place, redacting, () => undefined, never);
    if ('reason' in file) throw new Error(file.reason);
    files.push(file);
  }
  const unpacked = vi.spyOn(spool, 'readUnpacked');
  const again = await searchAgain(files, redacting, never);
  const readBytes = await Promise.all(
    unpacked.mock.results.map(async ({ value }) => value.bytesWritten as number),
  );
  unpacked.mockRestore();
  const found = await Promise.all(again.files.map((file) => textOf(spool.readUnpacked(file))));
  const results = found.map((text) => text.replaceAll(filler(1), ''));
  await spool.discard();
  return { results, readBytes, packedBytes: files.map(({ packedBytes }) => packedBytes) };
}

test('a name that a text tells after some megabytes is replaced where it stood before', async () => {
  const { results } = await collect(MENTIONED + filler(2 * MIB) + TOLD + MENTIONED);
  expect(results[0]).not.toContain('bjzx-ma-04');
  expect(results[0]?.match(/host-\d+/g)).toHaveLength(3);
});

test('behind the place where the last name was told a text is not read again', async () => {
  const { results, readBytes, packedBytes } = await collect(filler(MIB) + TOLD + filler(24 * MIB));
  expect(results[0]).not.toContain('bjzx-ma-04');
  expect(readBytes).toHaveLength(1);
  expect(readBytes[0]).toBeLessThan((packedBytes[0] as number) / 2);
});

test('a text is read to its end where another one told a name later', async () => {
  const { results } = await collect(`hostname=wzfs-db-07\n${filler(2 * MIB)}${MENTIONED}`, TOLD);
  expect(results[0]).not.toContain('bjzx-ma-04');
  expect(results[0]).not.toContain('wzfs-db-07');
});

test('nothing is read where a text told its names in what was at hand', async () => {
  const { results, readBytes } = await collect(MENTIONED + TOLD + filler(MIB));
  expect(results[0]).not.toContain('bjzx-ma-04');
  expect(readBytes).toEqual([]);
});
