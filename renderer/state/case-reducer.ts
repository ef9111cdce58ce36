// How each event changes the window's state: one pure function. Events that do not fit the screen (an answer that comes
// after its screen was left) change nothing. Runs in the window.
import type { MachineInfo } from '#shared/ipc/contract.ts';
import { adviseSeverity } from '#shared/policy/severity-advice.ts';
import type { CasePlan } from '#shared/schema/case-plan.ts';
import type { SeverityAnswers } from '#shared/schema/severity-answers.ts';
import { carriedWithheld } from './carried-withheld.ts';
import { type CaseForm, identityFields, newCaseForm, nextCaseForm } from './case-form.ts';
import {
  type CaseEvent,
  type CaseState,
  noLogs,
  noPlan,
  type OpenedDraft,
  type PlanView,
} from './case-state.ts';
import { logViewReducer } from './log-view-reducer.ts';
import { noProgress, trackProgress } from './progress-track.ts';
import { changeScreenshot } from './screenshot-change.ts';
import { sendingReducer } from './sending.ts';
import { presetEncryption, withLocks, withPresets } from './window-policy.ts';

export function caseReducer(state: CaseState, event: CaseEvent): CaseState {
  const { screen, form } = state;
  switch (event.type) {
    case 'machine-described':
      return machineDescribed(state, event.machine);
    case 'language-chosen':
      return { ...state, language: event.language };
    case 'field-changed':
      return { ...state, form: { ...form, ...event.change } };
    case 'severity-answered':
      return { ...state, form: severityAnswered(form, event.answers) };
    case 'clock-arrived':
      return event.clock.plan === form.plan ? { ...state, clock: event.clock } : state;
    case 'fields-checked':
      return { ...state, checked: new Set([...state.checked, ...event.fields]) };
    case 'files-picked':
      return {
        ...state,
        form: { ...form, [event.list]: [...form[event.list], ...event.files] },
      };
    case 'file-removed': {
      const rest = form[event.list].filter(({ id }) => id !== event.id);
      return { ...state, form: { ...form, [event.list]: rest } };
    }
    case 'screenshot-changed': {
      const screenshots = changeScreenshot(form.screenshots, event.id, event.change);
      return { ...state, form: { ...form, screenshots } };
    }
    case 'collector-switched': {
      const others = form.skip.filter((id) => id !== event.collector);
      return { ...state, form: { ...form, skip: event.on ? others : [...others, event.collector] } };
    }
    case 'files-excluded': {
      const others = new Set(form.exclude);
      for (const path of event.paths) {
        if (event.excluded) others.add(path);
        else others.delete(path);
      }
      return { ...state, form: { ...form, exclude: [...others] } };
    }
    case 'survey-started':
    case 'survey-arrived':
    case 'trouble-asked':
    case 'trouble-arrived':
    case 'trouble-closed':
      return { ...state, logView: logViewReducer(state.logView, event) };
    case 'step-entered':
      return { ...state, screen: { at: event.step }, problems: [] };
    case 'plan-started':
      return { ...state, planView: { ...state.planView, loading: true } };
    case 'plan-arrived':
      return { ...state, planView: planArrived(state.planView, event.plan) };
    case 'plan-failed':
      return { ...state, planView: { ...state.planView, loading: false, problems: event.problems } };
    case 'call-failed':
      return { ...state, problems: event.problems };
    case 'prepare-started':
      return {
        ...state,
        screen: { at: 'preparing', track: noProgress, cancelling: false },
        problems: [],
      };
    case 'draft-arrived':
      if (screen.at !== 'preparing') return state;
      return {
        ...state,
        screen: {
          at: 'review',
          draft: event.draft,
          withheld: new Set(),
          encryption: presetEncryption(state.policy),
        },
      };
    case 'prepare-failed':
      if (screen.at !== 'preparing') return state;
      return { ...state, screen: { at: 'contents' }, problems: event.problems };
    case 'files-withheld': {
      if (screen.at !== 'review') return state;
      const withheld = new Set(screen.withheld);
      for (const path of event.paths) {
        if (event.withheld) withheld.add(path);
        else withheld.delete(path);
      }
      return { ...state, screen: { ...screen, withheld } };
    }
    case 'draft-changed': {
      if (screen.at !== 'review') return state;
      const draft = { ...screen.draft, summary: event.summary };
      const { files } = screen.draft.summary;
      const withheld = carriedWithheld(screen.withheld, files, event.summary.files);
      return { ...state, screen: { ...screen, draft, withheld }, problems: [] };
    }
    case 'encryption-chosen':
      if (screen.at !== 'review') return state;
      return { ...state, screen: { ...screen, encryption: event.encryption } };
    case 'output-folder-picked':
      return { ...state, outputFolder: event.folder };
    case 'deliver-started':
      if (screen.at !== 'review') return state;
      return {
        ...state,
        screen: { ...screen, at: 'delivering', track: noProgress, cancelling: false },
        problems: [],
      };
    case 'delivered':
      if (screen.at !== 'delivering') return state;
      return { ...state, screen: { at: 'saved', receipt: event.receipt } };
    case 'deliver-failed': {
      if (screen.at !== 'delivering') return state;
      const { draft, withheld, encryption } = screen;
      return {
        ...state,
        screen: { at: 'review', draft, withheld, encryption },
        problems: event.problems,
      };
    }
    case 'progressed':
      if (screen.at !== 'preparing' && screen.at !== 'delivering') return state;
      return {
        ...state,
        screen: { ...screen, track: trackProgress(screen.track, event.progress, event.atMs) },
      };
    case 'cancel-asked':
      if (screen.at !== 'preparing' && screen.at !== 'delivering') return state;
      return { ...state, screen: { ...screen, cancelling: true } };
    case 'cases-entered':
      return { ...state, screen: { at: 'cases' }, problems: [] };
    case 'drafts-listed':
      return { ...state, drafts: event.drafts };
    case 'packets-listed':
      return { ...state, packets: event.packets };
    case 'unfinished-listed':
      return { ...state, unfinished: event.unfinished };
    case 'targets-listed':
      return { ...state, targets: event.targets };
    case 'packet-opened':
      return { ...state, screen: { at: 'send', packet: event.packet }, problems: [] };
    case 'send-started':
    case 'send-needs-password':
    case 'send-progressed':
    case 'send-cancel-asked':
    case 'send-ended':
    case 'send-closed':
      return { ...state, sending: sendingReducer(state.sending, event) };
    case 'draft-opened':
      return {
        ...freshCase(state, event.draft.id, openedForm(event.draft)),
        screen: { at: event.draft.step },
      };
    case 'customers-changed':
      return { ...state, customers: event.customers };
    case 'customer-chosen': {
      const customer = state.customers.find(({ id }) => id === event.id);
      const identity = identityFields(customer?.identity ?? {});
      const chosen = { ...form, ...identity, customerId: customer?.id };
      return { ...state, form: withLocks(chosen, state.policy) };
    }
    case 'case-restarted':
      return freshCase(state, event.caseId, nextCaseForm(form));
  }
}

/** The advice is followed as long as the user has not chosen against it. */
function severityAnswered(form: CaseForm, answers: SeverityAnswers): CaseForm {
  const followed = form.severity === undefined || form.severity === adviseSeverity(form.severityAnswers);
  const advised = adviseSeverity(answers);
  return {
    ...form,
    severityAnswers: answers,
    severity: followed && advised !== undefined ? advised : form.severity,
  };
}

/** What was typed before the engine was up stays, unless it is locked. */
function machineDescribed(state: CaseState, machine: MachineInfo): CaseState {
  const { policy } = machine;
  return { ...state, machine, policy, form: withPresets(state.form, policy, state.start.settings) };
}

function freshCase(state: CaseState, caseId: string, form: CaseForm): CaseState {
  const screen = { at: 'problem' } as const;
  return {
    ...state,
    caseId,
    form: withLocks(form, state.policy),
    checked: new Set(),
    planView: noPlan,
    logView: noLogs,
    screen,
    problems: [],
  };
}

/** What an older draft does not hold is as in a new form. */
function openedForm({ form, files }: OpenedDraft): CaseForm {
  const kept = Object.entries(form).filter(([, value]) => value !== undefined);
  return { ...newCaseForm({}), ...Object.fromEntries(kept), ...files };
}

function planArrived(before: PlanView, plan: CasePlan): PlanView {
  const sizes: Record<string, { bytes: number; files: number }> = { ...before.sizes };
  for (const { collector, status } of plan.outcomes) {
    if (status !== 'skipped') sizes[collector] = { bytes: 0, files: 0 };
  }
  for (const file of plan.files) {
    const known = sizes[file.collector] ?? { bytes: 0, files: 0 };
    sizes[file.collector] = {
      bytes: known.bytes + (file.sizeBytes ?? 0),
      files: known.files + 1,
    };
  }
  return { plan, loading: false, problems: [], sizes };
}
