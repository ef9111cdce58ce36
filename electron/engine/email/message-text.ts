// The body of a message: the case sheet as plain text, in Chinese and in English, and what is attached where. Runs in the
// engine's process.
import { formatBytes } from '#shared/format-bytes.ts';
import { type Texts, texts } from '#shared/i18n/texts.ts';
import type { CaseSheet } from '#shared/schema/case-sheet.ts';

/** What is said of an attachment. */
export interface ListedPart {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface MessageContent {
  /** The packet's file name. */
  readonly packet: string;
  readonly caseReference: string | undefined;
  /** Undefined where it may not be read, or cannot. */
  readonly sheet: CaseSheet | undefined;
  readonly sealed: boolean;
  /** All of them, in their order. */
  readonly parts: readonly ListedPart[];
}

const LANGUAGES = ['zh', 'en'] as const;
/** A mail is to be read at a glance; the whole text is in the packet. */
const MAX_DESCRIPTION = 4000;

/** @param part from 1; the first message holds the sheet and the list, the others point to it. */
export function messageText(content: MessageContent, part: number): string {
  const { parts } = content;
  const blocks = LANGUAGES.map((language) => languageBlock(content, part, texts(language)));
  const shared = part === 1 ? [...descriptionBlock(content), ...partList(parts)] : [];
  return [blocks.join('\n\n----\n\n'), ...shared].join('\n\n');
}

function languageBlock({ sheet, sealed, parts, ...rest }: MessageContent, part: number, all: Texts): string {
  const { email } = all;
  const lines = [sealed ? email.headingSealed : email.heading(rest.caseReference ?? '')];
  if (parts.length > 1) lines.push(email.part(part, parts.length));
  if (part > 1) return [...lines, email.seeFirst].join('\n');
  if (sealed) lines.push(email.sealed);
  if (sheet !== undefined) lines.push('', ...sheetLines(sheet, all));
  const split = sealed && parts.length > 1;
  return [...lines, '', ...(split ? email.joinParts(rest.packet) : sealed ? [] : email.useVolumes)]
    .join('\n')
    .trimEnd();
}

function sheetLines(case_: CaseSheet, { sheet, terms, cli, email }: Texts): string[] {
  const { severity, contact, support, event, system, commvault, checklist } = case_;
  const { extension } = contact;
  const phone = [contact.phone, extension && sheet.extension(extension)].filter(Boolean).join(' ');
  const level =
    severity &&
    cli.stateWithReason(
      `${severity.level} ${terms.severityName[severity.level]}`,
      sheet.responseHours(severity.responseHours),
    );
  const missing = checklist
    .filter(({ required, state }) => required && state === 'missing')
    .map(({ item }) => terms.checklistItem[item]);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [sheet.caseReference, case_.caseReference],
    [sheet.ccid, case_.serviceId.ccid],
    [sheet.severity, level],
    [sheet.company, case_.company.name],
    [sheet.contact, contact.name],
    [sheet.phone, phone],
    [sheet.email, contact.email],
    [sheet.plan, terms.plan[support.plan]],
    [sheet.respondBy, moment(support.respondBy)],
    [sheet.createdAt, moment(case_.createdAt)],
    [terms.checklistItem.title, event.title],
    [sheet.problemArea, terms.problemArea[event.problemArea]],
    [sheet.occurredAt, moment(event.occurredAt)],
    [sheet.jobIds, event.jobIds.join(', ')],
    [sheet.operatingSystem, system.os && `${system.os.name} ${system.os.arch}`],
    [sheet.hostName, system.hostName],
    ...commvault.instances.map((one): readonly [string, string] => [
      `CommVault ${one.instance}`,
      [one.version, one.patchLevel, one.roles.join(' ')].filter(Boolean).join(', '),
    ]),
    [email.missing, cli.list(missing)],
  ];
  return facts.filter(([, value]) => value).map(([name, value]) => cli.labelled(name, value ?? ''));
}

/** As the customer wrote it, once: it is in one language only. */
function descriptionBlock({ sheet }: MessageContent): string[] {
  if (sheet === undefined) return [];
  const { description } = sheet.event;
  const characters = [...description];
  const isLong = characters.length > MAX_DESCRIPTION;
  return [
    bothHeadings((email) => email.description),
    isLong ? characters.slice(0, MAX_DESCRIPTION).join('') : description,
    ...(isLong ? LANGUAGES.map((language) => texts(language).email.shortened) : []),
  ];
}

function partList(parts: readonly ListedPart[]): string[] {
  const { partLine } = texts('en').email;
  return [
    bothHeadings((email) => email.parts),
    parts
      .map(
        ({ name, bytes, sha256 }, at) =>
          `${partLine(at + 1, parts.length, name, formatBytes(bytes))}\n     SHA-256 ${sha256}`,
      )
      .join('\n'),
  ];
}

function bothHeadings(text: (email: Texts['email']) => string): string {
  return `---- ${LANGUAGES.map((language) => text(texts(language).email)).join(' / ')} ----`;
}

/** An ISO 8601 moment as people read it, in the zone it was written in. */
function moment(iso: string | undefined): string | undefined {
  const [, offset = ''] = /([+-]\d{2}:\d{2})$/.exec(iso ?? '') ?? [];
  return iso && `${iso.slice(0, 10)} ${iso.slice(11, 16)} (UTC${offset})`;
}

/** CCID, severity, title, case reference and part, for support's queue. An encrypted packet's title stays inside it. */
export function messageSubject(
  { sheet, sealed, parts, ...rest }: MessageContent,
  known: { readonly ccid?: string; readonly severity?: string },
  part: number,
): string {
  const ccid = sheet?.serviceId.ccid || known.ccid;
  const severity = sheet?.severity?.level ?? known.severity;
  const title = sealed ? undefined : sheet?.event.title.replaceAll(/\s+/g, ' ').trim();
  const words = [
    ...(ccid ? [`CCID ${ccid}`] : []),
    ...(severity === undefined ? [] : [`S${severity}`]),
    ...(title ? [title] : []),
    ...(rest.caseReference ? [rest.caseReference] : []),
  ];
  return `${words.join(' | ')} (${part}/${parts.length})`;
}
