// Looks whether a newer version is announced: only when the user asks, only where the policy says where, and believed only
// if it is signed with the policy's key. Downloads nothing else and installs nothing. Runs in the main process.
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { UpdateAnswer } from '#shared/schema/about.ts';
import type { UpdateSource } from '#shared/schema/policy-file.ts';
import type { Language } from '#shared/schema/settings.ts';

const TIMEOUT_MS = 15_000;
const LIMIT_BYTES = 64 * 1024;
/** What stands before the raw key in the DER form of an Ed25519 public key. */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The note as it is signed: its very text, so that no two readings of it exist. */
const SignedNote = z.object({ note: z.string(), signature: z.base64() });
const Version = z.string().regex(/^\d+\.\d+\.\d+$/);
const Lines = z.array(z.string().max(500)).max(50);
const UpdateNote = z.object({ version: Version, changes: z.object({ zh: Lines, en: Lines }) });

export interface UpdateQuestion {
  /** From the policy; absent: nobody is asked. */
  readonly source: UpdateSource | undefined;
  readonly version: string;
  readonly language: Language;
}

/** @param get Electron's net.fetch, which knows the system's proxies and certificates */
export async function checkUpdate(question: UpdateQuestion, get: typeof fetch): Promise<UpdateAnswer> {
  const { source, version, language } = question;
  if (source === undefined) return { state: 'not-configured' };
  let text: string;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await get(source.url, {
      signal,
      redirect: 'error',
      credentials: 'omit',
    });
    if (!response.ok) return { state: 'unreachable', reason: `HTTP ${response.status}` };
    text = await bounded(response);
  } catch (error) {
    return { state: 'unreachable', reason: error instanceof Error ? error.name : 'Error' };
  }
  const signed = SignedNote.safeParse(parsedJson(text));
  if (!signed.success) return { state: 'unreachable', reason: 'no update note' };
  if (!isSigned(signed.data, source.publicKey)) return { state: 'not-signed' };
  const note = UpdateNote.safeParse(parsedJson(signed.data.note));
  if (!note.success) return { state: 'unreachable', reason: 'no update note' };
  if (!isNewer(note.data.version, version)) return { state: 'newest' };
  return { state: 'newer', version: note.data.version, changes: note.data.changes[language] };
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > LIMIT_BYTES) throw new RangeError('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSigned({ note, signature }: z.infer<typeof SignedNote>, publicKey: string): boolean {
  const der = Buffer.concat([ED25519_PREFIX, Buffer.from(publicKey, 'base64')]);
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(note, 'utf8'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false; // no key at all
  }
}

function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]);
  return at !== undefined && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}
