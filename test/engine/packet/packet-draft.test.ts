// Tests of electron/engine/packet/packet-draft.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { PacketDraft } from '#engine/packet/packet-draft.ts';
import { DraftSummary } from '#shared/schema/draft-summary.ts';
import { sampleRedacting } from '#test/fixtures/redacting.ts';
import { sampleEntry } from '#test/fixtures/sample-entry.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

async function draftOf(paths: readonly string[]): Promise<PacketDraft> {
  const entries = paths.map((path) =>
    sampleEntry(path, {
      ...{ bytes: 10, packedBytes: 3, sourcePath: `/secret/${path}` },
      redactions: [{ rule: 'host', count: 2 }],
    }),
  );
  const nothing = { facts: {}, outcomes: [] };
  const request = sampleRequest();
  const contents = {
    ...{ caseReference: '7K3QX', request, entries, ...nothing, checklist: [] },
    heldBack: [{ ...sampleEntry('b.evtx'), reason: 'binary' as const }],
  };
  const gathered = { caseReference: '7K3QX', request, ...nothing, files: [], heldBack: [] };
  return new PacketDraft(contents, await sampleRedacting(), gathered);
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

test('the summary counts what was replaced, and names what stays here with its reason', async () => {
  const draft = await draftOf(['a.log', 'b.log']);
  expect(draft.summary().redaction).toEqual({
    level: 'standard',
    rules: [{ rule: 'host', count: 4 }],
    withheld: [{ path: 'b.evtx', reason: 'binary' }],
  });
  expect(draft.without(['a.log']).summary().redaction.rules).toEqual([{ rule: 'host', count: 2 }]);
  await draft.discard();
});

test('a file is found by its path with stand-ins and by the path that the plan showed', async () => {
  const draft = await draftOf(['logs/host-1.log']);
  expect(draft.pathOf('logs/host-1.log')).toBe('logs/host-1.log');
  expect(draft.pathOf('b.evtx')).toBe('b.evtx');
  expect(draft.pathOf('logs/none.log')).toBeUndefined();
  await draft.discard();
});
