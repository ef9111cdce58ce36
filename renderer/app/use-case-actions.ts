// What the buttons do beyond an event: calls to the main process and what follows from their answers. Runs in the
// window.
import { type Dispatch, useMemo, useRef } from 'react';
import type { Result } from '#shared/ipc/result.ts';
import type { FormStep } from '#shared/schema/case-draft.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { Settings } from '#shared/schema/settings.ts';
import { call } from '../client.ts';
import type { CaseActions } from '../state/case-context.ts';
import type { CaseEvent, CaseState } from '../state/case-state.ts';
import { updatedCustomers } from '../state/customers.ts';
import { type FormTrouble, stepTrouble } from '../state/form-trouble.ts';
import { itemPlaces } from '../state/item-places.ts';
import { toKeywords } from '../state/keywords.ts';
import { toCaseRequest, toPlanRequest, toSettings } from '../state/to-request.ts';
import { caseListActions } from './case-list-actions.ts';
import { focusField } from './focus-field.ts';
import { sendActions } from './send-actions.ts';

const FORM_STEPS: readonly FormStep[] = ['problem', 'contact', 'contents'];
const pickKinds = { screenshots: 'screenshots', attachments: 'attachments', logDirs: 'log-folder' } as const;

export function useCaseActions(
  state: CaseState,
  dispatch: Dispatch<CaseEvent>,
  trouble: FormTrouble,
): CaseActions {
  // Answers come late: they must meet the newest state, not the one of the click.
  const newest = useRef({ state, trouble });
  newest.current = { state, trouble };

  return useMemo<CaseActions>(() => {
    const save = (settings: Settings) => void call('settings:save', settings);

    const changeDraft = (changed: Result<DraftSummary>) => {
      if (changed.ok) dispatch({ type: 'draft-changed', summary: changed.value });
      else dispatch({ type: 'call-failed', problems: changed.problems });
    };
    const actions: CaseActions = {
      ...caseListActions(newest, dispatch),
      ...sendActions(newest, dispatch),

      chooseLanguage(language) {
        dispatch({ type: 'language-chosen', language });
        save({ language });
      },

      goTo(step) {
        const { state, trouble } = newest.current;
        const { screen, form } = state;
        if (screen.at === 'review') void call('draft:discard', screen.draft.draftId);
        if (screen.at === 'problem' || screen.at === 'contact') {
          const forward = FORM_STEPS.indexOf(step) > FORM_STEPS.indexOf(screen.at);
          const wrong = stepTrouble(screen.at, trouble);
          if (forward && wrong.length > 0) {
            dispatch({ type: 'fields-checked', fields: wrong });
            focusFirstTrouble();
            return;
          }
          if (forward && screen.at === 'contact') {
            save(toSettings(form));
            if (form.customerId !== undefined) {
              actions.saveCustomers(updatedCustomers(state.customers, form));
            }
          }
        }
        dispatch({ type: 'step-entered', step });
      },

      goToItem(item) {
        const { step, field } = itemPlaces[item];
        if (newest.current.state.screen.at !== step) dispatch({ type: 'step-entered', step });
        focusField(field);
      },

      async pickFiles(list) {
        const picked = await call('files:pick', pickKinds[list]);
        if (picked.ok) dispatch({ type: 'files-picked', list, files: picked.value });
        else dispatch({ type: 'call-failed', problems: picked.problems });
      },

      async pickOutputFolder() {
        const picked = await call('files:pick', 'output-folder');
        if (!picked.ok) return dispatch({ type: 'call-failed', problems: picked.problems });
        const folder = picked.value[0];
        if (folder !== undefined) dispatch({ type: 'output-folder-picked', folder });
      },

      async readTrouble(range) {
        dispatch({ type: 'trouble-asked', range });
        const request = { ...toPlanRequest(newest.current.state.form), window: {}, maxSizeBytes: undefined };
        const answer = await call('logs:trouble', { request, ...range });
        dispatch({ type: 'trouble-arrived', range, answer: answer.ok ? answer.value : undefined });
      },

      async prepare() {
        const { trouble } = newest.current;
        const { form, outputFolder } = newest.current.state;
        const step = (['problem', 'contact'] as const).find((one) => stepTrouble(one, trouble).length > 0);
        if (step !== undefined) {
          // A jump to this step passed over them.
          dispatch({ type: 'step-entered', step });
          dispatch({ type: 'fields-checked', fields: stepTrouble(step, trouble) });
          focusFirstTrouble();
          return;
        }
        dispatch({ type: 'prepare-started' });
        const prepared = await call('case:prepare', {
          request: toCaseRequest(form),
          allowIncomplete: form.incompleteAccepted,
          gentle: form.gentle,
          outputFolder: outputFolder?.id,
        });
        if (!prepared.ok) return dispatch({ type: 'prepare-failed', problems: prepared.problems });
        const { screen } = newest.current.state;
        if (screen.at === 'preparing' && screen.cancelling) {
          // It was done before the cancel arrived; the user still wants it gone.
          await call('draft:discard', prepared.value.draftId);
          return dispatch({ type: 'prepare-failed', problems: [{ code: 'cancelled' }] });
        }
        dispatch({ type: 'draft-arrived', draft: prepared.value });
      },

      async deliver() {
        const { screen, outputFolder } = newest.current.state;
        if (screen.at !== 'review') return;
        dispatch({ type: 'deliver-started' });
        const delivered = await call('case:deliver', {
          draftId: screen.draft.draftId,
          withhold: [...screen.withheld],
          encryption: screen.encryption,
          outputFolder: outputFolder?.id,
        });
        if (delivered.ok) {
          // The packet holds it all now.
          void call('drafts:remove', newest.current.state.caseId);
          dispatch({ type: 'delivered', receipt: delivered.value });
        } else dispatch({ type: 'deliver-failed', problems: delivered.problems });
      },

      async redactAgain(keywords) {
        const { screen, form } = newest.current.state;
        if (screen.at !== 'review') return;
        const { draftId } = screen.draft;
        const redacted = await call('draft:keywords', { draftId, keywords: toKeywords(keywords) });
        // The next collection is to replace them too.
        const all = `${form.keywords}\n${keywords}`.trim();
        if (redacted.ok) dispatch({ type: 'field-changed', change: { keywords: all } });
        changeDraft(redacted);
      },

      async releaseFile(path) {
        const { screen } = newest.current.state;
        if (screen.at !== 'review') return;
        changeDraft(await call('draft:release', { draftId: screen.draft.draftId, path }));
      },

      deliverWithout(path) {
        dispatch({ type: 'files-withheld', paths: [path], withheld: true });
        // In the next turn: it is to be delivered as the page shows it then.
        setTimeout(() => actions.deliver());
      },

      cancel() {
        dispatch({ type: 'cancel-asked' });
        void call('case:cancel');
      },

      saveCustomers(customers) {
        dispatch({ type: 'customers-changed', customers });
        save({ customers: [...customers] });
      },

      minimize() {
        void call('window:minimize');
      },

      showPacket() {
        void call('packet:show');
      },
    };
    return actions;
  }, [dispatch]);
}

/** After the page has marked the fields. */
function focusFirstTrouble(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"], [data-trouble="true"]')?.focus();
  });
}
