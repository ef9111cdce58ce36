// Tests of electron/engine/packet/left-out-text.ts. Runs in vitest.
import { expect, it } from 'vitest';
import { leftOutText } from '#engine/packet/left-out-text.ts';

it('sums up for each reason, then lists every file', () => {
  const text = leftOutText([
    { reason: 'outside-window', about: '/logs/a.log', sizeBytes: 5 },
    { reason: 'outside-window', about: '/logs/b.log', sizeBytes: 7 },
    { reason: 'link-not-followed', about: '/logs/link', detail: 'ELOOP' },
  ]);
  expect(text.split('\n')).toEqual([
    '# reason\tfiles\tbytes',
    '# outside-window\t2\t12',
    '# link-not-followed\t1\t0',
    'outside-window\t/logs/a.log\t5',
    'outside-window\t/logs/b.log\t7',
    'link-not-followed\t/logs/link\t\tELOOP',
    '',
  ]);
});
