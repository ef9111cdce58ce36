// Keeps what is typed as a draft on this machine: shortly after each change, and at once when the window goes. Runs in the
// window.
import { useEffect, useRef } from 'react';
import { FormStep } from '#shared/schema/case-draft.ts';
import { call } from '../client.ts';
import { holdsWork } from '../state/case-form.ts';
import type { CaseState } from '../state/case-state.ts';
import { toDraft } from '../state/to-draft.ts';

const PAUSE_MS = 300;

export function useKeptDraft({ caseId, form, screen }: CaseState): void {
  const { at } = screen;
  const step = FormStep.safeParse(at).data;
  /** What is typed and not yet on its way to the disk. */
  const unkept = useRef<(() => void) | undefined>(undefined);
  const keptId = useRef(caseId);
  useEffect(() => {
    // Another case: what was typed of the one before is not waited for.
    if (keptId.current !== caseId) unkept.current?.();
    keptId.current = caseId;
    if (step === undefined || !holdsWork(form)) return;
    const keep = () => {
      unkept.current = undefined;
      void call('drafts:keep', toDraft(caseId, step, form));
    };
    unkept.current = keep;
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [caseId, form, step]);
  useEffect(() => {
    // Leaving the form's steps: the pause that was running has been cleared above.
    if (step === undefined) unkept.current?.();
  }, [step]);
  useEffect(() => {
    const keepNow = () => unkept.current?.();
    window.addEventListener('beforeunload', keepNow);
    window.addEventListener('blur', keepNow);
    return () => {
      window.removeEventListener('beforeunload', keepNow);
      window.removeEventListener('blur', keepNow);
    };
  }, []);
}
