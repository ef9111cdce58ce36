import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import { describe, expect, it } from 'vitest';
import { createPickedFiles } from '#main/picked-files.ts';
import { texts } from '#shared/i18n/texts.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

function dialogAnswering(...filePaths: string[]) {
  const asked: OpenDialogOptions[] = [];
  const show = async (options: OpenDialogOptions): Promise<OpenDialogReturnValue> => {
    asked.push(options);
    return { canceled: filePaths.length === 0, filePaths };
  };
  return { asked, show };
}

describe('createPickedFiles', () => {
  it('gives out ids, names and sizes, and keeps the paths', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, '错误 截图.png');
    await writeFile(file, '12345');
    const { asked, show } = dialogAnswering(file);
    const picked = createPickedFiles(show);
    const [answer] = await picked.pick('screenshots', texts('zh'));
    expect(answer).toMatchObject({ label: '错误 截图.png', sizeBytes: 5 });
    expect(JSON.stringify(answer)).not.toContain(folder);
    expect(picked.path(answer!.id, 'screenshots')).toBe(file);
    expect(asked[0]).toMatchObject({ title: '选择错误截图', properties: ['openFile', 'multiSelections'] });
  });

  it('shows the whole path of a folder', async () => {
    const folder = await temporaryFolder();
    const { asked, show } = dialogAnswering(folder);
    const [answer] = await createPickedFiles(show).pick('log-folder', texts('en'));
    expect(answer).toMatchObject({ label: folder, sizeBytes: 0 });
    expect(asked[0]?.properties).toEqual(['openDirectory']);
  });

  it('answers nothing when the dialog was closed', async () => {
    await expect(createPickedFiles(dialogAnswering().show).pick('attachments', texts('en'))).resolves.toEqual(
      [],
    );
  });

  it('refuses ids it never gave out, and ids given out for something else', async () => {
    const folder = await temporaryFolder();
    const picked = createPickedFiles(dialogAnswering(folder).show);
    const [answer] = await picked.pick('log-folder', texts('en'));
    expect(() => picked.path(answer!.id, 'output-folder')).toThrow('not picked as output-folder');
    expect(() => picked.path('5b0f8a52-5f0e-4f0e-8d8f-111111111111', 'log-folder')).toThrow('not picked');
  });

  it('takes up files of an earlier run, without those that are gone', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, '1.png');
    await writeFile(file, '12345');
    const picked = createPickedFiles(dialogAnswering().show);
    const [found, ...more] = await picked.remember([file, join(folder, 'gone.png')], 'screenshots');
    expect(found).toMatchObject({ label: '1.png', sizeBytes: 5 });
    expect(more).toEqual([]);
    expect(picked.path(found!.id, 'screenshots')).toBe(file);
    expect(await picked.remember([folder], 'log-folder')).toMatchObject([{ label: folder, sizeBytes: 0 }]);
  });
});
