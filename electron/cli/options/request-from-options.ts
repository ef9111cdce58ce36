// From options to one of the guide's other requests: every value parsed, every problem kept. Runs in the command line's
// process.
import { HostId, hostIdOfAddress } from '#shared/host-id.ts';
import type { ChecklistItemId } from '#shared/schema/checklist.ts';
import { RequestKind, type SupportRequest } from '#shared/schema/support-request.ts';
import { type Given, type InputProblem, type InputWarning, parsed, refused } from './given.ts';
import { InputReport } from './input-report.ts';
import { parseCcid } from './parse-ccid.ts';
import { outFolderProblem } from './parse-path.ts';
import * as text from './parse-text.ts';
import type { OptionValues } from './raw-case.ts';

export interface RequestInput {
  /** Undefined where something is wrong or missing. */
  readonly request: SupportRequest | undefined;
  /** Undefined where none was given. */
  readonly to: readonly string[] | undefined;
  readonly out: string;
  readonly problems: readonly InputProblem[];
  readonly missing: readonly { readonly item: ChecklistItemId; readonly option: string }[];
  readonly warnings: readonly InputWarning[];
}

const REQUIRED = [
  { name: 'ccid', item: 'ccid', option: '--ccid' },
  { name: 'company', item: 'company', option: '--company' },
  { name: 'contactName', item: 'contact-name', option: '--contact-name' },
  { name: 'contactPhone', item: 'contact-phone', option: '--contact-phone' },
  { name: 'contactEmail', item: 'contact-email', option: '--contact-email' },
] as const;

/** @param kind as given. @param cwd where relative paths start. */
export async function requestFromOptions(
  kind: string | undefined,
  values: OptionValues,
  cwd: string,
): Promise<RequestInput> {
  const report = new InputReport();
  const given = (name: string, label: string): Given | undefined => {
    const value = values[name];
    return typeof value === 'string' ? { text: value, label, baseFolder: cwd } : undefined;
  };
  const kindGiven = { text: kind ?? '', label: 'KIND', baseFolder: cwd };
  const chosen = report.take(kindGiven, (typed) => {
    const known = RequestKind.safeParse(typed);
    return known.success ? parsed(known.data) : refused('not-one-of', RequestKind.options.join(', '));
  });
  const [ccid, company, name, phone, email] = [
    report.take(given('ccid', '--ccid'), parseCcid),
    report.take(given('company', '--company'), text.parseCompany),
    report.take(given('contactName', '--contact-name'), text.parseContactName),
    report.take(given('contactPhone', '--contact-phone'), text.parsePhone),
    report.take(given('contactEmail', '--contact-email'), text.parseEmail),
  ];
  const host = hostOf(chosen, given('hostId', '--host-id'), given('ip', '--ip'), report);
  const mailTo = values.mailTo;
  const to = Array.isArray(mailTo)
    ? report.takeAll(
        mailTo.map((one: string) => ({ text: one, label: '--mail-to', baseFolder: cwd })),
        text.parseEmail,
      )
    : undefined;
  const out = given('out', '--out') ?? { text: '.', label: '--out', baseFolder: cwd };
  const folder = await outFolderProblem(out);
  const problems = [...report.problems, ...(folder === undefined ? [] : [folder])];
  const missing = REQUIRED.filter((one) => values[one.name] === undefined);
  const rest = { to, out: out.text, problems, missing, warnings: report.warnings };
  if (problems.length + missing.length > 0 || chosen === undefined) return { request: undefined, ...rest };
  if (!ccid || !company || !name || !phone || !email) return { request: undefined, ...rest };
  const common = { ccid, company, contact: { name, phone, email } };
  if (chosen !== 'licence-key') return { request: { kind: chosen, ...common }, ...rest };
  return { request: host && { kind: chosen, ...common, ...host }, ...rest };
}

/** Of --host-id and --ip exactly one, and only for a licence. */
function hostOf(
  kind: RequestKind | undefined,
  hostId: Given | undefined,
  ip: Given | undefined,
  report: InputReport,
): { hostId: string; ip?: string } | undefined {
  const both = hostId !== undefined && ip !== undefined;
  if (both) report.problems.push({ code: 'not-together', label: '--host-id', given: '', hint: '--ip' });
  if (kind === 'licence-key' && hostId === undefined && ip === undefined)
    report.problems.push({ code: 'no-host-id', label: '--ip', given: '' });
  if (kind !== undefined && kind !== 'licence-key') {
    for (const one of [hostId, ip])
      if (one !== undefined)
        report.problems.push({ code: 'licence-only', label: one.label, given: one.text });
    return undefined;
  }
  const typed = report.take(hostId, (value) => {
    const id = HostId.safeParse(value);
    return id.success ? parsed(id.data) : refused('not-a-host-id');
  });
  const derived = report.take(ip, (value) => {
    const id = hostIdOfAddress(value);
    return id === undefined ? refused('not-an-ipv4') : parsed({ hostId: id, ip: value.trim() });
  });
  return derived ?? (typed === undefined ? undefined : { hostId: typed });
}
