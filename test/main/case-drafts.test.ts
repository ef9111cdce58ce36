// Tests of electron/main/case-drafts.ts on a real folder. Runs in vitest.
import { spawnSync } from 'node:child_process';
import { chmod, lstat, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCaseDrafts, picturesFolder, type StoredDraft } from '#main/case-drafts.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const ID = '0b5c2a52-6f5e-4c39-9d0c-1b6f0f3f6a01';
const OTHER = '0b5c2a52-6f5e-4c39-9d0c-1b6f0f3f6a02';

function draft(changes: Partial<StoredDraft> = {}): StoredDraft {
  return {
    id: ID,
    step: 'problem',
    savedAt: '2026-11-28T03:00:00.000Z',
    form: { title: '备份失败', company: '某某银行', ccid: 'F96C9', problemArea: 'backup' },
    files: {
      screenshots: [{ path: '/截图/1.png', name: '错误.png', caption: '错误窗口' }],
      attachments: [],
      logDirs: [],
    },
    ...changes,
  };
}

describe('openCaseDrafts', () => {
  it('keeps a draft for the next start, readable by its user only', async () => {
    const folder = join(await temporaryFolder(), 'data', 'drafts');
    const drafts = openCaseDrafts(folder);
    await drafts.keep(draft());
    const next = openCaseDrafts(folder);
    expect(await next.open(ID)).toEqual(draft());
    expect(await next.list()).toEqual([
      {
        id: ID,
        savedAt: '2026-11-28T03:00:00.000Z',
        title: '备份失败',
        company: '某某银行',
        ccid: 'F96C9',
        problemArea: 'backup',
      },
    ]);
    expect(await readdir(folder)).toEqual([`${ID}.json`]);
    if (process.platform === 'win32') return;
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, `${ID}.json`))).mode & 0o777).toBe(0o600);
  });

  it('calls a draft without a title by how its description begins', async () => {
    const drafts = openCaseDrafts(await temporaryFolder());
    await drafts.keep(draft({ form: { title: ' ', description: `磁带库报错${'。'.repeat(100)}` } }));
    expect((await drafts.list())[0]?.title).toMatch(/^磁带库报错。+$/);
    expect((await drafts.list())[0]?.title).toHaveLength(60);
  });

  it('holds the newest text, however fast they follow each other', async () => {
    const folder = await temporaryFolder();
    const drafts = openCaseDrafts(folder);
    for (const title of ['备', '备份', '备份失败', '备份失败了'])
      void drafts.keep(draft({ form: { title } }));
    // In turn: what is asked later comes after.
    await drafts.list();
    expect((await openCaseDrafts(folder).open(ID))?.form.title).toBe('备份失败了');
  });

  it('lists the newest first and forgets what is removed', async () => {
    const drafts = openCaseDrafts(await temporaryFolder());
    await drafts.keep(draft());
    await drafts.keep(draft({ id: OTHER, savedAt: '2026-11-28T04:00:00.000Z' }));
    expect((await drafts.list()).map(({ id }) => id)).toEqual([OTHER, ID]);
    await drafts.remove(OTHER);
    expect((await drafts.list()).map(({ id }) => id)).toEqual([ID]);
    expect(await drafts.open(OTHER)).toBeUndefined();
  });

  it.each(Object.keys(hostileFiles))('passes over %s and leaves it where it is', async (kind) => {
    const folder = await temporaryFolder();
    await hostileFiles[kind]?.(join(folder, `${OTHER}.json`));
    const before = await lstat(join(folder, `${OTHER}.json`));
    const drafts = openCaseDrafts(folder);
    await drafts.keep(draft());
    expect((await drafts.list()).map(({ id }) => id)).toEqual([ID]);
    expect(await drafts.open(OTHER)).toBeUndefined();
    expect((await lstat(join(folder, `${OTHER}.json`))).ino).toBe(before.ino);
  });

  it('passes over a copy under another name, and an id that is a path', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, `${OTHER}.json`), JSON.stringify(draft()));
    await writeFile(join(folder, 'x.json'), JSON.stringify(draft({ id: '../../etc/passwd' })));
    expect(await openCaseDrafts(folder).list()).toEqual([]);
  });

  it('survives a write that was cut off: the last whole draft is there', async () => {
    const folder = await temporaryFolder();
    await openCaseDrafts(folder).keep(draft());
    const { pid: dead } = spawnSync('true');
    await writeFile(join(folder, `${ID}.json.${dead}.${OTHER}.new`), '{"id":"0b5c');
    const drafts = openCaseDrafts(folder);
    expect(await drafts.open(ID)).toEqual(draft());
    await drafts.keep(draft({ step: 'contents' }));
    expect((await drafts.open(ID))?.step).toBe('contents');
    expect(await readdir(folder)).toEqual([`${ID}.json`]);
  });

  it('reads drafts of older versions, which kept pictures by their path alone', async () => {
    const folder = await temporaryFolder();
    const older = { ...draft(), files: { screenshots: ['/截图/1.png'], attachments: [], logDirs: [] } };
    await writeFile(join(folder, `${ID}.json`), JSON.stringify(older));
    expect((await openCaseDrafts(folder).open(ID))?.files.screenshots).toEqual([{ path: '/截图/1.png' }]);
  });

  describe('with pictures of its own', () => {
    async function withPictures(...names: readonly string[]) {
      const folder = await temporaryFolder();
      const pictures = picturesFolder(folder);
      await plantFiles(pictures, Object.fromEntries(names.map((name) => [name, name])));
      const shows = (...paths: readonly string[]) => ({
        screenshots: paths.map((path) => ({ path })),
        attachments: [],
        logDirs: [],
      });
      const left = async () => (await readdir(pictures)).sort();
      return {
        drafts: openCaseDrafts(folder),
        folder,
        left,
        shows,
        at: (name: string) => join(pictures, name),
      };
    }

    it('removes them with the draft, but not what another draft or the user has', async () => {
      const { drafts, folder, left, shows, at } = await withPictures('both.png', 'mine.png', 'open.png');
      const users = join(folder, 'users.png');
      await writeFile(users, 'x');
      await drafts.keep(draft({ files: shows(at('mine.png'), at('both.png'), users) }));
      await drafts.keep(draft({ id: OTHER, files: shows(at('both.png')) }));
      await drafts.remove(ID);
      // open.png belongs to a form that is not kept yet.
      expect(await left()).toEqual(['both.png', 'open.png']);
      expect(await readFile(users, 'utf8')).toBe('x');
    });

    it('tidies what no draft shows', async () => {
      const { drafts, left, shows, at } = await withPictures('mine.png', 'before-its-boxes.png');
      await drafts.keep(draft({ files: shows(at('mine.png')) }));
      await drafts.tidy();
      expect(await left()).toEqual(['mine.png']);
    });

    it('tidies nothing while a draft cannot be understood: it may show any of them', async () => {
      const { drafts, folder, left } = await withPictures('mine.png');
      await writeFile(join(folder, `${ID}.json`), '{');
      await drafts.tidy();
      expect(await left()).toEqual(['mine.png']);
    });
  });

  it('goes on where the disk cannot be written', async () => {
    const folder = await temporaryFolder();
    const drafts = openCaseDrafts(folder);
    await chmod(folder, 0o555);
    await asNobody(() => drafts.keep(draft()));
    expect(await drafts.list()).toEqual([]);
  });
});
