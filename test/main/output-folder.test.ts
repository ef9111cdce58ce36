import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseOutputFolder } from '#main/output-folder.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

describe('chooseOutputFolder', () => {
  it('takes the first folder that exists and can be written', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o777);
    const [missing, file, locked, good] = ['missing', 'file', 'locked', '文档'].map((name) =>
      join(folder, name),
    );
    await writeFile(file!, '');
    await mkdir(locked!, { mode: 0o555 });
    await mkdir(good!);
    await chmod(good!, 0o777);
    expect(await asNobody(() => chooseOutputFolder([missing!, file!, locked!, good!]))).toBe(good);
    expect(await readdir(good!)).toEqual([]);
  });

  it('falls back to the last one, so that saving can say what is wrong with it', async () => {
    expect(await chooseOutputFolder(['/nowhere/a', '/nowhere/b'])).toBe('/nowhere/b');
  });
});
