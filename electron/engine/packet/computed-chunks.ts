// The bytes of a source that is worked out while collecting. Runs in the engine's process.
import type { Note, Source } from '../collectors/collector.ts';
import type { Host } from '../host/host.ts';
import type { OpenSource } from './file-chunks.ts';

export function openComputed(
  source: Extract<Source, { kind: 'computed' }>,
  host: Host,
  signal: AbortSignal,
): OpenSource {
  const outcome: OpenSource['outcome'] = {};
  const chunks = async function* () {
    try {
      Object.assign(outcome, yield* source.compute(host, signal));
    } catch (error) {
      signal.throwIfAborted();
      // Fail forward: a bug in what one collector works out must not cost the case.
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const note: Note = { reason: 'unexpected-error', about: source.name, detail };
      outcome.cut = 'read-error';
      outcome.notes = [note];
    }
  };
  return { chunks: chunks(), modifiedAt: host.now(), outcome };
}
