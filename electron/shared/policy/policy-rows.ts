// The effective policy as rows for a table: setting, value, where it comes from. Used by the command line and the window.
import type { EffectivePolicy, PolicySource } from '../schema/effective-policy.ts';

/** As the policy file spells them, in the order of its documentation. */
export const POLICY_SETTINGS = [
  'support.edition',
  'support.severities',
  'support.standardHours',
  'support.hotline',
  'support.contacts',
  'defaults',
  'locked',
  'redaction.minimum',
  'redaction.keywords',
  'collectorsOff',
  'logAreas',
  'delivery.targets',
  'delivery.allowed',
  'recipients.mailTo',
  'recipients.mailCc',
  'recipients.locked',
  'recipients.age',
  'limits.maxMessageMB',
  'limits.maxCollectedMB',
  'encryption.required',
  'updates.url',
] as const;
export type PolicySetting = (typeof POLICY_SETTINGS)[number];

export interface PolicyRow {
  readonly setting: PolicySetting;
  /** Empty: none. */
  readonly values: readonly string[];
  readonly source: PolicySource;
}

/** Values are data, as the policy file has them. */
export function policyRows(policy: EffectivePolicy): PolicyRow[] {
  const { support, defaults, locked, redactionMinimum, keywords, collectorsOff, logAreas, updates, sending } =
    policy;
  const { from, to, timeZone } = support.standardHours;
  const row = (setting: PolicySetting, values: readonly string[]): PolicyRow => ({
    setting,
    values,
    source: policy.sources[setting] ?? 'built-in',
  });
  return [
    row('support.edition', [support.edition]),
    row(
      'support.severities',
      support.severities.map(({ level, name, responseHours }) => `${level} ${name}: ${responseHours} h`),
    ),
    row('support.standardHours', [`${from}-${to} ${timeZone}`]),
    row('support.hotline', [support.hotline]),
    row(
      'support.contacts',
      support.contacts.map(({ address }) => address),
    ),
    row(
      'defaults',
      Object.entries(defaults).map(([name, value]) => `${name}: ${value}`),
    ),
    row('locked', locked),
    row('redaction.minimum', [redactionMinimum]),
    row('redaction.keywords', keywords),
    row('collectorsOff', collectorsOff),
    row('logAreas', Object.keys(logAreas.byArea)),
    row(
      'delivery.targets',
      sending.targets.map(({ name, url }) => `${name}: ${url}`),
    ),
    row('delivery.allowed', sending.allowed ?? ['*']),
    row('recipients.mailTo', sending.mailTo),
    row('recipients.mailCc', sending.mailCc),
    row('recipients.locked', [String(sending.recipientsLocked)]),
    row('recipients.age', sending.ageRecipients),
    row('limits.maxMessageMB', megabytes(sending.maxMessageBytes, 1e6)),
    row('limits.maxCollectedMB', megabytes(sending.maxCollectedBytes, 1024 ** 2)),
    row('encryption.required', [sending.encryptionRequired]),
    row('updates.url', updates === undefined ? [] : [updates.url]),
  ];
}

const megabytes = (bytes: number | undefined, unit: number) =>
  bytes === undefined ? [] : [`${bytes / unit} MB`];
