// Which destinations a policy's beginnings of addresses allow.
import { describe, expect, it } from 'vitest';
import { parseDestination } from '#engine/delivery/destination.ts';
import { isAllowedPlace } from '#engine/policy/allowed-place.ts';

function allowed(to: string, ...places: string[]): boolean {
  const destination = parseDestination(to, '/base');
  if (typeof destination === 'string') throw new Error(`${destination}: ${to}`);
  return isAllowedPlace(destination.url, places);
}

describe('allowed', () => {
  it.each([
    ['sftp://li@host/in/', 'sftp://'],
    ['https://Files.ACME.example/cases/2026/', 'https://files.acme.example/cases/'],
    ['https://files.acme.example/cases', 'https://files.acme.example/cases/'],
    ['https://files.acme.example/cases/?token=1', 'https://files.acme.example/cases/'],
    ['sftp://li@host:2222/in/x/', 'sftp://host:2222/in/'],
    ['sftp://li@host/in/', 'sftp://li@host/'],
    ['smtp://li@mail.acme.example', 'smtp://mail.acme.example'],
    ['/mnt/transfer/cases/', '/mnt/transfer'],
    ['file:///mnt/transfer/', 'file:///mnt/transfer/'],
    ['/mnt/案例/', 'file:///mnt/%E6%A1%88%E4%BE%8B/'],
  ])('%s under %s', (to, place) => expect(allowed(to, place)).toBe(true));
});

describe('not allowed', () => {
  it.each([
    ['https://files.acme.example/', 'sftp://'],
    ['https://files.acme.example.evil.example/', 'https://files.acme.example'],
    ['https://evil.example/files.acme.example/', 'https://files.acme.example/'],
    ['https://files.acme.example/casesx/', 'https://files.acme.example/cases/'],
    ['https://files.acme.example/cases/../other/', 'https://files.acme.example/cases/'],
    ['https://files.acme.example/cases/%2e%2e/other/', 'https://files.acme.example/cases/'],
    ['sftp://li@host/in/..%2F..%2Fetc/', 'sftp://host/in/'],
    ['sftp://wang@host/in/', 'sftp://li@host/'],
    ['sftp://li@host:2222/in/', 'sftp://host/in/'],
    ['/mnt/transfer2/', '/mnt/transfer'],
    ['/mnt/transfer/../other/', '/mnt/transfer'],
    ['file:///mnt/transfer/%2e%2e/other/', '/mnt/transfer'],
    ['https://files.acme.example@evil.example/', 'https://files.acme.example/'],
  ])('%s under %s', (to, place) => expect(allowed(to, place)).toBe(false));
  it('anything where the list is empty', () => expect(allowed('sftp://host/')).toBe(false));
});
