// Tests of renderer/state/customers.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { typedIdentity, updatedCustomers } from '#renderer/state/customers.ts';
import { filledForm } from '#test/renderer/filled-form.ts';

const BANK = '0b5c2a52-6f5e-4c39-9d0c-1b6f0f3f6a01';
const SHOP = '0b5c2a52-6f5e-4c39-9d0c-1b6f0f3f6a02';
const customers = [
  { id: BANK, name: '银行', identity: {} },
  { id: SHOP, name: '商店', identity: { ccid: 'ABCDE' } },
];

describe('customer profiles', () => {
  it('the chosen one learns what was typed; the others stay', () => {
    const [bank, shop] = updatedCustomers(customers, filledForm({ customerId: BANK, company: ' 新名称 ' }));
    expect(bank).toMatchObject({ name: '银行', identity: { company: '新名称', ccid: 'F96C9' } });
    expect(shop).toBe(customers[1]);
  });

  it('hold no empty parts', () => {
    expect(typedIdentity(filledForm({ ccid: ' ', contactExtension: '' }))).toMatchObject({ ccid: undefined });
  });
});
