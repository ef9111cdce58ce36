import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { removeAbandonedDrafts } from '#main/abandoned-drafts.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

describe('removeAbandonedDrafts', () => {
  it('removes the folders of that process only', async () => {
    const folder = await temporaryFolder();
    await plantFiles(folder, {
      'casepack-41-abc/spool': 'x',
      'casepack-412-abc/spool': 'x',
      'casepack-test/file': 'x',
      'other/file': 'x',
    });
    await removeAbandonedDrafts(41, ['/nowhere', folder]);
    expect((await readdir(folder)).sort()).toEqual(['casepack-412-abc', 'casepack-test', 'other']);
  });
});
