// What a program printed, as a file of the packet: whole lines only where it was cut short. Runs in the engine's process.
import type { Cut } from '#shared/schema/manifest.ts';
import type { Note, Source } from '../collectors/collector.ts';
import { commandNote } from '../collectors/trouble-note.ts';
import { consoleText } from '../host/console-text.ts';
import type { Host } from '../host/host.ts';
import type { OpenSource } from './file-chunks.ts';
import { openText } from './text-chunks.ts';

const LINE_END = 0x0a;
const INDENT = new Set([0x20, 0x09, LINE_END]);

/** @returns the output, or a note that says why there is none. Throws only when cancelled. */
export async function openCommand(
  { command, recode, newestFirst }: Extract<Source, { kind: 'command' }>,
  host: Host,
  signal: AbortSignal,
): Promise<OpenSource | { readonly note: Note }> {
  const answer = await host.run(command, signal);
  signal.throwIfAborted();
  const note = commandNote(command, answer);
  const cut: Cut | undefined = answer.truncated
    ? 'size-limit'
    : answer.status === 'timed-out'
      ? 'time-limit'
      : undefined;
  let bytes = recode ? Buffer.from(consoleText(answer.stdout)) : answer.stdout;
  if (answer.truncated && command.keepNewest) bytes = fromFirstLine(bytes);
  else if (cut !== undefined) bytes = toLastLine(bytes);
  if (newestFirst) bytes = oldestFirst(bytes);
  if (note !== undefined && bytes.length === 0) return { note };
  return openText(bytes, host.now(), {
    ...(cut === undefined ? {} : { cut }),
    ...(note === undefined ? {} : { notes: [note] }),
  });
}

/** Line ends are the same byte in UTF-8 and in code pages, so no character is touched. */
function oldestFirst(bytes: Buffer): Buffer {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at === 0 || !INDENT.has(bytes[at] ?? 0)) starts.push(at);
    const end = bytes.indexOf(LINE_END, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  const ends = [...starts.slice(1), bytes.length];
  return Buffer.concat(starts.map((start, entry) => bytes.subarray(start, ends[entry])).reverse());
}

function fromFirstLine(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf(LINE_END) + 1);
}

/** A single line that is not complete is better than nothing. */
function toLastLine(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(LINE_END);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
