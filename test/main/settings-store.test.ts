import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettingsStore } from '#main/settings-store.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
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

  it.each(['not json {', '{"language":"klingon"}', '[]'])('sets a bad file aside: %s', async (text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'settings.json'), text);
    const store = await openSettingsStore(folder);
    expect(store.current()).toEqual({});
    expect(await readdir(folder)).toEqual(['settings.json.bad']);
    expect(await readFile(join(folder, 'settings.json.bad'), 'utf8')).toBe(text);
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
