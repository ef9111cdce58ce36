import { describe, expect, it } from 'vitest';
import {
  isOddPassword,
  type Protection,
  passwordStrength,
  protectionTrouble,
  toEncryption,
  typedProtection,
} from '#renderer/features/review/protect/protection.ts';
import { Encryption } from '#shared/schema/encryption.ts';

const KEY = `age1${'q'.repeat(58)}`;
const OTHER = `age1${'p'.repeat(58)}`;
const typed = (part: Partial<Protection>): Protection => ({ ...typedProtection(undefined), ...part });

describe('protectionTrouble', () => {
  it('asks for the password twice, the same', () => {
    expect(protectionTrouble(typed({ way: 'password' }))).toMatchObject({ code: 'password-missing' });
    expect(protectionTrouble(typed({ way: 'password', password: 'a b', repeated: 'a  b' }))).toMatchObject({
      field: 'repeated',
      code: 'password-differs',
    });
    expect(protectionTrouble(typed({ way: 'password', password: 'x', repeated: 'x' }))).toBeUndefined();
  });

  it('names the line that is no key', () => {
    const trouble = (recipients: string) => protectionTrouble(typed({ way: 'age', recipients }));
    expect(trouble(`\n${KEY}\nage1short`)).toMatchObject({ code: 'recipient-shape', line: 3 });
    expect(trouble(' \n')).toMatchObject({ code: 'recipients-missing' });
    const many = Array.from({ length: 21 }, (_, index) => {
      const letters = 'acdefghjklmnpqrstuvwxyz';
      return `age1${(letters[index] ?? 'q').repeat(58)}`;
    });
    expect(trouble(many.join('\n'))).toMatchObject({ code: 'too-many-recipients' });
    expect(trouble(`${KEY}\r\n ${OTHER}\n`)).toBeUndefined();
  });

  it('asks nothing of who does not encrypt', () => {
    expect(protectionTrouble(typed({ password: 'x', recipients: 'nonsense' }))).toBeUndefined();
  });
});

describe('toEncryption', () => {
  it('is what the contract takes, and can be changed again', () => {
    const password = typed({ way: 'password', password: ' 密 ', repeated: ' 密 ' });
    const age = typed({ way: 'age', recipients: `${KEY}\n\n${OTHER}\n${KEY}` });
    expect(Encryption.parse(toEncryption(password))).toEqual({ way: 'password', password: ' 密 ' });
    expect(Encryption.parse(toEncryption(age))).toEqual({ way: 'age', recipients: [KEY, OTHER] });
    expect(toEncryption(typed({ way: 'none', password: 'left over' }))).toBeUndefined();
    expect(typedProtection(toEncryption(password))).toEqual(password);
  });
});

describe('a password', () => {
  it.each([
    ['Short#1', 'short'],
    ['aaaaaaaaaaaaa', 'plain'],
    ['correct horse battery', 'good'],
    ['A1b2C3d4E5f6', 'good'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaa', 'good'],
  ] as const)('%s is %s', (password, strength) => expect(passwordStrength(password)).toBe(strength));

  it('is odd where programs may read it in another code page', () => {
    expect(isOddPassword('密码 password')).toBe(true);
    expect(isOddPassword('P@ss word~1')).toBe(false);
  });
});
