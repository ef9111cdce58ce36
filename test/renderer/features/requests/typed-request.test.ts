// Tests of renderer/features/requests/typed-request.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { checkRequest } from '#renderer/features/requests/typed-request.ts';

const typed = {
  ...{ ccid: 'f96c9', company: '某某银行', name: '王伟', phone: '010-59051155', email: 'wang@bank.example' },
  ...{ to: '', host: { way: 'ip' as const, text: '192.168.1.10' } },
};

test('a licence needs a host id, from an address or typed', () => {
  expect(checkRequest('licence-key', typed)).toEqual({
    request: {
      ...{ kind: 'licence-key', ccid: 'F96C9', company: '某某银行', hostId: 'C0A8010A', ip: '192.168.1.10' },
      contact: { name: '王伟', phone: '010-59051155', email: 'wang@bank.example' },
    },
    to: [],
    wrong: {},
  });
  const host = { way: 'typed' as const, text: '0xc0a8010a' };
  expect(checkRequest('licence-key', { ...typed, host }).request).toMatchObject({ hostId: 'C0A8010A' });
  for (const [way, wrong] of [
    ['ip', 'ipWrong'],
    ['typed', 'hostIdWrong'],
  ] as const)
    expect(checkRequest('licence-key', { ...typed, host: { way, text: '1.2' } })).toMatchObject({
      request: undefined,
      wrong: { host: wrong },
    });
});

test('every field that is empty or wrong is told; other requests need no host id', () => {
  const nothing = { ...typed, host: { way: 'ip' as const, text: '' } };
  expect(checkRequest('renewal', nothing).request).toMatchObject({ kind: 'renewal' });
  expect(
    checkRequest('ma-access', { ...nothing, ccid: 'XYZ', company: ' ', email: 'x', to: 'x' }),
  ).toMatchObject({
    request: undefined,
    wrong: { ccid: 'wrong', company: 'required', email: 'wrong', to: 'wrong' },
  });
});
