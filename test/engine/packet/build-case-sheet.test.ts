// Tests of electron/engine/packet/build-case-sheet.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { buildCaseSheet } from '#engine/packet/build-case-sheet.ts';
import type { DraftContents } from '#engine/packet/packet-draft.ts';
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import { hostOpening } from '#test/fixtures/memory-file.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const context = sampleContext(hostOpening(async () => ({ trouble: 'ENOENT' })));

function sheetOf(changes: Partial<DraftContents>, withheld: string[] = []): CaseSheet {
  const contents = {
    ...{
      caseReference: '7K3QX',
      request: sampleRequest(),
      facts: {},
      entries: [],
      heldBack: [],
      outcomes: [],
      checklist: [],
    },
    ...changes,
  };
  return CaseSheet.parse(buildCaseSheet(contents, withheld, context));
}

test('an empty case is a valid sheet with empty parts, not a broken one', () => {
  const request = sampleRequest({
    ...{ ccid: undefined, company: undefined, contact: {}, severity: undefined, title: undefined },
    ...{ description: undefined, commvaultVersion: undefined, patchLevel: undefined },
  });
  const sheet = sheetOf({ request });
  expect(sheet).toMatchObject({ serviceId: { ccid: '' }, contact: { name: '', phone: '', email: '' } });
  expect(sheet).not.toHaveProperty('severity');
  expect(sheet.support).not.toHaveProperty('respondBy');
  expect(sheet.system).toEqual({ hostName: '' });
});

test('what the user says of version and patch level goes before the registry', () => {
  const instances = [
    { instance: 'Instance001', roles: [], source: 'registry', version: '11.80.32.0' },
    { instance: 'Instance002', roles: [], source: 'registry' },
  ];
  const said = sheetOf({ facts: { commvault: { instances } } });
  expect(said.commvault.instances).toMatchObject([
    { version: '11.26.35', patchLevel: '11.26.35' },
    { version: '11.26.35', patchLevel: '11.26.35' },
  ]);
  const request = sampleRequest({ commvaultVersion: undefined, patchLevel: undefined });
  const found = sheetOf({ facts: { commvault: { instances } }, request });
  expect(found.commvault.instances).toEqual(instances);
});

test('what was found stays beside what the user says', () => {
  const found = { value: '11.26.34', source: 'commvault status', confidence: 'documented' as const };
  const instances = [
    { instance: 'Instance001', roles: [], source: 'registry', versions: [found], patchLevels: [found] },
  ];
  const [instance] = sheetOf({ facts: { commvault: { instances } } }).commvault.instances;
  expect(instance?.patchLevel).toBe('11.26.35');
  expect(instance?.patchLevels).toEqual([{ value: '11.26.35', source: 'user', confidence: 'stated' }, found]);
  expect(instance?.versions).toHaveLength(2);
});

test('a machine without CommVault still has the version that the user reports', () => {
  expect(sheetOf({}).commvault.instances).toEqual([
    { instance: 'unknown', roles: [], source: 'user', version: '11.26.35', patchLevel: '11.26.35' },
  ]);
});

test('premium answers at night, and the policy is named', () => {
  const sheet = sheetOf({ request: sampleRequest({ plan: 'premium', severity: 1 }) });
  expect(sheet.support).toEqual({
    plan: 'premium',
    policyEdition: 'CommVault China customer service guide, 2008-06',
    respondBy: '2026-11-20T11:15:30+08:00',
  });
});

test('what is withheld is listed with its reason', () => {
  expect(sheetOf({}, ['a', 'b']).redaction).toEqual({
    level: 'off',
    rules: [],
    withheld: ['a', 'b'].map((path) => ({ path, reason: 'withheld-by-user' })),
  });
});
