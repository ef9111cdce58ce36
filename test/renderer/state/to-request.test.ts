import { describe, expect, it } from 'vitest';
import { newCaseForm } from '#renderer/state/case-form.ts';
import { occurredAtInstant, toCaseRequest, toPlanRequest, toSettings } from '#renderer/state/to-request.ts';
import { contract, WindowCaseRequest } from '#shared/ipc/contract.ts';
import { Settings } from '#shared/schema/settings.ts';
import { filledForm } from '#test/renderer/filled-form.ts';

const SCREENSHOT = { id: 'a2a8e0b0-3c7b-4d1e-9a55-0d6a4c8f1c11', label: '截图.png', sizeBytes: 5 };

describe('toCaseRequest', () => {
  it('is what the contract takes', () => {
    const form = filledForm({
      occurredAt: '2026-11-22T22:30',
      jobIds: '1024，1025',
      contactExtension: ' 8021 ',
      screenshots: [SCREENSHOT],
      patchLevel: ' SP16 ',
      skip: ['system.logs'],
    });
    const request = toCaseRequest(form);
    expect(WindowCaseRequest.parse(request)).toEqual(request);
    expect(request).toMatchObject({
      ccid: 'F96C9',
      contact: { extension: '8021' },
      jobIds: ['1024', '1025'],
      screenshots: [{ id: SCREENSHOT.id }],
      patchLevel: 'SP16',
      skip: ['system.logs'],
    });
    expect(Date.parse(request.occurredAt ?? '')).toBe(new Date('2026-11-22T22:30').getTime());
  });

  it('leaves out what was not typed', () => {
    const request = toCaseRequest(filledForm({ commvaultVersion: '' }));
    expect(request.occurredAt).toBeUndefined();
    expect(request.commvaultVersion).toBeUndefined();
    expect(request.contact.extension).toBeUndefined();
  });
});

describe('toPlanRequest', () => {
  it('is what the contract takes, also from an empty form', () => {
    expect(contract['case:plan'].args.safeParse([toPlanRequest(newCaseForm({}))]).success).toBe(true);
  });

  it('does not change with what a plan does not depend on', () => {
    expect(toPlanRequest(filledForm({ title: 'another', company: 'another' }))).toEqual(
      toPlanRequest(filledForm()),
    );
  });
});

describe('toSettings', () => {
  it('remembers who the user is, for the next case', () => {
    const settings = toSettings(filledForm({ plan: 'premium' }));
    expect(Settings.parse(settings)).toEqual(settings);
    expect(newCaseForm(settings)).toMatchObject({
      ccid: 'F96C9',
      company: '某某银行',
      contactName: '王伟',
      contactPhone: '010-59051155',
      contactEmail: 'wang.wei@bank.example',
      plan: 'premium',
      title: '',
    });
  });
});

describe('toCaseRequest, what else the user decided', () => {
  it('gives the reasons of the severity, the range of the logs, what is left out and the ticket', () => {
    const form = filledForm({
      severity: 2,
      severityAnswers: { broken: 'component', business: 'affected', workaround: 'no', recovery: 'files' },
      rangeFrom: '2026-11-22T10:00',
      maxSizeBytes: 500,
      exclude: ['collected/x'],
      ticket: ' 201123-456 ',
      followUp: '7K3QX',
    });
    expect(toCaseRequest(form)).toMatchObject({
      severityReasons: ['broken-component', 'business-affected', 'workaround-no', 'recovery-files'],
      window: { from: occurredAtInstant('2026-11-22T10:00'), to: undefined },
      maxSizeBytes: 500,
      exclude: ['collected/x'],
      ticket: '201123-456',
      followUp: '7K3QX',
    });
  });
});

describe('occurredAtInstant', () => {
  it('keeps the local time and adds the offset of that day', () => {
    const instant = occurredAtInstant('2026-07-01T08:05');
    expect(instant).toMatch(/^2026-07-01T08:05:00[+-]\d\d:\d\d$/);
    expect(Date.parse(instant ?? '')).toBe(new Date(2026, 6, 1, 8, 5).getTime());
  });

  it.each(['', '2026-13-40T99:99', 'yesterday'])('knows that %s is no time', (typed) => {
    expect(occurredAtInstant(typed)).toBeUndefined();
  });
});
