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
  'updates.url',
] as const;
export type PolicySetting = (typeof POLICY_SETTINGS)[number];

export interface PolicyRow {
  readonly setting: PolicySetting;
  /** Empty: none. */
  readonly value: string;
  readonly source: PolicySource;
}

/** Values are data, the same in every language. */
export function policyRows(policy: EffectivePolicy): PolicyRow[] {
  const { support, defaults, locked, redactionMinimum, keywords, collectorsOff, logAreas, updates } = policy;
  const { from, to, timeZone } = support.standardHours;
  const row = (setting: PolicySetting, values: readonly string[]): PolicyRow => ({
    setting,
    value: values.join(', '),
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
    row('updates.url', updates === undefined ? [] : [updates.url]),
  ];
}
