// The guide's checklist as it stands now: what was typed counts at once, what the machine knows as the live plan reports
// it. Pure. Runs in the window.
import type { CasePlan } from '#shared/schema/case-plan.ts';
import { ChecklistItemId } from '#shared/schema/checklist.ts';
import { DATABASE_AREAS, LIBRARY_AREAS } from '#shared/schema/problem-area.ts';
import type { CaseForm } from './case-form.ts';
import type { FormTrouble } from './form-trouble.ts';
import { itemPlaces } from './item-places.ts';
import { FIELD_OF_ITEM, shownValue } from './plan-gaps.ts';

export interface CompletenessItem {
  readonly item: ChecklistItemId;
  readonly required: boolean;
  /** unknown: the machine has not answered yet. */
  readonly state: 'provided' | 'missing' | 'unknown' | 'not-applicable';
}

/** All items in the guide's order. */
export function completeness(
  form: CaseForm,
  plan: CasePlan | undefined,
  trouble: FormTrouble,
): CompletenessItem[] {
  return ChecklistItemId.options.map((item): CompletenessItem => {
    const typed = itemPlaces[item].typed;
    if (typed !== undefined) {
      return { item, required: true, state: trouble[typed] === undefined ? 'provided' : 'missing' };
    }
    if (item === 'screenshots') {
      return { item, required: false, state: form.screenshots.length > 0 ? 'provided' : 'missing' };
    }
    const field = FIELD_OF_ITEM[item];
    if (field !== undefined && shownValue(form, plan, field) !== '') {
      return { item, required: true, state: 'provided' };
    }
    const found = plan?.checklist.find((entry) => entry.item === item);
    if (found !== undefined) {
      // What was found and then deleted from its field is missing, whatever the last plan says.
      return { item, required: found.required, state: field === undefined ? found.state : 'missing' };
    }
    return { item, ...beforeAnyPlan(item, form) };
  });
}

function beforeAnyPlan(item: ChecklistItemId, { problemArea = 'other' }: CaseForm) {
  const areas = {
    'database-version': DATABASE_AREAS,
    'tape-library': LIBRARY_AREAS,
    hardware: LIBRARY_AREAS,
  };
  const only = areas[item as keyof typeof areas];
  const required = only === undefined || only.includes(problemArea);
  if (!required && item !== 'hardware') return { required, state: 'not-applicable' } as const;
  return { required, state: 'unknown' } as const;
}
