// Tests of electron/engine/host/registry-export.ts and of when it is asked. Runs in vitest.
import { describe, expect, test } from 'vitest';
import type { Command, Host } from '#engine/host/host.ts';
import { regQueryText } from '#engine/host/registry-export.ts';
import { parseRegQuery, readRegistry } from '#engine/host/windows-registry.ts';

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CommVault Systems\\Galaxy\\Instance001';
const EXPORT = `Windows Registry Editor Version 5.00\r\n\r\n[${KEY}]\r\n"dEVLOGDIR"="C:\\\\备份 软件\\\\Log Files"\r\n"a \\"quoted\\" name"="x"\r\n@="default"\r\n"nPort"=dword:000020d0\r\n"sExpand"=hex(2):25,00,54,00,45,00,4d,00,50,00,\\\r\n  25,00,00,00\r\n"sMulti"=hex(7):61,00,00,00,62,00,00,00,00,00\r\n"bBlob"=hex:01,02\r\n`;

describe('a .reg file', () => {
  const values = parseRegQuery(regQueryText(EXPORT)).get(KEY);

  test.each([
    ['dEVLOGDIR', 'C:\\备份 软件\\Log Files'],
    ['a "quoted" name', 'x'],
    ['nPort', '8400'],
    ['sExpand', '%TEMP%'],
    ['sMulti', 'a\\0b'],
    ['bBlob', '0102'],
    ['(Default)', 'default'],
  ])('%s', (name, value) => expect(values?.get(name.toLowerCase())).toBe(value));
});

describe('reading a key on an English Windows', () => {
  const asked: string[][] = [];
  const hostPrinting = (printed: string, file: Buffer | undefined) => {
    asked.length = 0;
    const answer = { status: 'ok', exitCode: 0, stdout: Buffer.from(printed), stderr: '', truncated: false };
    const host = {
      platform: 'win32',
      env: {},
      run: async () => answer,
      runForFile: async (command: (path: string) => Command) => {
        asked.push([...command('answer.reg').args]);
        return file;
      },
    };
    return host as unknown as Host;
  };
  const read = async (host: Host) => {
    const options = { view: 64, recursive: true } as const;
    const tree = await readRegistry(host, KEY, options, new AbortController().signal);
    return tree.get(KEY)?.get('devlogdir');
  };
  const lossy = `${KEY}\r\n    dEVLOGDIR    REG_SZ    C:\\?? ??\\Log Files\r\n`;

  test('a value that lost its characters is read from an export', async () => {
    expect(await read(hostPrinting(lossy, Buffer.from(`\ufeff${EXPORT}`, 'utf16le')))).toBe(
      'C:\\备份 软件\\Log Files',
    );
    expect(asked).toEqual([['export', KEY, 'answer.reg', '/y', '/reg:64']]);
  });

  test('where the export fails, what was printed is better than nothing', async () => {
    expect(await read(hostPrinting(lossy, undefined))).toBe('C:\\?? ??\\Log Files');
  });

  test('a value that is whole needs no export', async () => {
    expect(await read(hostPrinting(lossy.replace('?? ??', 'Backup'), undefined))).toBe(
      'C:\\Backup\\Log Files',
    );
    expect(asked).toEqual([]);
  });
});
