import { describe, expect, it } from 'vitest';
import { byteSize } from '#renderer/format/byte-size.ts';

describe('byteSize', () => {
  it.each([
    [0, '0 B'],
    [812, '812 B'],
    [1000, '1 KB'],
    [1_536, '1.5 KB'],
    [12 * 1024 ** 2, '12 MB'],
    [1023.6 * 1024 ** 2, '1 GB'],
    [2.25 * 1024 ** 4, '2.3 TB'],
    [5000 * 1024 ** 4, '5,000 TB'],
  ])('%d is %s', (bytes, shown) => {
    expect(byteSize(bytes, 'en')).toBe(shown);
    expect(byteSize(bytes, 'zh-CN')).toBe(shown);
  });
});
