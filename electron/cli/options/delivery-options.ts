// The options of `deliver` in the order that help shows them. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';

export interface DeliveryOption {
  readonly name: Exclude<keyof Texts['cliHelp']['deliverOptions'], 'verify'>;
  /** With its placeholder, as help shows it. */
  readonly flags: string;
}

export const DELIVERY_OPTIONS: readonly DeliveryOption[] = [
  { name: 'to', flags: '--to <URL>' },
  { name: 'passwordFile', flags: '--password-file <FILE>' },
  { name: 'identityFile', flags: '--identity-file <FILE>' },
  { name: 'knownHosts', flags: '--known-hosts <FILE>' },
  { name: 'caFile', flags: '--ca-file <FILE>' },
  { name: 'formField', flags: '--form-field <NAME>' },
  { name: 's3Parts', flags: '--s3-parts <FILE>' },
  { name: 'mailTo', flags: '--mail-to <MAIL>' },
  { name: 'proxy', flags: '--proxy <PROXY>' },
  { name: 'retries', flags: '--retries <N>' },
  { name: 'resume', flags: '--resume' },
  { name: 'again', flags: '--again' },
];
