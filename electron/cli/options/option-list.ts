// The commands, and the options of `collect` and `plan` in the order that help shows them. Runs in the command line's process.

export type CommandName =
  | 'collect'
  | 'plan'
  | 'verify'
  | 'reveal'
  | 'deliver'
  | 'history'
  | 'email'
  | 'request'
  | 'collectors'
  | 'policy'
  | 'demo';

export const SINGLE_OPTIONS = [
  'ccid',
  'company',
  'contactName',
  'contactPhone',
  'extension',
  'contactEmail',
  'plan',
  'severity',
  'problem',
  'title',
  'description',
  'descriptionFile',
  'occurredAt',
  'since',
  'until',
  'commvaultVersion',
  'patchLevel',
  'redact',
  'keywordFile',
  'followUp',
  'maxSize',
] as const;
export type SingleOption = (typeof SINGLE_OPTIONS)[number];

export const LIST_OPTIONS = [
  'job',
  'screenshot',
  'attach',
  'logDir',
  'only',
  'skip',
  'keyword',
  'sendBinary',
  'withhold',
] as const;
export type ListOption = (typeof LIST_OPTIONS)[number];

/** They make no part of the case, and a case file cannot hold them. */
export type EncryptionOption = 'encrypt' | 'passwordFile' | 'recipient';

export type OptionGroup = 'form' | 'content' | 'output';

export interface CaseOption {
  /** With its placeholder, as help shows it. */
  readonly flags: string;
  /** Key of its help text. */
  readonly name:
    | 'case'
    | 'out'
    | 'yes'
    | 'allowIncomplete'
    | 'gentle'
    | EncryptionOption
    | SingleOption
    | ListOption;
  readonly group: OptionGroup;
}

export const CASE_OPTIONS: readonly CaseOption[] = [
  { group: 'form', name: 'case', flags: '--case <FILE>' },
  { group: 'form', name: 'ccid', flags: '--ccid <CCID>' },
  { group: 'form', name: 'company', flags: '--company <NAME>' },
  { group: 'form', name: 'contactName', flags: '--contact-name <NAME>' },
  { group: 'form', name: 'contactPhone', flags: '--contact-phone <PHONE>' },
  { group: 'form', name: 'extension', flags: '--extension <NUMBER>' },
  { group: 'form', name: 'contactEmail', flags: '--contact-email <MAIL>' },
  { group: 'form', name: 'plan', flags: '--plan <PLAN>' },
  { group: 'form', name: 'severity', flags: '--severity <1..4>' },
  { group: 'form', name: 'problem', flags: '--problem <AREA>' },
  { group: 'form', name: 'title', flags: '--title <TEXT>' },
  { group: 'form', name: 'description', flags: '--description <TEXT>' },
  { group: 'form', name: 'descriptionFile', flags: '--description-file <FILE>' },
  { group: 'form', name: 'occurredAt', flags: '--occurred-at <TIME>' },
  { group: 'form', name: 'job', flags: '--job <ID>' },
  { group: 'form', name: 'commvaultVersion', flags: '--commvault-version <VERSION>' },
  { group: 'form', name: 'patchLevel', flags: '--patch-level <LEVEL>' },
  { group: 'content', name: 'since', flags: '--since <TIME>' },
  { group: 'content', name: 'until', flags: '--until <TIME>' },
  { group: 'content', name: 'screenshot', flags: '--screenshot <FILE>' },
  { group: 'content', name: 'attach', flags: '--attach <FILE>' },
  { group: 'content', name: 'logDir', flags: '--log-dir <DIR>' },
  { group: 'content', name: 'only', flags: '--only <ID>' },
  { group: 'content', name: 'skip', flags: '--skip <ID>' },
  { group: 'content', name: 'redact', flags: '--redact <LEVEL>' },
  { group: 'content', name: 'keyword', flags: '--keyword <WORD>' },
  { group: 'content', name: 'keywordFile', flags: '--keyword-file <FILE>' },
  { group: 'content', name: 'sendBinary', flags: '--send-binary <PATH>' },
  { group: 'content', name: 'withhold', flags: '--withhold <PATH>' },
  { group: 'content', name: 'followUp', flags: '--follow-up <REFERENCE>' },
  { group: 'content', name: 'maxSize', flags: '--max-size <SIZE>' },
  { group: 'output', name: 'encrypt', flags: '--encrypt <WAY>' },
  { group: 'output', name: 'passwordFile', flags: '--password-file <FILE>' },
  { group: 'output', name: 'recipient', flags: '--recipient <KEY>' },
  { group: 'output', name: 'out', flags: '--out <DIR>' },
  { group: 'output', name: 'yes', flags: '--yes' },
  { group: 'output', name: 'allowIncomplete', flags: '--allow-incomplete' },
  { group: 'output', name: 'gentle', flags: '--gentle' },
];

/** @returns `--contact-name` of `--contact-name <NAME>`. */
function optionName(flags: string): string {
  return flags.split(' ')[0] ?? flags;
}

/** @returns `--contact-name` of `contactName`. */
export function flagOf(name: CaseOption['name']): string {
  return optionName(CASE_OPTIONS.find((option) => option.name === name)?.flags ?? '');
}
