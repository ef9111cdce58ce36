// A file that a program wrote for us into the draft's private folder: streamed like any other and removed at once.
// Runs in the engine's process.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Note, Source } from '../collectors/collector.ts';
import { commandNote, fileNote } from '../collectors/trouble-note.ts';
import { type Host, isTrouble } from '../host/host.ts';
import { fileInfo, openFile } from '../host/local-files.ts';
import { type OpenSource, openFileSource } from './file-chunks.ts';

/** @returns what the program wrote, or a note that says why there is nothing. Throws only when cancelled. */
export async function openExport(
  source: Extract<Source, { kind: 'export' }>,
  host: Host,
  signal: AbortSignal,
  privateFolder: string,
): Promise<OpenSource | { readonly note: Note }> {
  const path = join(privateFolder, `${randomUUID()}.tmp`);
  const command = source.command(path);
  const about = [command.program, ...command.args].join(' ').replace(path, source.name);
  const answer = await host.run(command, signal);
  const info = await fileInfo(path);
  const note = commandNote(command, answer);
  const trouble =
    note === undefined && isTrouble(info)
      ? fileNote(source.name, info.trouble)
      : !isTrouble(info) && info.sizeBytes > source.maxBytes
        ? { reason: 'size-limit', about, detail: `${info.sizeBytes}` }
        : note && {
            ...note,
            about,
            ...(note.detail && { detail: note.detail.replaceAll(path, source.name) }),
          };
  if (signal.aborted || isTrouble(info) || trouble !== undefined) {
    await rm(path, { force: true });
    signal.throwIfAborted();
    return { note: trouble ?? { reason: 'not-found', about } };
  }
  // The folder is the engine's own, so it is read on this machine, whatever machine `host` stands for.
  const own = { ...host, open: openFile };
  const file = { ...info, kind: 'file', name: source.name, path } as const;
  const opened = await openFileSource(file, own, signal);
  if (!('chunks' in opened)) return opened;
  return { ...opened, chunks: thenRemoved(opened.chunks, path) };
}

async function* thenRemoved(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } finally {
    await rm(path, { force: true });
  }
}
