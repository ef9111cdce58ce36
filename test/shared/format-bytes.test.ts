// Tests of electron/shared/format-bytes.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { formatBytes } from '#shared/format-bytes.ts';

const KIB = 1024;

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [1023, '1023 B'],
  [KIB, '1.0 KB'],
  [1536, '1.5 KB'],
  [99.9 * KIB, '99.9 KB'],
  [99.97 * KIB, '100 KB'],
  [100 * KIB, '100 KB'],
  [KIB ** 2 - 1, '1.0 MB'],
  [4.2 * KIB ** 2, '4.2 MB'],
  [KIB ** 3, '1.0 GB'],
  [5.5 * KIB ** 4, '5.5 TB'],
  [3000 * KIB ** 4, '3000 TB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
