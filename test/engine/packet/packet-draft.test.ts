// Tests of electron/engine/packet/packet-draft.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { PacketDraft } from '#engine/packet/packet-draft.ts';
import { Spool } from '#engine/packet/spool.ts';
import { DraftSummary } from '#shared/schema/draft-summary.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const packed = { offset: 0, packedBytes: 3, bytes: 10, crc32: 0, sha256: 'ab'.repeat(32) };

async function draftOf(paths: readonly string[]): Promise<PacketDraft> {
  const entries = paths.map((path) => ({
    ...{
      ...packed,
      path,
      collector: 'commvault.logs',
      modifiedAt: new Date(0),
      sourcePath: `/secret/${path}`,
    },
  }));
  const empty = { facts: {}, outcomes: [], checklist: [] };
  const contents = { caseReference: '7K3QX', request: sampleRequest(), entries, ...empty };
  return new PacketDraft(contents, await Spool.create(await temporaryFolder()));
}

const logsOf = (draft: PacketDraft) =>
  draft.summary().checklist.find(({ item }) => item === 'commvault-logs')?.state;

test('the summary is what the contract says, and tells no paths of this machine', async () => {
  const draft = await draftOf(['a.log']);
  const summary = DraftSummary.strict().parse(draft.summary());
  expect(summary.files).toMatchObject([
    { path: 'a.log', collector: 'commvault.logs', bytes: 10, packedBytes: 3 },
  ]);
  expect(JSON.stringify(summary)).not.toContain('secret');
  await draft.discard();
});

test('without some files it is another draft, with a checklist of its own', async () => {
  const draft = await draftOf(['a.log', 'b.log']);
  const [some, none] = [draft.without(['a.log', 'unknown']), draft.without(['a.log', 'b.log'])];
  expect(some.summary().files.map(({ path }) => path)).toEqual(['b.log']);
  expect([logsOf(some), logsOf(none)]).toEqual(['provided', 'missing']);
  expect(draft.summary().files).toHaveLength(2);
  await draft.discard();
});
