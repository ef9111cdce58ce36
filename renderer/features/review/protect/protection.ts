// What the user chose to protect the packet with, as typed, and what is wrong with it. Pure. Runs in the window.
import {
  ADVISED_PASSWORD_LENGTH,
  AgeRecipient,
  type Encryption,
  type EncryptionWay,
} from '#shared/schema/encryption.ts';

export interface Protection {
  readonly way: EncryptionWay;
  readonly password: string;
  readonly repeated: string;
  /** Public keys, one a line. */
  readonly recipients: string;
}

export type ProtectionTrouble =
  | { readonly field: 'password'; readonly code: 'password-missing' }
  | { readonly field: 'repeated'; readonly code: 'password-differs' }
  | { readonly field: 'recipients'; readonly code: 'recipients-missing' | 'too-many-recipients' }
  /** Lines are counted from 1. */
  | { readonly field: 'recipients'; readonly code: 'recipient-shape'; readonly line: number };

const MAX_RECIPIENTS = 20;
/** What every program takes in a password, whatever its code page. */
const COMMON = /^[\x20-\x7e]*$/;

/** The choice as it was made before, to be changed. */
export function typedProtection(encryption: Encryption | undefined): Protection {
  const password = encryption?.way === 'password' ? encryption.password : '';
  return {
    way: encryption?.way ?? 'none',
    password,
    repeated: password,
    recipients: encryption?.way === 'age' ? encryption.recipients.join('\n') : '',
  };
}

export function protectionTrouble(typed: Protection): ProtectionTrouble | undefined {
  if (typed.way === 'password') {
    if (typed.password === '') return { field: 'password', code: 'password-missing' };
    if (typed.password !== typed.repeated) return { field: 'repeated', code: 'password-differs' };
  }
  if (typed.way === 'age') {
    const wrong = typed.recipients
      .split('\n')
      .findIndex((line) => line.trim() !== '' && !AgeRecipient.safeParse(line.trim()).success);
    if (wrong >= 0) return { field: 'recipients', code: 'recipient-shape', line: wrong + 1 };
    const { length } = recipientsOf(typed);
    if (length === 0) return { field: 'recipients', code: 'recipients-missing' };
    if (length > MAX_RECIPIENTS) return { field: 'recipients', code: 'too-many-recipients' };
  }
  return undefined;
}

/** Of a choice without trouble. @returns undefined where the packet leaves plain */
export function toEncryption(typed: Protection): Encryption | undefined {
  if (typed.way === 'password') return { way: 'password', password: typed.password };
  return typed.way === 'age' ? { way: 'age', recipients: recipientsOf(typed) } : undefined;
}

export function passwordStrength(password: string): 'short' | 'plain' | 'good' {
  if (password.length < ADVISED_PASSWORD_LENGTH) return 'short';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u];
  const mixed = kinds.filter((kind) => kind.test(password)).length > 1;
  return mixed || password.length >= 2 * ADVISED_PASSWORD_LENGTH ? 'good' : 'plain';
}

export function isOddPassword(password: string): boolean {
  return !COMMON.test(password);
}

/** Each key once. */
function recipientsOf({ recipients }: Protection): string[] {
  const keys = recipients.split('\n').map((line) => line.trim());
  return [...new Set(keys.filter((key) => key !== ''))];
}
