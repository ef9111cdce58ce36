// --case FILE: fields become what options give; errors name the place in the JSON.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCaseFile } from '#cli/options/case-file.ts';
import { caseFromOptions } from '#cli/options/case-from-options.ts';

const now = new Date('2026-11-22T12:00:00Z');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casepack-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(json: unknown) {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  await writeFile(join(folder, 'case.json'), text);
  return readCaseFile({ text: 'case.json', label: '--case', baseFolder: folder });
}

const whole = {
  ccid: '0xf96c9',
  company: '某某公司',
  contact: { name: '李', phone: '010-59051155', extension: 8001, email: 'li@acme.example' },
  plan: 'premium',
  severity: 2,
  problemArea: 'backup',
  title: '备份失败',
  description: 'from the file',
  occurredAt: '2026-11-20T10:15:00Z',
  jobIds: ['1', 2],
  window: { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' },
  commvaultVersion: '11',
  patchLevel: '11.26.35',
  screenshots: ['shots/1.png'],
  attachments: [],
  logDirs: ['/var/log/commvault'],
  only: ['commvault'],
  skip: [],
  redaction: 'off',
  maxSizeBytes: 1000,
};

test('every field arrives, relative paths from the folder of the file', async () => {
  await read(whole);
  const { request, problems } = await caseFromOptions({ case: join(folder, 'case.json') }, '/elsewhere', now);
  expect(problems).toEqual([]);
  expect(request).toMatchObject({
    ...whole,
    ccid: 'F96C9',
    contact: { ...whole.contact, extension: '8001' },
    occurredAt: expect.stringMatching(/^2026-11-20T/),
    jobIds: ['1', '2'],
    window: { from: expect.any(String), to: expect.any(String) },
    screenshots: [{ path: join(folder, 'shots/1.png'), name: '1.png' }],
  });
});

test('single options override it, and a description of either kind its description', async () => {
  await read(whole);
  await writeFile(join(folder, 'text.txt'), 'from a text file');
  const values = {
    case: join(folder, 'case.json'),
    ccid: 'ABCDE',
    descriptionFile: join(folder, 'text.txt'),
    job: ['9'],
  };
  const { request, problems } = await caseFromOptions(values, '/', now);
  expect(problems).toEqual([]);
  expect(request).toMatchObject({ ccid: 'ABCDE', description: 'from a text file', jobIds: ['9'] });
  expect(request.company).toBe('某某公司');
});

test('a wrong value is told with its place in the file', async () => {
  await read({ contact: { email: 'li@' }, jobIds: ['1', 'x'] });
  const { problems } = await caseFromOptions({ case: join(folder, 'case.json') }, '/', now);
  expect(problems.map(({ code, label }) => [label, code])).toEqual([
    ['--case case.json: contact.email', 'not-an-email'],
    ['--case case.json: jobIds[1]', 'not-a-job-id'],
  ]);
});

test.each([
  [{ severety: 1 }, '--case case.json: severety', 'unknown-field'],
  [{ contact: { mail: 'x' } }, '--case case.json: contact.mail', 'unknown-field'],
  [{ contact: 'Li' }, '--case case.json: contact', 'not-an-object'],
  [{ jobIds: 12 }, '--case case.json: jobIds', 'not-a-list'],
  [{ only: [['a']] }, '--case case.json: only[0]', 'not-text'],
  [{ severity: true }, '--case case.json: severity', 'not-text'],
  [[1], '--case', 'not-an-object'],
  ['{', '--case', 'not-json'],
])('%j is told as %s: %s', async (json, label, code) => {
  const { problems } = await read(json);
  expect(problems).toMatchObject([{ label, code }]);
});

test('a file that is not there', async () => {
  const given = { text: 'none.json', label: '--case', baseFolder: folder };
  const { problems } = await readCaseFile(given);
  expect(problems).toMatchObject([{ code: 'cannot-read', label: '--case', hint: 'ENOENT' }]);
});
