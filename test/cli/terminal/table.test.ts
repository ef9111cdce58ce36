// Aligned columns, whatever the script.
import { expect, test } from 'vitest';
import { table } from '#cli/terminal/table.ts';

test('aligns Chinese and Latin text, numbers to the right', () => {
  const lines = table(
    [{ title: '文件' }, { title: '大小', align: 'right' }, { title: '状态' }],
    [
      ['CVD.log', '12', '完成'],
      ['日志', '3', ''],
    ],
  );
  expect(lines).toEqual([
    '文件     大小  状态',
    '-------  ----  ----',
    'CVD.log    12  完成',
    '日志        3',
  ]);
});

test('cells cannot drive the terminal', () => {
  expect(table([{ title: 'File' }], [['a\u001b[31m']]).join('')).not.toContain('\u001b');
});

test('takes hundreds of thousands of rows', () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => [String(at)]);
  expect(table([{ title: 'n', align: 'right' }], rows)).toHaveLength(300_002);
});
