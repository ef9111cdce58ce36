// Tests of electron/engine/collectors/user/user-files.ts. Runs in vitest.
import { mkdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { userAttachments, userScreenshots } from '#engine/collectors/user/user-files.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { look, namesOf } from '#test/fixtures/look.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function planted() {
  const folder = await temporaryFolder();
  await plantFiles(folder, { '错误 1.PNG': 'a', 'b.jpeg': 'bb', 'no extension': 'ccc', 'report.txt': 'd' });
  const file = (name: string) => ({ path: join(folder, name), name: basename(name) });
  return { folder, file, host: await createLocalHost() };
}

test('screenshots are numbered in the order that the user chose', async () => {
  const { file, host } = await planted();
  const screenshots = [file('b.jpeg'), file('错误 1.PNG'), file('no extension')];
  const findings = await look(userScreenshots, host, { request: { screenshots } });
  expect(namesOf(findings)).toEqual(['01.jpeg', '02.png', '03']);
  expect(findings.sources?.[1]).toMatchObject({ path: file('错误 1.PNG').path, sizeBytes: 1 });
  expect(findings.notes).toEqual([]);
});

test('attachments keep their names, and lie beside the screenshots at the top of the packet', async () => {
  const { file, host } = await planted();
  const findings = await look(userAttachments, host, { request: { attachments: [file('report.txt')] } });
  expect(namesOf(findings)).toEqual(['report.txt']);
  expect([userScreenshots.folder, userAttachments.folder]).toEqual(['screenshots', 'attachments']);
});

test('a link that the user names is followed, under its own name', async () => {
  const { folder, file, host } = await planted();
  await symlink('report.txt', join(folder, 'link.txt'));
  const findings = await look(userAttachments, host, { request: { attachments: [file('link.txt')] } });
  expect(findings.sources).toMatchObject([{ name: 'link.txt', path: file('report.txt').path }]);
});

test('what vanished since it was chosen is noted, the rest is taken', async () => {
  const { folder, file, host } = await planted();
  await mkdir(join(folder, 'a folder'));
  const attachments = [file('gone.txt'), file('a folder'), file('report.txt')];
  const findings = await look(userAttachments, host, { request: { attachments } });
  expect(namesOf(findings)).toEqual(['report.txt']);
  expect(findings.notes).toEqual([
    { reason: 'not-found', about: file('gone.txt').path, detail: 'ENOENT' },
    { reason: 'cannot-read', about: file('a folder').path, detail: 'EISDIR' },
  ]);
});

test('without files there is nothing to do', async () => {
  const { host } = await planted();
  expect(await look(userScreenshots, host)).toEqual({ skipped: 'not-selected' });
});

test('captions lie beside the screenshots, each under the name that its picture has in the packet', async () => {
  const { file, host } = await planted();
  const screenshots = [
    file('b.jpeg'),
    { ...file('错误 1.PNG'), caption: '错误窗口' },
    { ...file('no extension'), caption: 'log view' },
  ];
  const findings = await look(userScreenshots, host, { request: { screenshots } });
  expect(findings.sources?.at(-1)).toEqual({
    kind: 'text',
    name: 'captions.txt',
    text: '02.png  错误窗口\n03  log view\n',
  });
});
