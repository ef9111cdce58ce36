import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordBug } from '#main/record-bug.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

describe('recordBug', () => {
  it('writes version, platform and stack to a file of its own', async () => {
    const folder = join(await temporaryFolder(), 'errors');
    const file = await recordBug(new Error('boom'), folder, '1.2.3');
    expect(file).toMatch(/error-\d{8}T\d{6}\.txt$/);
    expect(await readFile(file, 'utf8')).toMatch(/^casepack 1\.2\.3, .+\nError: boom\n\s+at /);
  });

  it('names the file even where nothing can be written', async () => {
    const file = join(await temporaryFolder(), 'a-file');
    await writeFile(file, '');
    expect(await recordBug('boom', join(file, 'errors'), '1.2.3')).toContain('error-');
  });
});
