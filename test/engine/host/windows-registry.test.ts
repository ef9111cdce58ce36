// Tests of electron/engine/host/windows-registry.ts with what reg.exe prints. Runs in vitest.
import { expect, test } from 'vitest';
import { parseRegQuery } from '#engine/host/windows-registry.ts';

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CommVault Systems\\Galaxy\\Instance001';

const OUTPUT = [
  '',
  KEY,
  '    (Default)    REG_SZ    ',
  '    sPhysicalNodeName    REG_SZ    cs01',
  '    dHOME    REG_EXPAND_SZ    C:\\Program Files\\Commvault\\ContentStore',
  '    Name with blanks    REG_SZ    value  with   blanks',
  '    nPort    REG_DWORD    0x20d0',
  '    nBig    REG_QWORD    0x100000000',
  '    List    REG_MULTI_SZ    one\\0two',
  '    Blob    REG_BINARY    0102FF',
  '    Empty    REG_SZ',
  '',
  `${KEY}\\Base`,
  '    dGALAXYHOME    REG_SZ    C:\\Galaxy',
  '',
].join('\r\n');

test('keys with their values by name, numbers in decimal', () => {
  const tree = parseRegQuery(OUTPUT);
  expect([...tree.keys()]).toEqual([KEY, `${KEY}\\Base`]);
  expect(Object.fromEntries(tree.get(KEY) ?? [])).toEqual({
    '(default)': '',
    sphysicalnodename: 'cs01',
    dhome: 'C:\\Program Files\\Commvault\\ContentStore',
    'name with blanks': 'value  with   blanks',
    nport: '8400',
    nbig: '4294967296',
    list: 'one\\0two',
    blob: '0102FF',
    empty: '',
  });
  expect(tree.get(`${KEY}\\Base`)?.get('dgalaxyhome')).toBe('C:\\Galaxy');
});

test('the words of a Chinese Windows do not matter', () => {
  const tree = parseRegQuery(
    `\r\n${KEY}\r\n    (默认)    REG_SZ    (数值未设置)\r\n    sName    REG_SZ    备份服务器\r\n`,
  );
  expect(tree.get(KEY)?.get('sname')).toBe('备份服务器');
});

test('text that is no registry has no keys', () => {
  expect(
    parseRegQuery('ERROR: The system was unable to find the specified registry key or value.').size,
  ).toBe(0);
  expect(parseRegQuery('    stray    REG_SZ    value').size).toBe(0);
  expect(parseRegQuery('').size).toBe(0);
});
