// What the user adds by hand: screenshots and attachments. Runs in the engine's process.
import type { UserFile } from '#shared/schema/case-request.ts';
import { type Host, isTrouble } from '../../host/host.ts';
import type { Collector, Findings, Note, Source } from '../collector.ts';
import { fileNote } from '../trouble-note.ts';
import { openUserFile } from './open-user-file.ts';

export const userScreenshots: Collector = {
  id: 'user.screenshots',
  folder: 'screenshots',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'never',
  timeoutMs: 60_000,
  /** Named 01.png, 02.jpg … in the order the user chose; captions.txt says what they show. */
  async look({ host, request }) {
    const findings = await userFiles(host, request.screenshots, { picture: true }, screenshotName);
    const captions = request.screenshots
      .map((file, position) => file.caption && `${screenshotName(file, position)}  ${file.caption}\n`)
      .join('');
    if (captions === '') return findings;
    const sources = [
      ...(findings.sources ?? []),
      { kind: 'text', name: 'captions.txt', text: captions } as const,
    ];
    return { ...findings, sources };
  },
};

function screenshotName(file: UserFile, position: number): string {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(file.name)?.[0].toLowerCase() ?? '';
  return `${String(position + 1).padStart(2, '0')}${extension}`;
}

export const userAttachments: Collector = {
  id: 'user.attachments',
  folder: 'attachments',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'never',
  timeoutMs: 60_000,
  look: ({ host, request }) => userFiles(host, request.attachments, {}, (file) => file.name),
};

async function userFiles(
  host: Host,
  files: readonly UserFile[],
  kind: { readonly picture?: true },
  nameOf: (file: UserFile, position: number) => string,
): Promise<Findings> {
  if (files.length === 0) return { skipped: 'not-selected' };
  const sources: Source[] = [];
  const notes: Note[] = [];
  for (const [position, file] of files.entries()) {
    const opened = await openUserFile(host, file.path);
    if (isTrouble(opened)) {
      notes.push(fileNote(file.path, opened.trouble));
      continue;
    }
    await opened.file.close();
    sources.push({
      kind: 'file',
      ...kind,
      name: nameOf(file, position),
      path: opened.path,
      sizeBytes: opened.file.sizeBytes,
      modifiedAt: opened.file.modifiedAt,
    });
  }
  return { sources, notes };
}
