// The form as a draft to be kept. Runs in the window.
import type { Args } from '#shared/ipc/contract.ts';
import { type FormStep, TypedForm } from '#shared/schema/case-draft.ts';
import type { CaseForm } from './case-form.ts';

export function toDraft(id: string, step: FormStep, form: CaseForm): Args<'drafts:keep'>[0] {
  const ids = (files: CaseForm['attachments']) => files.map((file) => file.id);
  return {
    id,
    step,
    // Without the lists of files, which go by id.
    form: TypedForm.parse(form),
    files: {
      screenshots: form.screenshots.map(({ id, caption }) => ({ id, caption })),
      attachments: ids(form.attachments),
      logDirs: ids(form.logDirs),
    },
  };
}
