// A packet as a form with one file field (multipart/form-data). Runs in the engine's process.
import { randomBytes } from 'node:crypto';
import type { PacketFile } from '../target.ts';
import type { HttpBody } from './http-request.ts';

/** @param chunks the packet's content */
export function formBody(
  field: string,
  packet: PacketFile,
  chunks: AsyncIterable<Uint8Array>,
): HttpBody & { readonly contentType: string } {
  const boundary = `casepack-${randomBytes(16).toString('hex')}`;
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(field)}"; filename="${quoted(packet.name)}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: head.length + packet.bytes + tail.length,
    chunks: joined(head, chunks, tail),
  };
}

async function* joined(head: Uint8Array, chunks: AsyncIterable<Uint8Array>, tail: Uint8Array) {
  yield head;
  yield* chunks;
  yield tail;
}

/** As browsers do it. */
const quoted = (text: string) => text.replace(/["\r\n]/g, encodeURIComponent);
