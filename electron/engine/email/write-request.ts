// One of the guide's other requests as an e-mail draft, in Chinese and English. Runs in the engine's process.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hostIdSteps } from '#shared/host-id.ts';
import { type Texts, texts } from '#shared/i18n/texts.ts';
import type { Result } from '#shared/ipc/result.ts';
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import type { RequestDraft, RequestKind, SupportRequest } from '#shared/schema/support-request.ts';
import type { EngineContext } from '../engine-context.ts';
import { compactLocalTime } from '../local-time.ts';
import { asResult, writeTrouble } from '../trouble.ts';
import { writeDraft } from './write-draft.ts';

export interface RequestOptions {
  /** Instead of the policy's address; undefined: the policy's, if it names one. */
  readonly to: readonly string[] | undefined;
  /** An existing folder. */
  readonly folder: string;
}

/** @returns where the draft is; it is there completely or not at all. */
export function writeRequest(
  request: SupportRequest,
  { to, folder }: RequestOptions,
  { host, policy, signal }: EngineContext,
): Promise<Result<RequestDraft>> {
  return asResult(signal, async () => {
    const recipients = [...(to ?? requestRecipients(policy, request.kind))];
    const { ccid, company, kind } = request;
    const time = compactLocalTime(host.now(), host.timeZone);
    const path = join(folder, `${ccid}_${kind}_${time}.eml`);
    const partial = `${path}.${process.pid}.partial`;
    const subject = texts('zh').requests.subject(kind, company, ccid);
    const text = (['zh', 'en'] as const).map((language) => requestText(request, texts(language)));
    const message = { to: recipients, cc: [], subject, text: text.join('\n\n----\n\n') };
    try {
      await writeDraft(partial, { ...message, date: host.now(), attachments: [] }, () => undefined, signal);
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true }).catch(() => undefined);
      throw writeTrouble(error, folder);
    }
    return { path, to: recipients };
  });
}

/** @returns the policy's addresses for it. For a licence the guide says only "your sales contact". */
function requestRecipients({ contacts }: SupportPolicy, kind: RequestKind): string[] {
  const purpose = { 'licence-key': 'licence', 'ma-access': 'maintenance-advantage', renewal: 'renewal' }[
    kind
  ];
  return contacts.filter((contact) => contact.purpose === purpose).map(({ address }) => address);
}

function requestText(request: SupportRequest, { requests, cli }: Texts): string {
  const { company, contact, ccid } = request;
  const facts: (readonly [string, string])[] = [
    [requests.company, company],
    [requests.contact, contact.name],
    [requests.email, contact.email],
    [requests.phone, contact.phone],
    [requests.ccid, ccid],
  ];
  if (request.kind === 'licence-key') {
    const { hostId, ip } = request;
    const value = ip === undefined ? hostId : requests.derived(hostId, ip, hostIdSteps(ip));
    facts.push([requests.hostId, value]);
  }
  const lines = facts.map(([name, value]) => cli.labelled(name, value));
  return [requests.opening[request.kind], '', ...lines, '', requests.closing].join('\n');
}
