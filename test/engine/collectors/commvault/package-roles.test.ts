// Tests of electron/engine/collectors/commvault/package-roles.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { rolesOf } from '#engine/collectors/commvault/package-roles.ts';

test.each([
  [
    ['20', '51', '702'],
    ['CommServe', 'MediaAgent', 'File System'],
  ],
  [
    ['1020', '1301', '1101'],
    ['CommServe', 'MediaAgent', 'File System'],
  ],
])('packages %j of Windows and Unix mean the same roles', (ids, roles) => {
  expect(rolesOf([...ids].reverse())).toEqual(roles);
});

test('a role counts once, packages of no role do not count', () => {
  expect(rolesOf(['51', '1301', '1', '9999'])).toEqual(['MediaAgent']);
  expect(rolesOf([])).toEqual([]);
});

test('services tell a role where packages do not, in any case', () => {
  expect(rolesOf([], ['GxCVD', 'GXMMM'])).toEqual(['MediaAgent']);
  expect(rolesOf(['51'], ['GxApM', 'GxJobMgr', 'GXMMM'])).toEqual(['CommServe', 'MediaAgent']);
});
