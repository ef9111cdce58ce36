// Tests of electron/engine/incident/trouble-signs.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { findTrouble } from '#engine/incident/trouble-signs.ts';

test.each([
  ['Error Code: [19:1131]', 'error-code', ['19:1131']],
  ['pending cause [Error Code:[13:138] Failed to mount]', 'error-code', ['13:138']],
  ['open() error=0xeccc0010', 'error-value', ['0xECCC0010']],
  ['open() Error = [0x80070005], cannot go on', 'error-value', ['0x80070005']],
  ['ErrNo.[104] connection reset', 'errno', ['ErrNo 104']],
  ['ErrNo. 10061', 'errno', ['ErrNo 10061']],
  ['done, iRet [-1]', 'return-value', ['iRet -1']],
  ['Cannot open the pipe', 'cannot', []],
  ['Mount Failed for drive 3', 'failed', []],
  ['Failed with 12', 'failed', []],
  ['Failed 0x80', 'failed', []],
  ['first\n  Error Code: [7:9]\n  Error Code: [7:9] error=0x1', 'error-code', ['7:9', '0x1']],
])('%s is trouble', (text, sign, codes) => {
  expect(findTrouble(text)).toEqual({ sign, codes });
});

test.each([
  'error=0x0',
  'error=0x00000000, done',
  'ErrNo. 0',
  'iRet [0]',
  'iRet [1]',
  '0 failed, 12 done',
  'Failed [0] Succeeded [12]',
  'failed: 0',
  'failover node is up',
  'Quiesced the engine',
])('%s is none', (text) => {
  expect(findTrouble(text)).toBeUndefined();
});
