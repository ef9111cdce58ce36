// What every screen has at hand: the state, what can be done, the texts. Runs in the window.
import { createContext, useContext } from 'react';
import type { Texts } from '#shared/i18n/texts.ts';
import type { Result } from '#shared/ipc/result.ts';
import type { FormStep } from '#shared/schema/case-draft.ts';
import type { ChecklistItemId } from '#shared/schema/checklist.ts';
import type { Customer } from '#shared/schema/customer.ts';
import type { PacketState, SavedPacket } from '#shared/schema/saved-packet.ts';
import type { SendOrder, Targets, TypedTarget, UnfinishedDelivery } from '#shared/schema/sending.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { CaseForm, FieldName, FileList } from './case-form.ts';
import type { CaseEvent, CaseState, MomentRange } from './case-state.ts';
import type { FieldTrouble, FormTrouble } from './form-trouble.ts';
import type { SendGoal, SentPacket } from './sending.ts';

/** Cases as a whole. */
export interface CaseListActions {
  /** A fresh case of the same customer; what was typed stays as a draft. */
  newCase(): void;
  /** The list of cases; a draft of a packet under review is discarded. */
  showCases(): void;
  /** Asks anew for unfinished cases and saved packets. */
  listCases(): void;
  openDraft(id: string): void;
  removeDraft(id: string): void;
  /** @param at where in the description the second problem begins: from there on it becomes a draft of its own */
  splitCase(at: number): void;
  /** A fresh case that carries on a saved one: same customer, same title. */
  followUp(packet: SavedPacket): void;
  /** Reads a saved packet through. @param sha256 what it is known by */
  checkPacket(sha256: string): Promise<PacketState>;
  showSavedPacket(sha256: string): void;
}

/** Sending saved packets. */
export interface SendActions {
  /** Asks anew for the targets. */
  loadTargets(): void;
  saveTarget(target: TypedTarget): Promise<Result<Targets>>;
  removeTarget(name: string): Promise<void>;
  /** Asks for a password first where the target wants one. @param again once more, although it may have arrived */
  send(goal: SendGoal, options?: { again?: boolean; password?: NonNullable<SendOrder['password']> }): void;
  cancelSending(): void;
  /** The fingerprint that is shown is right: sends. */
  trustHost(): void;
  /** Puts away what came of the last delivery. */
  closeSending(): void;
  /** To the packet that is being sent. */
  showSending(): void;
  resumeDelivery(delivery: UnfinishedDelivery): void;
  forgetDelivery(delivery: UnfinishedDelivery): void;
  /** To the page where a saved packet is sent. */
  openPacket(packet: SentPacket): void;
}

/** What needs more than an event: calls to the main process, and what follows from their answers. */
export interface CaseActions extends CaseListActions, SendActions {
  chooseLanguage(language: Language): void;
  /** To any earlier step, or to the next if this one is complete; a draft under review is discarded. */
  goTo(step: FormStep): void;
  /** To the place where an item of the checklist is supplied, from any step in which one types. */
  goToItem(item: ChecklistItemId): void;
  pickFiles(list: FileList): void;
  pickOutputFolder(): void;
  /** Reads the lines that tell of trouble between two moments. */
  readTrouble(range: MomentRange): void;
  /** Collects; from the contents step. */
  prepare(): void;
  deliver(): void;
  /** Replaces more words, one a line, in the draft under review. */
  redactAgain(keywords: string): Promise<void>;
  /** Lets a file go that redaction keeps here because it is not text. */
  releaseFile(path: string): Promise<void>;
  /** After a leak was found: without that file. */
  deliverWithout(path: string): void;
  cancel(): void;
  /** Out of sight; work goes on. */
  minimize(): void;
  showPacket(): void;
  /** Keeps the customer profiles. */
  saveCustomers(customers: readonly Customer[]): void;
}

export interface Case {
  readonly state: CaseState;
  readonly dispatch: (event: CaseEvent) => void;
  readonly actions: CaseActions;
  readonly texts: Texts;
  /** What is wrong with the form now, shown or not. */
  readonly trouble: FormTrouble;
}

export const CaseContext = createContext<Case | undefined>(undefined);

export function useCase(): Case {
  const found = useContext(CaseContext);
  if (found === undefined) throw new Error('useCase outside of the case window');
  return found;
}

/** Fields that hold typed text. */
export type TextFieldName = {
  [Name in FieldName]: CaseForm[Name] extends string | undefined
    ? string extends CaseForm[Name]
      ? Name
      : string extends NonNullable<CaseForm[Name]>
        ? Name
        : never
    : never;
}[FieldName];

/** @returns the properties that tie a text input to a field of the form; its trouble shows once it was left */
export function useTextField(field: TextFieldName) {
  const { state, dispatch } = useCase();
  return {
    'data-field': field,
    value: state.form[field] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      dispatch({ type: 'field-changed', change: { [field]: event.currentTarget.value } }),
    onBlur: () => dispatch({ type: 'fields-checked', fields: [field] }),
    error: useShownTrouble(field),
  };
}

/** @returns the trouble of a field in words, once it is to be shown */
export function useShownTrouble(field: FieldName): string | undefined {
  const { state, texts, trouble } = useCase();
  const found: FieldTrouble | undefined = trouble[field];
  return found !== undefined && state.checked.has(field) ? texts.window.trouble[found] : undefined;
}
