// Where in the window each item of the checklist is supplied: its step, and the element that takes it, by its data-field
// attribute. Runs in the window.
import type { FormStep } from '#shared/schema/case-draft.ts';
import type { ChecklistItemId } from '#shared/schema/checklist.ts';
import type { FieldName } from './case-form.ts';

interface ItemPlace {
  readonly step: FormStep;
  readonly field: string;
  /** The field of the form, where the item is typed and nothing else supplies it. */
  readonly typed?: FieldName;
}

const typed = (step: FormStep, field: FieldName): ItemPlace => ({ step, field, typed: field });
const found = (field: string): ItemPlace => ({ step: 'contents', field });

export const itemPlaces: Readonly<Record<ChecklistItemId, ItemPlace>> = {
  ccid: typed('contact', 'ccid'),
  company: typed('contact', 'company'),
  'contact-name': typed('contact', 'contactName'),
  'contact-phone': typed('contact', 'contactPhone'),
  'contact-email': typed('contact', 'contactEmail'),
  'operating-system': found('os.release'),
  'commvault-version': found('commvaultVersion'),
  'patch-level': found('patchLevel'),
  'database-version': found('database.versions'),
  hardware: found('hardware.summary'),
  'tape-library': found('tape.library'),
  title: typed('problem', 'title'),
  description: typed('problem', 'description'),
  'system-logs': found('system.logs'),
  'commvault-logs': found('logDirs'),
  screenshots: { step: 'problem', field: 'screenshots' },
  severity: typed('problem', 'severity'),
};
