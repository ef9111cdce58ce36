// What the plan says is missing, and what was found for the fields of the contents step. Pure. Runs in the window.
import type { CasePlan } from '#shared/schema/case-plan.ts';
import type { ChecklistItem, ChecklistItemId } from '#shared/schema/checklist.ts';
import type { CaseForm } from './case-form.ts';

/** Typed in the steps before and checked there; a plan is not told of them. */
const TYPED_BEFORE: ReadonlySet<ChecklistItemId> = new Set<ChecklistItemId>([
  'ccid',
  'company',
  'contact-name',
  'contact-phone',
  'contact-email',
  'title',
  'description',
  'severity',
]);
/** What the contents step has a field or a button for; without it the step is left only by accepting the gap. */
const SUPPLIED_HERE: ReadonlySet<ChecklistItemId> = new Set<ChecklistItemId>([
  'commvault-version',
  'patch-level',
  'commvault-logs',
]);

/** Items that this step has a text field for. */
export const FIELD_OF_ITEM: Partial<Record<ChecklistItemId, FoundField>> = {
  'commvault-version': 'commvaultVersion',
  'patch-level': 'patchLevel',
};

/** Fields that show what was found until the user types. */
export type FoundField = 'commvaultVersion' | 'patchLevel';

export interface PlanGaps {
  /** The user can supply them in this step. */
  readonly supplyHere: readonly ChecklistItemId[];
  /** This machine could not answer them; the packet goes without, and says so. */
  readonly notOnThisMachine: readonly ChecklistItemId[];
}

/** Required items that are missing from what would be collected, in the guide's order. */
export function planGaps(plan: CasePlan, form: CaseForm): PlanGaps {
  const isMissing = ({ item, state }: ChecklistItem) => {
    const field = FIELD_OF_ITEM[item];
    // What is being typed or deleted counts at once; the next plan will say the same.
    return field === undefined ? state === 'missing' : shownValue(form, plan, field) === '';
  };
  const missing = plan.checklist
    .filter((entry) => entry.required && !TYPED_BEFORE.has(entry.item) && isMissing(entry))
    .map(({ item }) => item);
  return {
    supplyHere: missing.filter((item) => SUPPLIED_HERE.has(item)),
    notOnThisMachine: missing.filter((item) => !SUPPLIED_HERE.has(item)),
  };
}

/** @returns what the field shows: what was typed, else what the instances of this machine say */
export function shownValue(form: CaseForm, plan: CasePlan | undefined, field: FoundField): string {
  return (form[field] ?? foundOnMachine(plan, field)).trim();
}

/** @returns what the instances say, each value once, joined for a text field */
export function foundOnMachine(plan: CasePlan | undefined, field: FoundField): string {
  const part = field === 'commvaultVersion' ? 'version' : 'patchLevel';
  const values = (plan?.facts.commvault?.instances ?? []).map((instance) => instance[part]);
  return [...new Set(values.filter((value) => value !== undefined && value !== ''))].join(', ');
}
