// What is done with cases as a whole: begin, open, remove, make two of one. Runs in the window.
import type { Dispatch, RefObject } from 'react';
import { call } from '../client.ts';
import type { CaseListActions } from '../state/case-context.ts';
import { identityFields, nextCaseForm } from '../state/case-form.ts';
import type { CaseEvent, CaseState } from '../state/case-state.ts';
import { toDraft } from '../state/to-draft.ts';

/** @param newest the state of the moment: answers come late */
export function caseListActions(
  newest: RefObject<{ readonly state: CaseState }>,
  dispatch: Dispatch<CaseEvent>,
): CaseListActions {
  const list = async () => {
    // After the form that was just left is on its way to be kept.
    await new Promise((resolve) => setTimeout(resolve));
    const drafts = await call('drafts:list');
    if (drafts.ok) dispatch({ type: 'drafts-listed', drafts: drafts.value });
    const packets = await call('packets:list');
    if (packets.ok) dispatch({ type: 'packets-listed', packets: packets.value });
    const unfinished = await call('sending:unfinished');
    if (unfinished.ok) dispatch({ type: 'unfinished-listed', unfinished: unfinished.value });
  };
  return {
    newCase() {
      dispatch({ type: 'case-restarted', caseId: crypto.randomUUID() });
    },

    listCases: () => void list(),

    showCases() {
      const { screen } = newest.current.state;
      if (screen.at === 'review') void call('draft:discard', screen.draft.draftId);
      dispatch({ type: 'cases-entered' });
    },

    followUp({ caseReference, ticket, title, ccid, company }) {
      dispatch({ type: 'case-restarted', caseId: crypto.randomUUID() });
      const { form } = newest.current.state;
      // The contact of the moment belongs to the customer of the moment.
      const sameCustomer = form.ccid.trim().toUpperCase() === ccid;
      const identity = sameCustomer ? {} : { ...identityFields({ ccid, company }), customerId: undefined };
      const change = { followUp: caseReference, ticket: ticket ?? '', title, ...identity };
      dispatch({ type: 'field-changed', change });
    },

    async checkPacket(sha256) {
      const checked = await call('packets:check', sha256);
      return checked.ok ? checked.value : 'gone';
    },

    showSavedPacket(sha256) {
      void call('packets:show', sha256);
    },

    async openDraft(id) {
      const opened = await call('drafts:open', id);
      if (opened.ok && opened.value !== null) dispatch({ type: 'draft-opened', draft: opened.value });
      else await list();
    },

    async removeDraft(id) {
      await call('drafts:remove', id);
      await list();
      // What is removed must not come back by being typed on.
      if (id === newest.current.state.caseId) {
        dispatch({ type: 'case-restarted', caseId: crypto.randomUUID() });
        dispatch({ type: 'cases-entered' });
      }
    },

    async splitCase(at) {
      const { form } = newest.current.state;
      const second = {
        ...nextCaseForm(form),
        description: form.description.slice(at).trim(),
        oneProblem: true,
      };
      const kept = await call('drafts:keep', toDraft(crypto.randomUUID(), 'problem', second));
      if (!kept.ok) return dispatch({ type: 'call-failed', problems: kept.problems });
      const description = form.description.slice(0, at).trimEnd();
      dispatch({ type: 'field-changed', change: { description } });
      await list();
    },
  };
}
