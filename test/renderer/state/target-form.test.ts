import { expect, test } from 'vitest';
import {
  formOfTarget,
  newTargetForm,
  type TargetForm,
  targetTrouble,
  toTypedTarget,
  withAddress,
} from '#renderer/state/target-form.ts';

const form = (changes: Partial<TargetForm>): TargetForm => ({
  ...newTargetForm(),
  name: 'vendor',
  ...changes,
});
const urlOf = (changes: Partial<TargetForm>) => toTypedTarget(form(changes), undefined).url;

test.each([
  [{ kind: 'https', address: 'upload.example.com/cases/' }, 'https://upload.example.com/cases/'],
  [{ kind: 'tus', address: 'upload.example.com' }, 'tus+https://upload.example.com/'],
  [
    { kind: 'sftp', address: 'host:2222/收件/', user: 'li@bank' },
    'sftp://li%40bank@host:2222/%E6%94%B6%E4%BB%B6/',
  ],
  [{ kind: 'smtp', address: 'mail.example.com:587', mailTo: 'a@b.example' }, 'smtp://mail.example.com:587/'],
  [{ kind: 'smtp', address: 'mail.example.com:465', mailTo: 'a@b.example' }, 'smtps://mail.example.com:465/'],
  [
    { kind: 's3', address: 'b.s3.example.com/k.zip?X-Sig=a%2Fb' },
    's3+https://b.s3.example.com/k.zip?X-Sig=a%2Fb',
  ],
] as const)('%o makes %s', (changes, url) => {
  expect(targetTrouble(form(changes), [])).toEqual([]);
  expect(urlOf(changes)).toBe(url);
});

test.each([
  [{ address: '' }, 'address'],
  [{ address: 'my server/in/' }, 'address'],
  [{ address: 'li:secret@host/in/' }, 'password-in-address'],
  [{ address: 'host/', name: '' }, 'name'],
  [{ address: 'host/', name: 'other' }, 'name-taken'],
  [{ address: 'host', kind: 'smtp', mailTo: 'nobody' }, 'mailTo'],
  [{ address: 'host/', proxy: 'fixed', proxyAddress: 'http://u:pw@proxy:3128' }, 'proxyAddress'],
  [{ address: 'host/', proxy: 'fixed', proxyAddress: 'proxy:3128' }, 'proxyAddress'],
] as const)('%o is refused: %s', (changes, code) => {
  expect(targetTrouble(form(changes), ['other']).map((one) => one.code)).toEqual([code]);
});

test('a pasted address chooses its kind and takes the user along', () => {
  const pasted = withAddress(form({}), ' sftp://li%40bank@host:22/in/ ');
  expect(pasted).toMatchObject({ kind: 'sftp', address: 'host:22/in/', user: 'li@bank' });
  expect(withAddress(form({ kind: 'tus' }), 'https://host/files/')).toMatchObject({
    kind: 'tus',
    address: 'host/files/',
  });
  expect(withAddress(form({}), 'host/half')).toMatchObject({ kind: 'https', address: 'host/half' });
});

test('a target comes back as it was typed', () => {
  const typed = form({ kind: 'sftp', address: 'host:2222/收件/', user: 'li@bank', proxy: 'none' });
  const { url, proxy = 'auto' } = toTypedTarget(typed, undefined);
  expect(
    formOfTarget({ name: 'vendor', url, proxy, origin: 'user', isFolder: false, wantsPassword: true }),
  ).toEqual(typed);
});

test('a presigned address is for this run only, and shown to nobody again', () => {
  const typed = toTypedTarget(form({ kind: 's3', address: 'host/k?sig=1' }), undefined);
  expect(typed.remember).toBe(false);
  const back = formOfTarget({
    name: 'vendor',
    url: 's3+https://host/k',
    origin: 'run',
    isFolder: false,
    wantsPassword: false,
  });
  expect(back.address).toBe('');
});
