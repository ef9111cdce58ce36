// A case form without trouble, for tests to change in one place. Runs in vitest.
import { type CaseForm, newCaseForm } from '#renderer/state/case-form.ts';

export function filledForm(changes: Partial<CaseForm> = {}): CaseForm {
  return {
    ...newCaseForm({}),
    problemArea: 'backup',
    severity: 2,
    title: '备份失败',
    description: '昨晚起失败',
    ccid: 'f96c9',
    company: '某某银行',
    contactName: '王伟',
    contactPhone: '010-59051155',
    contactEmail: 'wang.wei@bank.example',
    ...changes,
  };
}
