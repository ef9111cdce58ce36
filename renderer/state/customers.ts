// Customer profiles and the form that was filled from one. Pure. Runs in the window.
import type { Customer, Identity } from '#shared/schema/customer.ts';
import type { CaseForm } from './case-form.ts';

/** Who the form is for, as typed; parts that are empty are left out. */
export function typedIdentity(form: CaseForm): Identity {
  const given = (text: string) => text.trim() || undefined;
  return {
    ccid: given(form.ccid)?.toUpperCase(),
    company: given(form.company),
    contact: {
      name: given(form.contactName),
      phone: given(form.contactPhone),
      extension: given(form.contactExtension),
      email: given(form.contactEmail),
    },
    plan: form.plan,
  };
}

/** @returns the profiles, the chosen one with what the form says now */
export function updatedCustomers(customers: readonly Customer[], form: CaseForm): readonly Customer[] {
  const identity = typedIdentity(form);
  return customers.map((customer) =>
    customer.id === form.customerId ? { ...customer, identity } : customer,
  );
}
