// The bytes of a screenshot without its metadata. Runs in the engine's process.
import type { Source } from '../collectors/collector.ts';
import type { Host } from '../host/host.ts';
import { strippedPicture } from '../screenshots/strip-picture.ts';
import { type OpenSource, openFileSource } from './file-chunks.ts';

/** As openFileSource; what could not be cleaned is noted. */
export async function openPicture(
  source: Extract<Source, { kind: 'file' }>,
  host: Host,
  signal: AbortSignal,
): ReturnType<typeof openFileSource> {
  const opened = await openFileSource(source, host, signal);
  if (!('chunks' in opened)) return opened;
  const outcome: OpenSource['outcome'] = {};
  const chunks = async function* () {
    const notes: { reason: string; about: string }[] = [];
    yield* strippedPicture(opened.chunks, (reason) => notes.push({ reason, about: source.path }));
    Object.assign(outcome, opened.outcome);
    outcome.notes = [...(opened.outcome.notes ?? []), ...notes];
    if (notes.some(({ reason }) => reason === 'picture-too-large')) outcome.cut = 'size-limit';
  };
  return { ...opened, chunks: chunks(), outcome };
}
