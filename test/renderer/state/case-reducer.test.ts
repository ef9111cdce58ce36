import { describe, expect, it } from 'vitest';
import { caseReducer } from '#renderer/state/case-reducer.ts';
import { type CaseEvent, type CaseState, firstState } from '#renderer/state/case-state.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import { filledForm } from '#test/renderer/filled-form.ts';
import { sampleDraft } from '#test/renderer/sample-draft.ts';
import { samplePlan } from '#test/renderer/sample-plan.ts';
import { sampleStart } from '#test/renderer/sample-start.ts';

const apply = (events: readonly CaseEvent[], from = firstState(sampleStart())): CaseState =>
  events.reduce(caseReducer, from);
const filled = { ...firstState(sampleStart()), form: filledForm() };
const draft = sampleDraft();
const FULL = { code: 'disk-full', path: '/' } as const;
const receipt: Receipt = {
  caseReference: '7K3QX',
  packetPath: '/out/x.zip',
  bytes: 1,
  sha256: '',
  files: 1,
  gaps: [],
  encryption: 'none',
  failedCollectors: [],
};
const progress = { stage: 'collect', doneBytes: 1, totalBytes: 2, doneFiles: 0, totalFiles: 1 } as const;

describe('caseReducer', () => {
  it('starts with who the user was last time', () => {
    const state = firstState(sampleStart({ settings: { ccid: 'F96C9', contact: { name: '王伟' } } }));
    expect(state.form).toMatchObject({ ccid: 'F96C9', contactName: '王伟', company: '' });
  });

  it('switches the language on every screen and loses nothing typed', () => {
    for (const screen of [
      { at: 'contents' },
      { at: 'review', draft, withheld: new Set(['x']), encryption: undefined },
    ] as const satisfies CaseState['screen'][]) {
      const state = apply([{ type: 'language-chosen', language: 'zh' }], { ...filled, screen });
      expect(state).toEqual({ ...filled, screen, language: 'zh' });
    }
  });

  it('keeps a password only while the packet is reviewed or saved', () => {
    const secret = { way: 'password', password: 'four unrelated words' } as const;
    const reviewed = apply(
      [
        { type: 'prepare-started' },
        { type: 'draft-arrived', draft },
        { type: 'encryption-chosen', encryption: secret },
      ],
      filled,
    );
    const failed = apply(
      [{ type: 'deliver-started' }, { type: 'deliver-failed', problems: [FULL] }],
      reviewed,
    );
    expect(failed.screen).toMatchObject({ at: 'review', encryption: secret });
    const saved = apply([{ type: 'deliver-started' }, { type: 'delivered', receipt }], failed);
    const left = apply([{ type: 'step-entered', step: 'contents' }], failed);
    for (const state of [saved, left]) expect(JSON.stringify(state)).not.toContain(secret.password);
  });

  it('adds and removes picked files', () => {
    const files = [
      { id: '1', label: 'a', sizeBytes: 1 },
      { id: '2', label: 'b', sizeBytes: 1 },
    ];
    const state = apply([
      { type: 'files-picked', list: 'screenshots', files },
      { type: 'file-removed', list: 'screenshots', id: '1' },
    ]);
    expect(state.form.screenshots).toEqual([files[1]]);
    expect(state.form.attachments).toEqual([]);
  });

  it('remembers the size of a collector that is switched off', () => {
    const rest = samplePlan({
      files: [],
      outcomes: [{ collector: 'commvault.logs', status: 'skipped', reason: 'not-selected', durationMs: 0 }],
    });
    const state = apply([
      { type: 'plan-arrived', plan: samplePlan() },
      { type: 'collector-switched', collector: 'commvault.logs', on: false },
      { type: 'plan-arrived', plan: rest },
    ]);
    expect(state.form.skip).toEqual(['commvault.logs']);
    expect(state.planView.sizes['commvault.logs']).toEqual({ bytes: 6_000_000, files: 2 });
    const on = apply([{ type: 'collector-switched', collector: 'commvault.logs', on: true }], state);
    expect(on.form.skip).toEqual([]);
  });

  it('sees a collector that finds less than before', () => {
    const emptied = samplePlan({ files: [] });
    const { planView } = apply([
      { type: 'plan-arrived', plan: samplePlan() },
      { type: 'plan-arrived', plan: emptied },
    ]);
    expect(planView.sizes['commvault.logs']).toEqual({ bytes: 0, files: 0 });
  });

  it('keeps the last plan while a newer one is made or fails', () => {
    const { planView } = apply([
      { type: 'plan-arrived', plan: samplePlan() },
      { type: 'plan-started' },
      { type: 'plan-failed', problems: [FULL] },
    ]);
    expect(planView).toMatchObject({ loading: false, problems: [FULL] });
    expect(planView.plan).toEqual(samplePlan());
  });

  it('goes from collecting to review to saved', () => {
    const state = apply(
      [
        { type: 'prepare-started' },
        { type: 'progressed', progress, atMs: 1 },
        { type: 'draft-arrived', draft },
        { type: 'files-withheld', paths: ['a', 'b'], withheld: true },
        { type: 'files-withheld', paths: ['a'], withheld: false },
        { type: 'deliver-started' },
      ],
      filled,
    );
    expect(state.screen).toMatchObject({ at: 'delivering', draft, withheld: new Set(['b']) });
    expect(apply([{ type: 'delivered', receipt }], state).screen).toEqual({ at: 'saved', receipt });
  });

  it('goes back to where the work started when it fails, and says why', () => {
    const prepared = apply(
      [{ type: 'prepare-started' }, { type: 'prepare-failed', problems: [FULL] }],
      filled,
    );
    expect(prepared).toMatchObject({ screen: { at: 'contents' }, problems: [FULL] });
    // The plan that is made anew there must not wipe the reason away.
    expect(apply([{ type: 'plan-arrived', plan: samplePlan() }], prepared).problems).toEqual([FULL]);
    const delivered = apply(
      [
        { type: 'prepare-started' },
        { type: 'draft-arrived', draft },
        { type: 'files-withheld', paths: ['b'], withheld: true },
        { type: 'deliver-started' },
        { type: 'deliver-failed', problems: [FULL] },
      ],
      filled,
    );
    expect(delivered.screen).toEqual({ at: 'review', draft, withheld: new Set(['b']) });
    expect(delivered.problems).toEqual([FULL]);
  });

  it.each<CaseEvent>([
    { type: 'draft-arrived', draft },
    { type: 'prepare-failed', problems: [FULL] },
    { type: 'delivered', receipt },
    { type: 'deliver-failed', problems: [FULL] },
    { type: 'progressed', progress, atMs: 1 },
    { type: 'cancel-asked' },
    { type: 'deliver-started' },
    { type: 'files-withheld', paths: ['a'], withheld: true },
  ])('ignores $type on a screen it does not belong to', (event) => {
    expect(caseReducer(filled, event)).toBe(filled);
  });

  it('starts another case with who the user is and nothing of the last problem', () => {
    const state = apply(
      [
        { type: 'plan-arrived', plan: samplePlan() },
        { type: 'case-restarted', caseId: 'next' },
      ],
      {
        ...filled,
        screen: { at: 'saved', receipt },
      },
    );
    expect(state.form).toMatchObject({ ccid: 'f96c9', contactName: '王伟', title: '', severity: undefined });
    expect(state).toMatchObject({ screen: { at: 'problem' }, planView: { plan: undefined } });
  });

  it('opens on the list of cases where there are unfinished ones', () => {
    const drafts = [
      { id: 'x', savedAt: '2026-11-28T03:00:00.000Z', title: '备份失败', company: '', ccid: '' },
    ];
    expect(firstState(sampleStart({ drafts })).screen).toEqual({ at: 'cases' });
    expect(firstState(sampleStart()).screen).toEqual({ at: 'problem' });
  });

  it('takes a draft up where it was left, and nothing of the case before', () => {
    const draft = {
      id: 'kept',
      step: 'contents' as const,
      form: { title: '恢复失败', plan: 'premium' as const },
      files: { screenshots: [{ id: 'f', label: '1.png', sizeBytes: 1 }], attachments: [], logDirs: [] },
    };
    const state = apply([{ type: 'draft-opened', draft }], filled);
    expect(state).toMatchObject({
      caseId: 'kept',
      screen: { at: 'contents' },
      form: { title: '恢复失败', plan: 'premium', description: '', company: '', severityAnswers: {} },
    });
    expect(state.form.screenshots).toHaveLength(1);
  });

  it('fills in the chosen customer, and clears for one without a profile', () => {
    const customers = [{ id: 'c', name: '银行', identity: { ccid: 'ABCDE', contact: { name: '李娜' } } }];
    const chosen = apply(
      [
        { type: 'customers-changed', customers },
        { type: 'customer-chosen', id: 'c' },
      ],
      filled,
    );
    expect(chosen.form).toMatchObject({ customerId: 'c', ccid: 'ABCDE', contactName: '李娜', company: '' });
    expect(chosen.form.title).toBe(filled.form.title);
    const cleared = apply([{ type: 'customer-chosen', id: undefined }], chosen);
    expect(cleared.form).toMatchObject({ customerId: undefined, ccid: '', contactName: '' });
  });
});
