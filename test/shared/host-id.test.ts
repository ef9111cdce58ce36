// Tests of electron/shared/host-id.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { HostId, hostIdOfAddress, hostIdSteps } from '#shared/host-id.ts';

test('each octet becomes two hexadecimal digits, and it is shown how', () => {
  expect(hostIdOfAddress('192.168.1.10')).toBe('C0A8010A');
  expect(hostIdOfAddress(' 0.0.15.255 ')).toBe('00000FFF');
  expect(hostIdSteps('192.168.1.10')).toBe('192 → C0, 168 → A8, 1 → 01, 10 → 0A');
});

test.each(['', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', '1.2.3.-4', 'fe80::1', 'host', '1.2.3.4x'])(
  '%s is no IPv4 address',
  (ip) => {
    expect(hostIdOfAddress(ip)).toBeUndefined();
    expect(hostIdSteps(ip)).toBe('');
  },
);

test('a typed one has eight hexadecimal digits', () => {
  expect(HostId.parse(' 0xc0a8010a ')).toBe('C0A8010A');
  for (const bad of ['C0A8010', 'C0A8010AB', 'C0A8010G']) expect(HostId.safeParse(bad).success).toBe(false);
});
