// Tests of renderer/state/completeness.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import type { CaseForm } from '#renderer/state/case-form.ts';
import { newCaseForm } from '#renderer/state/case-form.ts';
import { completeness } from '#renderer/state/completeness.ts';
import { formTrouble } from '#renderer/state/form-trouble.ts';
import type { CasePlan } from '#shared/schema/case-plan.ts';
import { filledForm } from '#test/renderer/filled-form.ts';
import { samplePlan } from '#test/renderer/sample-plan.ts';

const NOW = new Date('2026-11-28T12:00:00');
function look(form: CaseForm, plan?: CasePlan) {
  const items = completeness(form, plan, formTrouble(form, NOW));
  return Object.fromEntries(items.map(({ item, state }) => [item, state]));
}

describe('completeness', () => {
  it('knows nothing of the machine before the first plan, and all that is typed', () => {
    expect(look(newCaseForm({ company: '某某银行' }))).toMatchObject({
      company: 'provided',
      ccid: 'missing',
      severity: 'missing',
      'operating-system': 'unknown',
      'commvault-logs': 'unknown',
      'database-version': 'not-applicable',
      screenshots: 'missing',
    });
  });

  it('follows the problem area', () => {
    expect(look(filledForm({ problemArea: 'oracle' }))['database-version']).toBe('unknown');
    expect(look(filledForm({ problemArea: 'tape-library' }))['tape-library']).toBe('unknown');
    expect(look(filledForm({ problemArea: 'backup' }))['tape-library']).toBe('not-applicable');
  });

  it('takes what the plan found as evidence, and what is typed over it at once', () => {
    expect(look(filledForm(), samplePlan())).toMatchObject({
      'commvault-version': 'provided',
      'commvault-logs': 'provided',
      'patch-level': 'missing',
      'tape-library': 'missing',
    });
    expect(look(filledForm({ patchLevel: 'SP16' }), samplePlan())['patch-level']).toBe('provided');
    expect(look(filledForm({ commvaultVersion: '' }), samplePlan())['commvault-version']).toBe('missing');
  });

  it('counts what is typed wrongly as missing', () => {
    expect(look(filledForm({ ccid: 'XYZ' })).ccid).toBe('missing');
  });
});
