import { describe, expect, it } from 'vitest';
import { foundOnMachine, planGaps, shownValue } from '#renderer/state/plan-gaps.ts';
import { filledForm } from '#test/renderer/filled-form.ts';
import { samplePlan } from '#test/renderer/sample-plan.ts';

describe('planGaps', () => {
  it('tells what the user can supply here from what the machine does not know', () => {
    expect(planGaps(samplePlan(), filledForm())).toEqual({
      supplyHere: ['patch-level'],
      notOnThisMachine: ['tape-library'],
    });
  });

  it('counts what is being typed at once', () => {
    expect(planGaps(samplePlan(), filledForm({ patchLevel: 'SP16' })).supplyHere).toEqual([]);
    expect(planGaps(samplePlan(), filledForm({ patchLevel: '  ' })).supplyHere).toEqual(['patch-level']);
  });

  it('asks for the version again when the found one was deleted', () => {
    const plan = samplePlan({
      checklist: [{ item: 'commvault-version', required: true, state: 'provided', detail: '11.80.32.0' }],
    });
    expect(planGaps(plan, filledForm({ commvaultVersion: '' })).supplyHere).toEqual(['commvault-version']);
  });
});

describe('shownValue', () => {
  it('is what was found, each value once, until the user types', () => {
    expect(foundOnMachine(samplePlan(), 'commvaultVersion')).toBe('11.80.32.0');
    expect(shownValue(filledForm(), samplePlan(), 'commvaultVersion')).toBe('11.80.32.0');
    expect(shownValue(filledForm({ commvaultVersion: '11.26' }), samplePlan(), 'commvaultVersion')).toBe(
      '11.26',
    );
    expect(shownValue(filledForm(), undefined, 'patchLevel')).toBe('');
  });
});
