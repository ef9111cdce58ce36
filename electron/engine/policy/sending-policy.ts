// The machine's policy where something is to leave: targets, recipients, message sizes, encryption, redaction. The one place
// where it is enforced, for the command line as for the window. Runs in the engine's process.

import { readMailAddresses } from '#shared/mail-addresses.ts';
import type { EffectivePolicy, ForbiddenBy } from '#shared/schema/effective-policy.ts';
import type { Encryption } from '#shared/schema/encryption.ts';
import type { RedactionLevel } from '#shared/schema/redaction.ts';
import type { Access } from '../delivery/target.ts';
import { Trouble } from '../trouble.ts';
import { isAllowedPlace } from './allowed-place.ts';
import { isStricter } from './apply-policy.ts';

type Rules = EffectivePolicy | undefined;

/** How a packet that exists is protected. */
export interface Protection {
  readonly encryption: Encryption['way'] | 'none';
  /** Unknown where it is encrypted. */
  readonly redaction?: RedactionLevel | undefined;
}

function forbidden(by: ForbiddenBy, given: string, allowed: readonly string[] = []): Trouble {
  return new Trouble({ code: 'policy-forbids', by, given, allowed: allowed.join(', ') });
}

/** Throws Trouble. @param shown the target as messages name it */
export function refuseTarget(url: URL, shown: string, { mailTo }: Access, rules: Rules): void {
  if (rules === undefined) return;
  refuseBroken(rules);
  const { allowed, targets } = rules.sending;
  if (allowed !== undefined) {
    const places = [...targets.map((target) => target.url), ...allowed];
    if (!isAllowedPlace(url, places)) {
      throw forbidden('target', shown, [...targets.map(({ name }) => name), ...allowed]);
    }
  }
  if (mailTo !== undefined) refuseRecipients(readMailAddresses(mailTo) ?? [mailTo], rules);
}

/** @returns to whom a message goes where nobody is named, separated by commas; undefined where the policy names nobody */
export function usualRecipients(rules: Rules): string | undefined {
  const { mailTo = [] } = rules?.sending ?? {};
  return mailTo.length === 0 ? undefined : mailTo.join(', ');
}

/** Throws Trouble. */
export function refuseRecipients(addresses: readonly string[], rules: Rules): void {
  if (rules === undefined) return;
  refuseBroken(rules);
  const { recipientsLocked, mailTo, mailCc } = rules.sending;
  if (!recipientsLocked) return;
  const known = [...mailTo, ...mailCc];
  const isKnown = (address: string) => known.some((one) => one.toLowerCase() === address.toLowerCase());
  const stranger = addresses.find((address) => !isKnown(address));
  if (stranger !== undefined) throw forbidden('recipient', stranger, known);
}

/** Throws Trouble. */
export function refuseMessageSize(bytes: number, rules: Rules): void {
  const most = rules?.sending.maxMessageBytes;
  if (most !== undefined && bytes > most) throw forbidden('message-size', String(bytes), [String(most)]);
}

/**
 * @param wanted what the user chose
 * @returns what the packet is encrypted with: the policy's keys open all that is encrypted for keys, and are taken where
 * nothing was chosen although something must be. Throws Trouble where the choice is against the policy.
 */
export function requiredEncryption(wanted: Encryption | undefined, rules: Rules): Encryption | undefined {
  if (rules === undefined) return wanted;
  const { encryptionRequired, ageRecipients } = rules.sending;
  if (wanted?.way === 'age') {
    return { way: 'age', recipients: [...new Set([...wanted.recipients, ...ageRecipients])] };
  }
  if (encryptionRequired === 'no') return wanted;
  if (wanted === undefined && ageRecipients.length > 0) return { way: 'age', recipients: [...ageRecipients] };
  // What is demanded may be the broken file's strictest value only: then that is what to tell.
  if (wanted === undefined) refuseBroken(rules);
  refuseUnencrypted(wanted?.way ?? 'none', rules);
  return wanted;
}

/** For packets that exist: built elsewhere, or before the policy came. Throws Trouble. */
export function refuseUnprotected({ encryption, redaction }: Protection, rules: Rules): void {
  if (rules === undefined) return;
  refuseUnencrypted(encryption, rules);
  const { redactionMinimum } = rules;
  if (redaction !== undefined && isStricter(redactionMinimum, redaction)) {
    throw forbidden('redaction', redaction, [redactionMinimum]);
  }
}

function refuseUnencrypted(way: Protection['encryption'], { sending }: EffectivePolicy): void {
  const { encryptionRequired } = sending;
  if (encryptionRequired === 'any' && way === 'none') throw forbidden('encryption', '');
  if (encryptionRequired === 'age' && way !== 'age') throw forbidden('age-encryption', '');
}

function refuseBroken({ file, sending }: EffectivePolicy): void {
  if (file !== undefined && !sending.mayDeliver) throw new Trouble({ code: 'policy-broken', file });
}
