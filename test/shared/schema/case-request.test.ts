// Tests of electron/shared/schema/case-request.ts. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { CaseRequest, Contact, PartialCaseRequest } from '#shared/schema/case-request.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const contact = { name: '王伟', phone: '010-59051155', email: 'wang@bank.example' };
const accepts = (part: Partial<Record<keyof Contact, string>>) =>
  Contact.safeParse({ ...contact, ...part }).success;
const withPart = (part: object) => CaseRequest.safeParse({ ...sampleRequest(), ...part }).success;

describe('contact', () => {
  test.each(['010-59051155', '+86 (10) 5905 1155', '400-818-5908', '13800138000', '12345', '010-1,2#3'])(
    'phone %j',
    (phone) => expect(accepts({ phone })).toBe(true),
  );
  test.each(['', '1234', 'call me', '０１０－５９０５', '010-59051155; rm', '1'.repeat(501)])(
    'no phone %j',
    (phone) => expect(accepts({ phone })).toBe(false),
  );
  test.each([' a@b.example ', 'first.last+tag@sub.bank.example'])('e-mail %j', (email) =>
    expect(accepts({ email })).toBe(true),
  );
  test.each(['', 'a', 'a@b', 'a b@c.example', '王@', 'a@b.example\nbcc: c@d.example'])(
    'no e-mail %j',
    (email) => expect(accepts({ email })).toBe(false),
  );
  test.each([
    ['8021', true],
    ['', false],
    ['转 8021', false],
    ['12345678901', false],
  ])('extension %j: %s', (extension, ok) => expect(accepts({ extension })).toBe(ok));

  test('blanks around are no part of it', () => {
    expect(Contact.parse({ ...contact, name: '  王伟 ' }).name).toBe('王伟');
    expect(accepts({ name: '   ' })).toBe(false);
  });
});

test.each([
  [{}, true],
  [{ severity: 5 }, false],
  [{ severity: '2' }, false],
  [{ plan: 'gold' }, false],
  [{ problemArea: 'coffee' }, false],
  [{ title: 'x'.repeat(200) }, true],
  [{ title: 'x'.repeat(201) }, false],
  [{ description: 'x'.repeat(100_000) }, true],
  [{ description: 'x'.repeat(100_001) }, false],
  [{ occurredAt: '2026-11-20T10:15:30+08:00' }, true],
  [{ occurredAt: '2026-11-20T10:15:30' }, false],
  [{ occurredAt: 'yesterday' }, false],
  [{ jobIds: ['230801', '1'] }, true],
  [{ jobIds: ['x'] }, false],
  [{ maxSizeBytes: 0 }, false],
  [{ maxSizeBytes: 1.5 }, false],
  [{ redaction: 'off' }, true],
  [{ redaction: 'standard' }, true],
  [{ redaction: 'nonsense' }, false],
  [{ keywords: ['曙光项目'] }, true],
  [{ keywords: ['x'] }, false],
  [{ followUp: '7K3QX' }, true],
  [{ followUp: '7K0QX' }, false],
  [{ ccid: undefined }, false],
])('a request with %j: %s', (part, ok) => expect(withPart(part)).toBe(ok));

test('a partial request may lack parts, but what is there must be right', () => {
  const partial = { ...sampleRequest(), ccid: undefined, title: undefined, contact: {} };
  expect(PartialCaseRequest.safeParse(partial).success).toBe(true);
  expect(PartialCaseRequest.safeParse({ ...partial, ccid: 'XYZ' }).success).toBe(false);
  expect(PartialCaseRequest.safeParse({ ...partial, contact: { phone: 'x' } }).success).toBe(false);
  expect(PartialCaseRequest.safeParse({ ...partial, jobIds: undefined }).success).toBe(false);
});
