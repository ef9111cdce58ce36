// Tests of renderer/format/policy-value.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { policyValue } from '#renderer/format/policy-value.ts';
import { texts } from '#shared/i18n/texts.ts';
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';
import type { PolicySetting } from '#shared/policy/policy-rows.ts';

const shown = (language: 'zh' | 'en', setting: PolicySetting, ...values: string[]) =>
  policyValue(texts(language), china2008Policy, setting, values);

test('codes of the policy file are shown in words', () => {
  expect(shown('zh', 'delivery.allowed', '*')).toBe('任何地方');
  expect(shown('zh', 'delivery.allowed')).toBe('仅限预置发送目标');
  expect(shown('zh', 'recipients.locked', 'false')).toBe('否');
  expect(shown('zh', 'encryption.required', 'age')).toBe('仅限 age 公钥');
  expect(shown('zh', 'redaction.minimum', 'off')).toBe('关闭');
  expect(shown('zh', 'logAreas', 'commserve-down', 'nas')).toBe('CommServe 不可用、NAS / NDMP');
  expect(shown('zh', 'locked', 'ccid', 'plan')).toBe('CCID、服务类型');
  expect(shown('zh', 'defaults', 'company: 某某银行', 'plan: premium')).toBe(
    '公司名称：某某银行、服务类型：增值型（7 × 24 小时）',
  );
  expect(shown('zh', 'support.severities')).toContain('1 级（严重）1 小时、2 级（高）2 小时');
  expect(shown('en', 'collectorsOff', 'system.logs', 'tape')).toBe('System logs, tape');
});

test('what has no words is shown as it is, and nothing as none', () => {
  expect(shown('en', 'support.hotline', '400-000-1111')).toBe('400-000-1111');
  expect(shown('en', 'recipients.mailTo')).toBe('(none)');
  expect(shown('en', 'defaults')).toBe('(none)');
});
