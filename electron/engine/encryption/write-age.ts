// Encrypts a packet, as it is being written, for the holders of age keys. Runs in the engine's process.
//
// note: reading back what only others can open
// The recipients' secret keys are not here, but the file's own key is, while it is being written. It is kept in memory
// until the packet was read back through the encryption and compared; no further recipient is added for that.
import { Encrypter, type Identity, type Recipient, type Stanza } from 'age-encryption';

/** Remembers the file's key and adds nothing to the file. */
export class FileKeyKeeper implements Recipient, Identity {
  #fileKey: Uint8Array | undefined;

  wrapFileKey(fileKey: Uint8Array): Stanza[] {
    this.#fileKey = fileKey;
    return [];
  }

  unwrapFileKey(): Uint8Array | null {
    return this.#fileKey ?? null;
  }
}

/** @returns whether the key's checksum is right, so that no typing error makes a packet that nobody can open. */
export function isRecipient(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}

/** @param recipients checked before. @returns the whole age file in parts. */
export async function* writeAge(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  keeper: FileKeyKeeper,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  encrypter.addRecipient(keeper);
  // Leaving this loop early cancels the stream, and with it `plain`.
  yield* await encrypter.encrypt(ReadableStream.from(plain));
}
