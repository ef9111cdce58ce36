import { describe, expect, it } from 'vitest';
import { type CaseForm, type FieldName, newCaseForm } from '#renderer/state/case-form.ts';
import { type FieldTrouble, formTrouble, stepTrouble } from '#renderer/state/form-trouble.ts';
import { texts } from '#shared/i18n/texts.ts';
import { filledForm } from '#test/renderer/filled-form.ts';

const now = new Date('2026-11-23T12:00:00+08:00');

describe('formTrouble', () => {
  it('has nothing against a complete form', () => {
    expect(formTrouble(filledForm(), now)).toEqual({});
  });

  it('asks for every required field of an empty form, step by step', () => {
    const trouble = formTrouble(newCaseForm({}), now);
    expect(stepTrouble('problem', trouble)).toEqual(['problemArea', 'severity', 'title', 'description']);
    expect(stepTrouble('contact', trouble)).toEqual([
      'ccid',
      'company',
      'contactName',
      'contactPhone',
      'contactEmail',
    ]);
  });

  it.each<[FieldName, Partial<CaseForm>, FieldTrouble | undefined]>([
    ['ccid', { ccid: 'XYZ' }, 'ccid-shape'],
    ['ccid', { ccid: '0xF96C9' }, 'ccid-shape'],
    ['ccid', { ccid: 'F96C9F96C' }, 'ccid-shape'],
    ['ccid', { ccid: ' f96c9 ' }, undefined],
    ['contactPhone', { contactPhone: '12' }, 'phone-shape'],
    ['contactPhone', { contactPhone: '四零零' }, 'phone-shape'],
    ['contactPhone', { contactPhone: '+86 (10) 5905-1155' }, undefined],
    ['contactExtension', { contactExtension: 'abc' }, 'extension-shape'],
    ['contactExtension', { contactExtension: ' ' }, undefined],
    ['contactEmail', { contactEmail: 'wang@' }, 'email-shape'],
    ['title', { title: '   ' }, 'required'],
    ['title', { title: 'x'.repeat(201) }, 'too-long'],
    ['jobIds', { jobIds: '1024，1025、1026' }, undefined],
    ['jobIds', { jobIds: 'job 7' }, 'jobs-shape'],
    ['occurredAt', { occurredAt: '2026-11-22T22:30' }, undefined],
    ['occurredAt', { occurredAt: '2126-11-22T22:30' }, 'in-future'],
    ['occurredAt', { occurredAt: '2026-11-22' }, 'date-shape'],
  ])('judges %s in %o', (field, change, expected) => {
    expect(formTrouble(filledForm(change), now)[field]).toBe(expected);
  });

  it('has words for every trouble in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const sentence of Object.values(texts(language).window.trouble)) expect(sentence).toMatch(/\S/);
    }
  });
});
