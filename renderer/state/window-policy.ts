// The machine's policy as the window follows it: the built-in one until the engine has answered, presets into the form,
// locked values over it. The engine holds to the policy by itself; here it is shown. Pure. Runs in the window.
import type { EffectivePolicy } from '#shared/schema/effective-policy.ts';
import type { Encryption } from '#shared/schema/encryption.ts';
import type { RedactionLevel } from '#shared/schema/redaction.ts';
import type { Settings } from '#shared/schema/settings.ts';
import type { CaseForm } from './case-form.ts';

export type WindowPolicy = Pick<
  EffectivePolicy,
  | 'support'
  | 'defaults'
  | 'locked'
  | 'redactionMinimum'
  | 'keywords'
  | 'collectorsOff'
  | 'logAreas'
  | 'sending'
>;

const LEAST_FIRST: readonly RedactionLevel[] = ['off', 'standard', 'strict'];

/** Whether a level of redaction is less than the policy demands. */
export function isTooLittle(level: RedactionLevel, { redactionMinimum }: WindowPolicy): boolean {
  return LEAST_FIRST.indexOf(level) < LEAST_FIRST.indexOf(redactionMinimum);
}

/** Whether the policy switched a collector off, by its id or its area. */
export function isOff(collector: string, { collectorsOff }: WindowPolicy): boolean {
  return collectorsOff.some((name) => collector === name || collector.startsWith(`${name}.`));
}

/** Locked values over what is there, and redaction as far as is demanded. */
export function withLocks(form: CaseForm, policy: WindowPolicy): CaseForm {
  const { defaults, locked, redactionMinimum } = policy;
  const values = Object.fromEntries(
    locked.flatMap((name) => (defaults[name] === undefined ? [] : [[name, defaults[name]]])),
  );
  return {
    ...form,
    ...values,
    redaction: isTooLittle(form.redaction, policy) ? redactionMinimum : form.redaction,
  };
}

/** Presets where nobody has said otherwise, and what is locked. */
export function withPresets(form: CaseForm, policy: WindowPolicy, { plan }: Settings): CaseForm {
  const { defaults } = policy;
  const preset: CaseForm = {
    ...form,
    ccid: form.ccid.trim() === '' ? (defaults.ccid ?? form.ccid) : form.ccid,
    company: form.company.trim() === '' ? (defaults.company ?? form.company) : form.company,
    plan: plan === undefined ? (defaults.plan ?? form.plan) : form.plan,
  };
  return withLocks(preset, policy);
}

/** How a packet is encrypted until the user says otherwise: for the policy's keys, where something is demanded. */
export function presetEncryption({ sending }: WindowPolicy): Encryption | undefined {
  const { encryptionRequired, ageRecipients } = sending;
  if (encryptionRequired === 'no' || ageRecipients.length === 0) return undefined;
  return { way: 'age', recipients: [...ageRecipients] };
}

/** Whether the policy allows this kind of encryption; `none` is none at all. */
export function isAllowedWay(way: Encryption['way'] | 'none', { sending }: WindowPolicy): boolean {
  const { encryptionRequired } = sending;
  if (encryptionRequired === 'no') return true;
  return encryptionRequired === 'age' ? way === 'age' : way !== 'none';
}
