// Contact data, titles, job numbers.
import { expect, test } from 'vitest';
import {
  parseCompany,
  parseEmail,
  parseExtension,
  parseJobId,
  parsePhone,
  parseTitle,
  titleFromDescription,
} from '#cli/options/parse-text.ts';

test('trims what it takes', () => {
  expect(parseCompany('  某某公司 ')).toEqual({ ok: true, value: '某某公司' });
  expect(parseEmail(' li@acme.example ')).toEqual({ ok: true, value: 'li@acme.example' });
});

test.each(['010-59051155', '+86 (10) 5905 1155', '400-818-5908 x12'])('takes the phone %s', (phone) => {
  expect(parsePhone(phone)).toEqual({ ok: true, value: phone });
});

test.each([
  [parsePhone, 'ask Li', 'not-a-phone'],
  [parseExtension, '12a', 'not-an-extension'],
  [parseEmail, 'li@', 'not-an-email'],
  [parseJobId, '#12', 'not-a-job-id'],
  [parseTitle, 'x'.repeat(201), 'too-long'],
  [parseCompany, '   ', 'empty'],
])('%# refuses %2$j', (parse, typed, code) => {
  expect(parse(typed)).toEqual({ ok: false, code });
});

test('a title is the first line of the description, at most 80 characters', () => {
  expect(titleFromDescription('\n 备份失败 \r\n详细情况如下')).toBe('备份失败');
  const title = titleFromDescription('备'.repeat(100));
  expect([...title]).toHaveLength(80);
  expect(title.endsWith('…')).toBe(true);
});
