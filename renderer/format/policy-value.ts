// What the policy says of one setting, in the user's words where the file has a code. Runs in the window.
import type { Texts } from '#shared/i18n/texts.ts';
import type { PolicySetting } from '#shared/policy/policy-rows.ts';
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import { ProblemArea } from '#shared/schema/problem-area.ts';
import { RedactionLevel } from '#shared/schema/redaction.ts';
import { SupportPlan } from '#shared/schema/severity.ts';
import { collectorName } from './collector-name.ts';
import { severityName } from './severity-name.ts';

/** @param values as the policy file has them */
export function policyValue(
  texts: Texts,
  support: SupportPolicy,
  setting: PolicySetting,
  values: readonly string[],
): string {
  const words = texts.policy.value;
  const area = (value: string) => {
    const known = ProblemArea.safeParse(value);
    return known.success ? texts.terms.problemArea[known.data] : value;
  };
  /** Such as `plan: premium`. */
  const preset = (value: string) => {
    const [name = '', ...rest] = value.split(': ');
    const plan = SupportPlan.safeParse(rest[0]).data;
    const shown = name === 'plan' && plan !== undefined ? texts.terms.plan[plan] : rest.join(': ');
    return words.presetOf(words.preset[name as keyof typeof words.preset] ?? name, shown);
  };
  switch (setting) {
    case 'support.severities':
      return words.list(
        support.severities.map(({ level, responseHours }) =>
          words.severity(level, severityName(texts, support, level), responseHours),
        ),
      );
    case 'delivery.allowed':
      if (values.length === 0) return words.targetsOnly;
      return values[0] === '*' ? words.anywhere : words.list(values);
    case 'recipients.locked':
      return values[0] === 'true' ? words.yes : words.no;
    case 'encryption.required':
      return words.encryption[values[0] as keyof typeof words.encryption] ?? words.list(values);
    case 'redaction.minimum':
      return words.list(values.map((value) => texts.redaction.level[RedactionLevel.parse(value)].name));
    case 'logAreas':
      return words.list(values.map(area));
    case 'defaults':
      return words.list(values.map(preset)) || texts.policy.none;
    case 'locked':
      return (
        words.list(values.map((value) => words.preset[value as keyof typeof words.preset] ?? value)) ||
        texts.policy.none
      );
    case 'collectorsOff':
      return words.list(values.map((value) => collectorName(texts, value))) || texts.policy.none;
    default:
      return words.list(values) || texts.policy.none;
  }
}
