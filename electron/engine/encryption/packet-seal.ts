// What happens to a packet between archiver and disk: nothing, or encryption; and how it is read back. A packet that is
// encrypted goes to disk encrypted from its first byte on: there is no plain copy to remove, not even after a power cut.
// Runs in the engine's process.
import type { Encryption } from '#shared/schema/encryption.ts';
import { openPlain, type PacketBytes } from '../packet/packet-bytes.ts';
import { Trouble } from '../trouble.ts';
import { ZIP64_FROM_BYTES } from './password-zip-headers.ts';
import { findWrapped, unwrapPacket } from './read-password-zip.ts';
import { writePasswordZip } from './write-password-zip.ts';

export interface PacketSeal {
  /** Behind the packet's name. */
  readonly suffix: '' | '.age';
  /** Undefined where the packet stays plain. */
  readonly encrypt?: (plain: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** What was written, decrypted; to be closed. Rejects with Trouble where it does not open. */
  open(path: string, signal: AbortSignal): Promise<PacketBytes>;
}

export interface SealedPacket {
  /** The packet's name, `….zip`. */
  readonly name: string;
  readonly modifiedAt: Date;
  /** About; what the zip takes at most. */
  readonly largestBytes: number;
}

/** Rejects with Trouble for a recipient that is none. */
export async function sealFor(encryption: Encryption | undefined, packet: SealedPacket): Promise<PacketSeal> {
  switch (encryption?.way) {
    case undefined:
      return { suffix: '', open: (path) => openPlain(path) };
    case 'password':
      return passwordSeal(encryption.password, packet);
    case 'age':
      return ageSeal(encryption.recipients);
  }
}

function passwordSeal(password: string, { name, modifiedAt, largestBytes }: SealedPacket): PacketSeal {
  const entry = { name, modifiedAt, zip64: largestBytes >= ZIP64_FROM_BYTES };
  return {
    suffix: '',
    encrypt: (plain) => writePasswordZip(plain, entry, password),
    open: (path, signal) =>
      readBack(path, async (outer) => {
        const wrapped = await findWrapped(outer);
        if (wrapped === undefined) return 'damaged';
        return unwrapPacket(outer, wrapped, password, () => undefined, signal);
      }),
  };
}

/** Loaded when it is needed: its curves take long to get ready, and few packets need them. */
async function ageSeal(recipients: readonly string[]): Promise<PacketSeal> {
  const { FileKeyKeeper, isRecipient, writeAge } = await import('./write-age.ts');
  const { readAge } = await import('./read-age.ts');
  for (const recipient of recipients) {
    if (!isRecipient(recipient)) throw new Trouble({ code: 'bad-recipient', recipient });
  }
  const keeper = new FileKeyKeeper();
  return {
    suffix: '.age',
    encrypt: (plain) => writeAge(plain, recipients, keeper),
    open: (path) => readBack(path, (file) => readAge(file, [keeper])),
  };
}

async function readBack(
  path: string,
  decrypt: (file: PacketBytes) => Promise<PacketBytes | string>,
): Promise<PacketBytes> {
  const file = await openPlain(path);
  try {
    const packet = await decrypt(file);
    if (typeof packet === 'string') throw new Trouble({ code: 'check-failed', detail: packet });
    return packet;
  } catch (error) {
    await file.close();
    throw error;
  }
}
