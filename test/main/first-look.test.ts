import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstLook } from '#main/first-look.ts';
import { openSettingsStore } from '#main/settings-store.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const nothing = {
  language: 'en',
  look: { size: undefined, maximized: false, zoomFactor: 1 },
  emptyForm: true,
};

describe('firstLook', () => {
  it('is the empty form in the language of the system where nothing was kept', async () => {
    const folder = await temporaryFolder();
    expect(firstLook(join(folder, 'no'), join(folder, 'none'), 'en')).toEqual(nothing);
  });

  it('sees what the settings store kept', async () => {
    const folder = await temporaryFolder();
    const store = await openSettingsStore(folder);
    const windowSize = { width: 1300, height: 900, maximized: true };
    await store.change({ language: 'zh', windowSize, zoomFactor: 1.5, company: '某某银行' });
    expect(firstLook(folder, folder, 'en')).toEqual({
      language: 'zh',
      look: { size: { width: 1300, height: 900 }, maximized: true, zoomFactor: 1.5 },
      emptyForm: true,
    });
  });

  it.each(['drafts/a.json', 'deliveries/b.json'])('is not the empty form where there is %s', async (path) => {
    const folder = await temporaryFolder();
    await plantFiles(folder, { [path]: '{}' });
    expect(firstLook(folder, folder, 'en').emptyForm).toBe(false);
  });

  it('is the empty form where folders of drafts hold none any more', async () => {
    const folder = await temporaryFolder();
    await plantFiles(folder, { 'drafts/pictures/left.png': '', 'deliveries/a.json.lock': '1' });
    expect(firstLook(folder, folder, 'en').emptyForm).toBe(true);
  });

  it.each([
    '{"language":"fr","zoomFactor":9,"windowSize":{"width":"wide","height":1}}',
    '{"windowSize":null,"zoomFactor":"2"}',
  ])('does without settings that make no sense: %s', async (text) => {
    const folder = await temporaryFolder();
    await plantFiles(folder, { 'settings.json': text });
    expect(firstLook(folder, folder, 'en')).toEqual(nothing);
  });

  it.each(Object.entries(hostileFiles))('does without settings that are %s', async (_name, put) => {
    const folder = await temporaryFolder();
    await put(join(folder, 'settings.json'));
    expect(firstLook(folder, folder, 'en')).toEqual(nothing);
  });
});
