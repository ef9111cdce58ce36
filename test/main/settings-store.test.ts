import { chmod, lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettingsStore } from '#main/settings-store.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

describe('openSettingsStore', () => {
  it('starts empty and makes no file until something is kept', async () => {
    const folder = await temporaryFolder();
    const store = await openSettingsStore(folder);
    expect(store.current()).toEqual({});
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps changes part by part for the next start', async () => {
    const folder = join(await temporaryFolder(), 'profile', 'Casepack');
    const store = await openSettingsStore(folder);
    await Promise.all([
      store.change({ language: 'zh', ccid: 'F96C9' }),
      store.change({ company: '某某银行' }),
    ]);
    expect((await openSettingsStore(folder)).current()).toEqual({
      language: 'zh',
      ccid: 'F96C9',
      company: '某某银行',
    });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it.each(Object.keys(hostileFiles))('sets %s aside and goes on', async (kind) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'settings.json');
    await hostileFiles[kind]?.(file);
    const before = await lstat(file);
    const store = await openSettingsStore(folder);
    expect(store.current()).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    await store.change({ ccid: 'F96C9' });
    expect((await openSettingsStore(folder)).current()).toEqual({ ccid: 'F96C9' });
    // A link to nothing is no file; the others hold no setting that this program has.
    const others = ['a link to nothing', 'a name of JavaScript itself', 'nested objects beyond any depth'];
    if (!others.includes(kind)) expect((await lstat(`${file}.bad`)).ino).toBe(before.ino);
  });

  it('sets a file aside that this user may not read', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'settings.json'), '{"ccid":"F96C9"}', { mode: 0o000 });
    await chmod(folder, 0o777);
    await asNobody(async () => {
      const store = await openSettingsStore(folder);
      await store.change({ language: 'en' });
    });
    expect(await readFile(join(folder, 'settings.json.bad'), 'utf8')).toBe('{"ccid":"F96C9"}');
  });

  it('keeps what is sound in a file that is not, and every damaged file', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'settings.json');
    const damaged = '{"language":"klingon","ccid":"F96C9","zoomFactor":9,"company":"某某银行"}';
    for (const aside of ['settings.json.bad', 'settings.json.bad2']) {
      await writeFile(file, damaged);
      const store = await openSettingsStore(folder);
      expect(store.current()).toEqual({ ccid: 'F96C9', company: '某某银行' });
      expect(await readFile(join(folder, aside), 'utf8')).toBe(damaged);
    }
  });

  it('reads a file that Notepad saved as UTF-16', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'settings.json'), Buffer.from('\ufeff{"company":"某某银行"}', 'utf16le'));
    expect((await openSettingsStore(folder)).current()).toEqual({ company: '某某银行' });
  });

  it('goes on without memory where the profile cannot be written', async () => {
    const folder = await temporaryFolder();
    const store = await openSettingsStore(folder);
    await chmod(folder, 0o555);
    await asNobody(() => store.change({ ccid: 'F96C9' }));
    expect(store.current().ccid).toBe('F96C9');
    expect(await readdir(folder)).toEqual([]);
  });
});
