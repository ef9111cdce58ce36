// What was typed into the form of a request, and whether it makes one. Runs in the window.
import { HostId, hostIdOfAddress } from '#shared/host-id.ts';
import { readMailAddresses } from '#shared/mail-addresses.ts';
import { type RequestKind, SupportRequest } from '#shared/schema/support-request.ts';
import type { TypedHostId } from './host-id-field.tsx';

export type RequestField = 'ccid' | 'company' | 'name' | 'phone' | 'email' | 'to' | 'host';
/** Keys of texts. */
type Wrong = 'required' | 'wrong' | 'ipWrong' | 'hostIdWrong';

export type TypedRequest = { readonly [Field in Exclude<RequestField, 'host'>]: string } & {
  readonly host: TypedHostId;
};

export interface CheckedRequest {
  readonly request: SupportRequest | undefined;
  readonly to: readonly string[];
  readonly wrong: { readonly [Field in RequestField]?: Wrong };
}

const ISSUE_FIELDS: Readonly<Record<string, RequestField>> = {
  ccid: 'ccid',
  company: 'company',
  'contact.name': 'name',
  'contact.phone': 'phone',
  'contact.email': 'email',
};

export function checkRequest(kind: RequestKind, typed: TypedRequest): CheckedRequest {
  const { ccid, company, name, phone, email, host } = typed;
  const wrong: { [Field in RequestField]?: Wrong } = {};
  const hostId = host.way === 'ip' ? hostIdOfAddress(host.text) : HostId.safeParse(host.text).data;
  if (kind === 'licence-key' && hostId === undefined)
    wrong.host = host.way === 'ip' ? 'ipWrong' : 'hostIdWrong';
  const ip = host.way === 'ip' ? { ip: host.text.trim() } : {};
  const parsed = SupportRequest.safeParse({
    ...{ kind, ccid, company, contact: { name, phone, email } },
    ...(kind === 'licence-key' ? { hostId: hostId ?? '00000000', ...(hostId === undefined ? {} : ip) } : {}),
  });
  for (const { path } of parsed.error?.issues ?? []) {
    const field = ISSUE_FIELDS[path.join('.')];
    if (field !== undefined && field !== 'host')
      wrong[field] = typed[field].trim() === '' ? 'required' : 'wrong';
  }
  const to = readMailAddresses(typed.to);
  if (to === undefined) wrong.to = 'wrong';
  const isComplete = parsed.success && Object.keys(wrong).length === 0;
  return { request: isComplete ? parsed.data : undefined, to: to ?? [], wrong };
}
