// Tests of electron/engine/checklist.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { fillChecklist, gaps, missingFromUser } from '#engine/checklist.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { type ChecklistItem, ChecklistItemId } from '#shared/schema/checklist.ts';
import type { Facts } from '#shared/schema/facts.ts';
import { sampleHardware } from '#test/fixtures/sample-hardware.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const os = { platform: 'linux', name: 'Rocky Linux', version: '9.4', arch: 'x64' } as const;
const instance = { instance: 'Instance001', roles: [], source: 'x', version: '11.80.32.0' };
const facts: Facts = { os, hardware: sampleHardware, commvault: { instances: [instance] } };
const files = [
  { collector: 'commvault.logs', path: 'collected/commvault/logs/Instance001/CVD.log' },
  { collector: 'commvault.logs', path: 'collected/commvault/logs/ERROR.txt' },
  { collector: 'system.logs', path: 'collected/system/logs/messages' },
];

const fill = (request: PartialCaseRequest, known = facts, there = files, reason?: string) =>
  fillChecklist(
    {
      request,
      facts: known,
      outcomes: reason
        ? [{ collector: 'system.logs', status: 'skipped' as const, reason, durationMs: 1 }]
        : [],
    },
    there,
  );
const find = (checklist: ChecklistItem[], id: ChecklistItemId) => checklist.find(({ item }) => item === id);

test('the guide’s items, each once, in its order', () => {
  expect(fill(sampleRequest()).map(({ item }) => item)).toEqual(ChecklistItemId.options);
});

test('a complete case has no gaps', () => {
  const checklist = fill(sampleRequest());
  expect(gaps(checklist)).toEqual([]);
  expect(find(checklist, 'operating-system')?.detail).toBe('Rocky Linux 9.4 x64');
  expect(find(checklist, 'commvault-logs')?.detail).toBe('commvault.logs (1)');
  expect(find(checklist, 'severity')?.detail).toBe('2');
});

test('an empty case lacks everything, and says which of it the user can supply', () => {
  const empty = {
    ...{ ccid: undefined, company: undefined, contact: {}, severity: undefined, title: undefined },
    ...{ description: undefined, commvaultVersion: undefined, patchLevel: undefined },
  };
  const checklist = fill(sampleRequest(empty), {}, []);
  expect(missingFromUser(checklist)).toEqual([
    ...['ccid', 'company', 'contact-name', 'contact-phone', 'contact-email', 'commvault-version'],
    ...['patch-level', 'title', 'description', 'commvault-logs', 'severity'],
  ]);
  expect(gaps(checklist)).toEqual(expect.arrayContaining(['operating-system', 'system-logs']));
  expect(gaps(checklist)).not.toContain('screenshots');
});

test('a version that the machine knows need not be typed; a patch level it does not know does', () => {
  const checklist = fill(sampleRequest({ commvaultVersion: undefined, patchLevel: undefined }));
  expect(find(checklist, 'commvault-version')).toMatchObject({ state: 'provided', detail: '11.80.32.0' });
  expect(missingFromUser(checklist)).toEqual(['patch-level']);
});

test.each([
  ['backup', 'not-applicable', 'not-applicable', false],
  ['oracle', 'missing', 'not-applicable', false],
  ['tape-library', 'not-applicable', 'missing', true],
] as const)('a problem of area %s', (problemArea, database, library, hardware) => {
  const checklist = fill(sampleRequest({ problemArea }));
  expect(find(checklist, 'database-version')).toMatchObject({
    state: database,
    required: database === 'missing',
  });
  expect(find(checklist, 'tape-library')).toMatchObject({ state: library, required: library === 'missing' });
  expect(find(checklist, 'hardware')).toMatchObject({ state: 'provided', required: hardware });
});

test('files that only say what went wrong are no logs', () => {
  const checklist = fill(sampleRequest(), facts, files.slice(1, 2));
  expect(find(checklist, 'commvault-logs')).toMatchObject({ state: 'missing', required: true });
});

test('no system log is asked for where the machine keeps none', () => {
  expect(find(fill(sampleRequest(), facts, [], 'no-system-log'), 'system-logs')).toMatchObject({
    state: 'not-applicable',
    required: false,
  });
  expect(find(fill(sampleRequest(), facts, [], 'not-selected'), 'system-logs')).toMatchObject({
    state: 'missing',
    required: true,
  });
});

test('versions that contradict each other are all shown with their sources', () => {
  const found = (value: string, source: string) => ({ value, source, confidence: 'documented' as const });
  const known = {
    ...instance,
    version: '11.26.35',
    patchLevel: '11.26.35',
    versions: [found('11.26.35', 'commvault status'), found('11.80.32.0', 'sProductVersion')],
    patchLevels: [found('11.26.35', 'commvault status')],
  };
  const conflict = fill(sampleRequest({ patchLevel: '11.26.36' }), { commvault: { instances: [known] } });
  expect(find(conflict, 'commvault-version')).toMatchObject({ state: 'provided', detail: '11.26.35' });
  expect(find(conflict, 'patch-level')).toMatchObject({
    state: 'provided',
    detail: '11.26.36 (user); 11.26.35 (commvault status)',
  });
});

test('an inferred patch level is shown and has still to be confirmed', () => {
  const inferred = { value: '11.26', source: 'SP_Transaction', confidence: 'inferred' as const };
  const instances = [{ ...instance, patchLevels: [inferred] }];
  const checklist = fill(sampleRequest({ patchLevel: undefined }), { commvault: { instances } });
  expect(find(checklist, 'patch-level')).toMatchObject({
    state: 'missing',
    required: true,
    detail: '11.26? (SP_Transaction)',
  });
  expect(missingFromUser(checklist)).toContain('patch-level');
});

test.each([
  [{ changers: [{ vendor: 'HPE', model: 'MSL G3 Series' }], drives: [{ model: 'x' }] }, 'HPE MSL G3 Series'],
  [{ changers: [{ vendor: 'STK', model: 'L700' }, { model: 'L80' }], drives: [] }, 'STK L700, L80'],
  [
    {
      changers: [],
      drives: [
        { vendor: 'IBM', model: 'ULT3580-TD8' },
        { vendor: 'IBM', model: 'ULT3580-TD8' },
      ],
    },
    'IBM ULT3580-TD8',
  ],
  [{ changers: [], drives: [] }, ''],
])('the tape library’s type: changers, else drives that stand alone (%#)', ({ changers, drives }, detail) => {
  const tapeLibrary = {
    changers: changers.map((one) => ({ ...one, elements: [], sources: {} })),
    drives: drives.map((one) => ({ ...one, sources: {} })),
  };
  const checklist = fill(sampleRequest({ problemArea: 'tape-library' }), { ...facts, tapeLibrary });
  const state = detail === '' ? 'missing' : 'provided';
  expect(find(checklist, 'tape-library')).toMatchObject({ state, detail, required: true });
});
