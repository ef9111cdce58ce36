// The bytes of a source, whatever happens to it meanwhile: trouble ends the file early and is told, never thrown.
// Runs in the engine's process.
import type { Note, Source } from '../collectors/collector.ts';
import type { Host } from '../host/host.ts';
import { openCommand } from './command-output.ts';
import { openComputed } from './computed-chunks.ts';
import { openExport } from './exported-file.ts';
import { type OpenSource, openFileSource } from './file-chunks.ts';
import { openPicture } from './picture-chunks.ts';
import { openText } from './text-chunks.ts';

/**
 * @param privateFolder of the draft, for programs that write a file.
 * @returns the source, or a note that says why there is nothing to read. Throws only when cancelled.
 */
export async function openSource(
  source: Source,
  host: Host,
  signal: AbortSignal,
  privateFolder: string,
): Promise<OpenSource | { readonly note: Note }> {
  switch (source.kind) {
    case 'text':
      return openText(Buffer.from(source.text), host.now(), {});
    case 'command':
      return openCommand(source, host, signal);
    case 'file':
      return source.picture ? openPicture(source, host, signal) : openFileSource(source, host, signal);
    case 'export':
      return openExport(source, host, signal, privateFolder);
    case 'computed':
      return openComputed(source, host, signal);
  }
}
