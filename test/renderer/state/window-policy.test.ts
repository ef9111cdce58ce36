import { describe, expect, it } from 'vitest';
import { newCaseForm } from '#renderer/state/case-form.ts';
import { emailPresets } from '#renderer/state/email-presets.ts';
import {
  isAllowedWay,
  isOff,
  isTooLittle,
  presetEncryption,
  type WindowPolicy,
  withLocks,
  withPresets,
} from '#renderer/state/window-policy.ts';
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';

const policy: WindowPolicy = {
  ...builtInPolicy,
  defaults: { ccid: 'F96C9', company: '某某银行', plan: 'premium' },
  locked: ['ccid'],
  redactionMinimum: 'strict',
  collectorsOff: ['tape', 'os.release'],
};

describe('the policy in the window', () => {
  it('fills what nobody has typed, and replaces what is locked', () => {
    const typed = { ...newCaseForm({}), ccid: 'ABC', company: '分行' };
    expect(withPresets(typed, policy, {})).toMatchObject({
      ccid: 'F96C9',
      company: '分行',
      plan: 'premium',
      redaction: 'strict',
    });
    expect(withPresets(newCaseForm({}), policy, {}).company).toBe('某某银行');
  });

  it('leaves a plan that the user chose before', () => {
    expect(withPresets(newCaseForm({ plan: 'standard' }), policy, { plan: 'standard' }).plan).toBe(
      'standard',
    );
    const locked: WindowPolicy = { ...policy, locked: ['plan'] };
    expect(withPresets(newCaseForm({ plan: 'standard' }), locked, { plan: 'standard' }).plan).toBe('premium');
  });

  it('changes nothing where there is no policy file', () => {
    const form = { ...newCaseForm({}), redaction: 'off' as const };
    expect(withLocks(form, builtInPolicy)).toEqual(form);
    expect(withPresets(form, builtInPolicy, {})).toEqual(form);
  });

  it('encrypts for the keys of the policy where something is demanded, and knows which ways are allowed', () => {
    const demanding = (encryptionRequired: 'any' | 'age', ageRecipients: string[]): WindowPolicy => ({
      ...policy,
      sending: { ...policy.sending, encryptionRequired, ageRecipients },
    });
    expect(presetEncryption(policy)).toBeUndefined();
    expect(presetEncryption(demanding('any', []))).toBeUndefined();
    expect(presetEncryption(demanding('any', ['age1x']))).toEqual({ way: 'age', recipients: ['age1x'] });
    const allowed = (one: WindowPolicy) =>
      (['none', 'password', 'age'] as const).filter((way) => isAllowedWay(way, one));
    expect(allowed(policy)).toEqual(['none', 'password', 'age']);
    expect(allowed(demanding('any', []))).toEqual(['password', 'age']);
    expect(allowed(demanding('age', []))).toEqual(['age']);
  });

  it('writes e-mail to whom the policy names, and no larger', () => {
    const sending = {
      ...policy.sending,
      mailTo: ['a@b.example', 'c@d.example'],
      maxMessageBytes: 10_000_000,
    };
    const settings = { mailTo: 'old@b.example', maxMessageMb: 25 };
    expect(emailPresets({}, policy)).toMatchObject({ mailTo: '', maxMessageMb: 20 });
    expect(emailPresets(settings, policy)).toMatchObject({ mailTo: 'old@b.example', maxMessageMb: 25 });
    expect(emailPresets({}, { ...policy, sending }).mailTo).toBe('a@b.example, c@d.example');
    const locked = { ...policy, sending: { ...sending, recipientsLocked: true } };
    expect(emailPresets(settings, locked)).toMatchObject({
      mailTo: 'a@b.example, c@d.example',
      maxMessageMb: 10,
    });
  });

  it('knows what is less than demanded, and which collectors are off', () => {
    expect(isTooLittle('standard', policy)).toBe(true);
    expect(isTooLittle('strict', policy)).toBe(false);
    expect(['tape.library', 'os.release', 'os.releases', 'tapes.x'].map((id) => isOff(id, policy))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
