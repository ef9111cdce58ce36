import { describe, expect, it } from 'vitest';
import { newCaseForm } from '#renderer/state/case-form.ts';
import {
  builtInWindowPolicy,
  isOff,
  isTooLittle,
  type WindowPolicy,
  withLocks,
  withPresets,
} from '#renderer/state/window-policy.ts';

const policy: WindowPolicy = {
  ...builtInWindowPolicy,
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
    expect(withLocks(form, builtInWindowPolicy)).toEqual(form);
    expect(withPresets(form, builtInWindowPolicy, {})).toEqual(form);
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
