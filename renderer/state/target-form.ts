// A target as typed in the window: its parts in fields, what is wrong with them, and the address they make. Pure. Runs in
// the window.
import { readMailAddresses } from '#shared/mail-addresses.ts';
import { DeliveryTarget } from '#shared/schema/delivery-target.ts';
import type { TargetInfo, TypedTarget } from '#shared/schema/sending.ts';

export const TARGET_KINDS = ['https', 'tus', 'sftp', 'ftps', 'smtp', 's3'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** A file of the target: none, that of the saved target, or one picked just now. */
export interface ChosenFile {
  readonly choice: string;
  readonly label: string;
}

export interface TargetForm {
  readonly name: string;
  readonly kind: TargetKind;
  readonly address: string;
  readonly user: string;
  readonly mailTo: string;
  readonly identityFile: ChosenFile;
  readonly caFile: ChosenFile;
  readonly proxy: 'auto' | 'none' | 'fixed';
  readonly proxyAddress: string;
  readonly remember: boolean;
}

export type TargetTrouble =
  | { readonly field: 'name'; readonly code: 'name' | 'name-taken' }
  | { readonly field: 'address'; readonly code: 'address' | 'password-in-address' }
  | { readonly field: 'mailTo'; readonly code: 'mailTo' }
  | { readonly field: 'proxyAddress'; readonly code: 'proxyAddress' };

const SCHEMES = {
  https: 'https',
  tus: 'tus+https',
  sftp: 'sftp',
  ftps: 'ftps',
  smtp: 'smtp',
  s3: 's3+https',
} as const satisfies Record<TargetKind, string>;

export const noFile: ChosenFile = { choice: 'none', label: '' };

export function newTargetForm(): TargetForm {
  return {
    name: '',
    kind: 'https',
    address: '',
    user: '',
    mailTo: '',
    identityFile: noFile,
    caFile: noFile,
    proxy: 'auto',
    proxyAddress: '',
    remember: true,
  };
}

export function formOfTarget({ name, url, origin, mailTo, proxy, ...files }: TargetInfo): TargetForm {
  const { protocol, username, host, pathname } = new URL(url);
  const scheme = protocol.slice(0, -1).replace('smtps', 'smtp');
  const kind = TARGET_KINDS.find((one) => SCHEMES[one] === scheme) ?? 'https';
  const file = (label: string | undefined) => (label === undefined ? noFile : { choice: 'same', label });
  const fixed = proxy !== undefined && proxy !== 'auto' && proxy !== 'none';
  return {
    name,
    kind,
    // The signature of a presigned address is not shown: it is pasted anew.
    address: kind === 's3' ? '' : `${host}${decodeURI(pathname)}`,
    user: decodeURIComponent(username),
    mailTo: mailTo ?? '',
    identityFile: file(files.identityFile),
    caFile: file(files.caFile),
    proxy: fixed ? 'fixed' : proxy === 'none' ? 'none' : 'auto',
    proxyAddress: fixed ? proxy : '',
    remember: origin === 'user',
  };
}

/** A pasted address says itself of which kind it is, and may hold the user's name. */
export function withAddress(form: TargetForm, typed: string): TargetForm {
  const [, scheme = '', rest = ''] = /^\s*([a-z0-9+]+):\/\/(.*?)\s*$/i.exec(typed) ?? [];
  const named = scheme.toLowerCase().replace('smtps', 'smtp');
  const fits = SCHEMES[form.kind] === named || (named === 'https' && ['tus', 's3'].includes(form.kind));
  const kind = fits ? form.kind : TARGET_KINDS.find((one) => SCHEMES[one] === named);
  if (kind === undefined) return { ...form, address: typed };
  const [, user, address = rest] = /^([^/@:]*)@(.*)$/.exec(rest) ?? [];
  return { ...form, kind, address, user: user === undefined ? form.user : decodeURIComponent(user) };
}

/** @param others names that are taken. @returns what is wrong, in the order of the fields */
export function targetTrouble(form: TargetForm, others: readonly string[]): readonly TargetTrouble[] {
  const { name, kind, address, mailTo, proxy, proxyAddress } = form;
  const found: TargetTrouble[] = [];
  if (!DeliveryTarget.shape.name.safeParse(name.trim()).success) found.push({ field: 'name', code: 'name' });
  else if (others.includes(name.trim())) found.push({ field: 'name', code: 'name-taken' });
  if (/^[^/]*:[^/]*@/.test(address)) found.push({ field: 'address', code: 'password-in-address' });
  else if (urlOf(form) === undefined) found.push({ field: 'address', code: 'address' });
  if (kind === 'smtp' && readMailAddresses(mailTo)?.length !== 1)
    found.push({ field: 'mailTo', code: 'mailTo' });
  const proxyRight = DeliveryTarget.shape.proxy.safeParse(proxyAddress.trim()).success;
  if (proxy === 'fixed' && !(proxyRight && URL.canParse(proxyAddress.trim())))
    found.push({ field: 'proxyAddress', code: 'proxyAddress' });
  return found;
}

/** @param form without trouble. @param replaces the name of the target that is edited */
export function toTypedTarget(form: TargetForm, replaces: string | undefined): TypedTarget {
  const { kind, proxy } = form;
  return {
    name: form.name.trim(),
    url: urlOf(form) ?? '',
    identityFile: kind === 'sftp' ? form.identityFile.choice : 'none',
    caFile: kind === 'sftp' ? 'none' : form.caFile.choice,
    remember: form.remember && kind !== 's3',
    ...(replaces === undefined ? {} : { replaces }),
    ...(kind === 'smtp' ? { mailTo: form.mailTo.trim() } : {}),
    ...(proxy === 'auto' ? {} : { proxy: proxy === 'none' ? 'none' : form.proxyAddress.trim() }),
  };
}

/** @returns undefined where the fields make no address */
function urlOf({ kind, address, user }: TargetForm): string | undefined {
  const bare = address.trim().replace(/^[a-z0-9+]+:\/\//i, '');
  if (bare === '' || /\s/.test(bare.split('/')[0] ?? '') || bare.includes('@')) return undefined;
  const scheme = kind === 'smtp' && /^[^/]*:465(\/|$)/.test(bare) ? 'smtps' : SCHEMES[kind];
  const login = user.trim() === '' || kind === 's3' ? '' : `${encodeURIComponent(user.trim())}@`;
  const text = `${scheme}://${login}${bare}${/[/?]/.test(bare) ? '' : '/'}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isName = /^(\[[0-9a-f:.]+\]|[^\s:@]+)$/i.test(decodeURIComponent(url.hostname));
  return isName && DeliveryTarget.shape.url.safeParse(url.href).success ? url.href : undefined;
}
