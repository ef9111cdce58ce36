// The engine's problems are told by the option that mends them.
import { expect, test } from 'vitest';
import { labelOfProblem, optionOfItem } from '#cli/problems/option-of-problem.ts';
import { ChecklistItemId } from '#shared/schema/checklist.ts';

const given = (text: string, label: string) => ({ text, label, baseFolder: '/here' });

test('every option named for an item exists', () => {
  const options = ChecklistItemId.options.map(optionOfItem).filter((option) => option !== undefined);
  expect(options.length).toBeGreaterThan(10);
  for (const option of options) expect(option).toMatch(/^--[a-z-]+$/);
});

test.each([
  ['ccid', '--ccid'],
  ['contact-phone', '--contact-phone'],
  ['patch-level', '--patch-level'],
  ['commvault-logs', '--log-dir'],
  ['system-logs', undefined],
] as const)('%s is supplied by %s', (item, option) => {
  expect(labelOfProblem({ code: 'missing-item', item }, {}, '/out')).toBe(option);
});

test('an item that was given without success keeps the place where it was given', () => {
  const raw = { contactEmail: given('li@', '--case case.json: contact.email') };
  expect(labelOfProblem({ code: 'missing-item', item: 'contact-email' }, raw, '/out')).toBe(
    '--case case.json: contact.email',
  );
  const described = { descriptionFile: given('none.txt', '--description-file') };
  expect(labelOfProblem({ code: 'missing-item', item: 'description' }, described, '/out')).toBe(
    '--description-file',
  );
});

test('paths and collectors lead back to their option', () => {
  const raw = {
    screenshot: [given('a.png', '--screenshot')],
    logDir: [given('/logs', '--log-dir')],
    skip: [given('nope', '--skip')],
  };
  const label = (problem: Parameters<typeof labelOfProblem>[0]) => labelOfProblem(problem, raw, '/out');
  expect(label({ code: 'cannot-read', path: '/here/a.png', reason: 'ENOENT' })).toBe('--screenshot');
  expect(label({ code: 'cannot-read', path: '/logs', reason: 'EACCES' })).toBe('--log-dir');
  expect(label({ code: 'unknown-collector', name: 'nope' })).toBe('--skip');
  expect(label({ code: 'disk-full', path: '/out' })).toBe('--out');
  expect(label({ code: 'disk-full', path: '/var/tmp' })).toBeUndefined();
  expect(label({ code: 'cancelled' })).toBeUndefined();
});
