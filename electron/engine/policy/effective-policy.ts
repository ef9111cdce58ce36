// The policy that holds on this machine: built-in values, the policy file's over them, and the strictest ones where a
// section of the file is broken. Runs in the engine's process.
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';
import { defaultLogAreas } from '#shared/policy/log-areas.ts';
import { POLICY_SETTINGS, type PolicySetting } from '#shared/policy/policy-rows.ts';
import type { EffectivePolicy, PolicySource } from '#shared/schema/effective-policy.ts';
import type { PolicySection } from '#shared/schema/policy-file.ts';
import type { SendingRules } from '#shared/schema/policy-sending.ts';
import { findPolicyFile } from './machine-policy-file.ts';
import { type ReadPolicy, readPolicyFile } from './read-policy-file.ts';

/** Broken, these only lose what they would have made easier; nothing is kept from anyone by them. */
const HARMLESS: readonly PolicySection[] = ['support', 'defaults', 'logAreas', 'limits'];

/** Reads the file anew at every call, so that a mended policy holds at once. */
export async function machinePolicy(
  env: Readonly<Record<string, string | undefined>>,
): Promise<EffectivePolicy> {
  const file = await findPolicyFile(env);
  return file === undefined ? builtInPolicy : effectivePolicy(file, await readPolicyFile(file));
}

/** @param file its path */
function effectivePolicy(file: string, { sections, broken, troubles }: ReadPolicy): EffectivePolicy {
  const isBroken = (name: PolicySection) => broken.includes(name);
  const { support, defaults, locked, redaction, collectorsOff, logAreas, updates } = sections;
  const sourceOf = (setting: PolicySetting): PolicySource => {
    const [name = '', part] = setting.split('.');
    const section = name as PolicySection;
    if (isBroken(section)) return HARMLESS.includes(section) ? 'built-in' : 'closed';
    const given = sections[section];
    const value = part === undefined ? given : (given as Record<string, unknown> | undefined)?.[part];
    return value === undefined ? 'built-in' : 'file';
  };
  return {
    file,
    troubles: [...troubles],
    support: { ...china2008Policy, ...withoutUndefined(support ?? {}) },
    defaults: defaults ?? {},
    locked: locked ?? [],
    redactionMinimum: isBroken('redaction') ? 'strict' : (redaction?.minimum ?? 'off'),
    keywords: redaction?.keywords ?? [],
    collectorsOff: collectorsOff ?? [],
    logAreas: logAreas ?? defaultLogAreas,
    sending: sendingRules(sections, isBroken),
    ...(updates === undefined ? {} : { updates }),
    mayCollect: !isBroken('collectorsOff') && !isBroken('redaction'),
    sources: Object.fromEntries(POLICY_SETTINGS.map((setting) => [setting, sourceOf(setting)])),
  };
}

function sendingRules(
  { delivery = {}, recipients = {}, limits = {}, encryption = {} }: ReadPolicy['sections'],
  isBroken: (name: PolicySection) => boolean,
): SendingRules {
  const { maxMessageMB, maxCollectedMB } = limits;
  const allowed = isBroken('delivery') ? [] : delivery.allowed;
  return {
    mayDeliver: !(['delivery', 'recipients', 'encryption', 'redaction'] as const).some(isBroken),
    targets: delivery.targets ?? [],
    ...(allowed === undefined ? {} : { allowed }),
    mailTo: recipients.mailTo ?? [],
    mailCc: recipients.mailCc ?? [],
    recipientsLocked: isBroken('recipients') || (recipients.locked ?? false),
    ageRecipients: recipients.age ?? [],
    encryptionRequired: isBroken('encryption') ? 'any' : (encryption.required ?? 'no'),
    ...(maxMessageMB === undefined ? {} : { maxMessageBytes: Math.floor(maxMessageMB * 1e6) }),
    ...(maxCollectedMB === undefined ? {} : { maxCollectedBytes: Math.floor(maxCollectedMB * 1024 ** 2) }),
  };
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
