// Tests of electron/engine/host/host-path.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { pathRules } from '#engine/host/host-path.ts';

test('paths follow the rules of the machine looked at', () => {
  expect(pathRules('win32').join('C:\\Log Files', 'CVD.log')).toBe('C:\\Log Files\\CVD.log');
  expect(pathRules('linux').join('/var/log', 'CVD.log')).toBe('/var/log/CVD.log');
  expect(pathRules('darwin').join('/var/log', 'a\\b')).toBe('/var/log/a\\b');
});
