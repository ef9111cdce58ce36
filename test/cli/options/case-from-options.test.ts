// Options to a case request: defaults, and all problems at once.
import { expect, test } from 'vitest';
import { caseFromOptions } from '#cli/options/case-from-options.ts';

const now = new Date('2026-11-22T12:00:00Z');

test('without options there is an empty case with the documented defaults', async () => {
  const { request, problems } = await caseFromOptions({}, '/here', now);
  expect(problems).toEqual([]);
  expect(request).toMatchObject({
    plan: 'standard',
    problemArea: 'other',
    redaction: 'standard',
    logDirs: [],
  });
  expect(request.title).toBeUndefined();
  expect(request.maxSizeBytes).toBeUndefined();
});

test('all wrong values are told, each with its option', async () => {
  const values = {
    ccid: 'XYZ',
    severity: '7',
    since: 'yesterday',
    contactEmail: 'nobody',
    maxSize: 'huge',
    job: ['1', 'two'],
    plan: 'gold',
    problem: 'tape',
    title: ' ',
    screenshot: [''],
    redact: 'maximum',
    keyword: ['x'],
    followUp: 'ABC',
  };
  const { problems, request } = await caseFromOptions(values, '/here', now);
  expect(problems.map(({ label }) => label).sort()).toEqual(
    [
      ...['--ccid', '--contact-email', '--job', '--max-size', '--plan', '--problem'],
      ...['--follow-up', '--keyword', '--redact', '--screenshot', '--severity', '--since', '--title'],
    ].sort(),
  );
  expect(request.jobIds).toEqual(['1']);
});

test('the title comes from the description, unless it is given', async () => {
  const description = '第一行\n第二行';
  expect((await caseFromOptions({ description }, '/', now)).request.title).toBe('第一行');
  expect((await caseFromOptions({ description, title: 'T' }, '/', now)).request.title).toBe('T');
});

test('relative paths start at the current folder', async () => {
  const values = { logDir: ['日志 目录'], screenshot: ['a b/错误.png'], attach: ['/abs/x.txt'] };
  const { request } = await caseFromOptions(values, '/here', now);
  expect(request.logDirs).toEqual(['/here/日志 目录']);
  expect(request.screenshots).toEqual([{ path: '/here/a b/错误.png', name: '错误.png' }]);
  expect(request.attachments).toEqual([{ path: '/abs/x.txt', name: 'x.txt' }]);
});

test('contradictions are problems', async () => {
  const window = await caseFromOptions({ since: '2026-11-20', until: '2026-11-01' }, '/', now);
  expect(window.problems).toMatchObject([{ code: 'since-after-until', label: '--since' }]);
  const twice = await caseFromOptions({ description: 'a', descriptionFile: '/none' }, '/', now);
  expect(twice.problems).toMatchObject([
    { code: 'not-together', label: '--description-file', hint: '--description' },
    { code: 'cannot-read', label: '--description-file', hint: 'ENOENT' },
  ]);
});

test('oddities are warnings, the values are taken', async () => {
  const { warnings, request } = await caseFromOptions({ ccid: '12345' }, '/', now);
  expect(warnings).toEqual([{ code: 'two-readings', label: '--ccid', given: '12345', hint: '3039' }]);
  expect(request.ccid).toBe('12345');
});
