import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDataFolder } from '#engine/data-folder.ts';

describe('the data folder', () => {
  test('is the one that the environment names', () => {
    expect(defaultDataFolder({ CASEPACK_DATA: '/stick/data', XDG_DATA_HOME: '/x' }, 'linux')).toBe(
      '/stick/data',
    );
  });
  test('follows XDG_DATA_HOME, else lies in the home folder', () => {
    expect(defaultDataFolder({ XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/casepack');
    expect(defaultDataFolder({}, 'linux')).toBe(join(homedir(), '.local/share/casepack'));
  });
  test('is local to the machine on Windows: a roaming profile would carry names away', () => {
    expect(defaultDataFolder({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'Casepack'));
  });
});
