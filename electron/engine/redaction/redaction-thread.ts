// The other end of threaded-redaction.ts: redacts the parts of texts that it is sent. Runs in a thread of the engine's process.
import type { MessagePort } from 'node:worker_threads';
import type { RedactionLevel } from '#shared/schema/redaction.ts';
import { type News, SegmentRedactor } from './segment-redactor.ts';
import type { DoneSegment } from './text-redaction.ts';

/** What a redacting thread is started with. */
export interface RedactingWork {
  readonly part: 'redacting';
  readonly level: RedactionLevel;
}

/** To the thread: a part of a text, and what the case came to know since the last one. */
export interface SentSegment {
  readonly bytes: Uint8Array;
  readonly news: News;
}

/** From the thread: that it runs, and what became of each part in its order; undefined where the case must do it. */
export type FromRedacting =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly segment: DoneSegment | undefined };

/** Redacts until the thread is ended from outside. */
export function redactInThread(port: MessagePort, { level }: RedactingWork): void {
  const redactor = new SegmentRedactor(level);
  port.on('message', ({ bytes, news }: SentSegment) => {
    redactor.follow(news);
    const segment = redactor.redact(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    const memory = segment === undefined ? [] : [segment.bytes.buffer];
    port.postMessage({ type: 'done', segment } satisfies FromRedacting, memory);
  });
  port.postMessage({ type: 'ready' } satisfies FromRedacting);
}
