// Writes one .eml draft, streaming its attachments. Runs in the engine's process.
import { createReadStream } from 'node:fs';
import MailComposer from 'nodemailer/lib/mail-composer';
import { writeHashed } from './write-hashed.ts';

export interface DraftMessage {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
  /** Absolute paths, or their bytes. */
  readonly attachments: readonly { readonly name: string; readonly content: string | Buffer }[];
}

/** A message that opens ready to send: Outlook and Thunderbird take X-Unsent for "mine, not sent yet". */
function composed({ to, cc, subject, text, date, attachments }: DraftMessage) {
  const composer = new MailComposer({
    ...(to.length === 0 ? {} : { to: [...to] }),
    ...(cc.length === 0 ? {} : { cc: [...cc] }),
    subject,
    date,
    text: text.replaceAll(/\r?\n/g, '\r\n'),
    textEncoding: 'base64',
    headers: { 'X-Unsent': '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: attachments.map(({ name, content }) => ({
      filename: name,
      contentType: /\.zip$/i.test(name) ? 'application/zip' : 'application/octet-stream',
      contentTransferEncoding: 'base64',
      content: typeof content === 'string' ? createReadStream(content) : content,
    })),
  });
  return composer.compile().createReadStream();
}

/** @returns how large the message is. */
export async function messageBytes(message: DraftMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of composed(message)) bytes += chunk.length;
  return bytes;
}

/**
 * @param path must not exist yet; readable by this user only
 * @param onChunk hears the size of each chunk written
 * @returns the size of the draft. Rejects with Trouble, and when cancelled; a part of the file may exist then.
 */
export async function writeDraft(
  path: string,
  message: DraftMessage,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): Promise<number> {
  return (await writeHashed(path, composed(message), onChunk, signal)).bytes;
}
