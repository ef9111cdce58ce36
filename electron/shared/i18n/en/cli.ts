// Command line texts.
import type { cli as zhCli } from '../zh/cli.ts';
import { deliveryInput } from './delivery.ts';
import { encryption } from './encryption.ts';
import { problems } from './problems.ts';
import { terms } from './terms.ts';

const input: (typeof zhCli)['input'] = {
  ...encryption.input,
  ...deliveryInput,
  empty: () => 'must not be empty',
  'too-long': (given) => `is too long (${given.length.toLocaleString('en')} characters)`,
  'not-a-ccid': (given) => `“${given}” is not a CCID; give up to 8 hexadecimal digits, such as F96C9`,
  'decimal-ccid': (given, hint) =>
    `“${given}” is not a CCID (up to 8 hexadecimal digits); if this is the decimal number of the CommServe database, give ${hint}`,
  'not-a-severity': (given) => `“${given}” is not a severity; give 1, 2, 3 or 4 (1 is the most serious)`,
  'not-one-of': (given, hint) => `“${given}” is not available; choose one of: ${hint}`,
  'not-a-phone': (given) => `“${given}” is not a phone number, such as 010-59051155`,
  'not-an-extension': (given) => `“${given}” is not an extension; give up to 10 digits`,
  'not-an-email': (given) => `“${given}” is not an e-mail address`,
  'not-an-instant': (given) => `“${given}” is not a time; give it like 2026-11-22 or 2026-11-22T10:15+08:00`,
  'not-a-since': (given) => `“${given}” is not a time; give it like 24h, 3d or 2026-11-22T10:15+08:00`,
  'since-in-the-future': (given) => `“${given}” lies in the future`,
  'since-after-until': (given, hint) => `the start ${given} lies after the end ${hint}`,
  'not-a-job-id': (given) => `“${given}” is not a job number; give up to 12 digits`,
  'not-a-size': (given) => `“${given}” is not a size; give it like 500MB or 2GB`,
  'no-such-folder': (given) => `the folder ${given} does not exist`,
  'not-a-folder': (given) => `${given} is not a folder`,
  'cannot-use-folder': (given, hint) =>
    problems.codes['cannot-write']({ code: 'cannot-write', path: given, reason: hint }),
  'cannot-read': (given, hint) =>
    problems.codes['cannot-read']({ code: 'cannot-read', path: given, reason: hint }),
  'file-too-large': (given) => `${given} is larger than 1 MB`,
  'not-together': (_given, hint) => `cannot be used together with ${hint}`,
  'not-json': (given, hint) => `${given} is not valid JSON: ${hint}`,
  'unknown-field': () => 'there is no such field',
  'not-text': () => 'must be text or a number',
  'not-a-list': () => 'must be a list ([…])',
  'not-an-object': () => 'must be an object ({…})',
  'not-a-keyword': (given) => `“${given}” cannot be a keyword; give 2 to 200 characters`,
  'not-a-reference': (given) => `“${given}” is not the reference of a case, such as 7K3QX`,
  'not-in-packet': (given) => `there is no ${given} in the packet`,
  'unknown-option': () => 'unknown option; see --help',
  'unknown-command': () => 'there is no such command; see --help',
  'unexpected-argument': () => 'unexpected argument',
  'needs-value': () => 'needs a value',
  'missing-argument': () => 'name what is to be read; see --help',
  'no-host-id': () => "give --ip (the server's IPv4 address) or --host-id (WINNTHOSTID)",
  'not-a-host-id': (given) => `“${given}” is not a WINNTHOSTID; give 8 hexadecimal digits, such as C0A8010A`,
  'not-an-ipv4': (given) => `“${given}” is not an IPv4 address; give it like 192.168.1.10`,
  'licence-only': () => 'is for licence-key only',
  'no-recipient': () => 'give the address that support told you; the guide names none for cases',
};

const warning: (typeof zhCli)['warning'] = {
  ...encryption.warning,
  'unlicensed-ccid': () =>
    'FFFFF means unlicensed or evaluation: support is probably not included; check the CCID (License Administration in the CommCell Console)',
  'two-readings': (given, hint) =>
    `“${given}” is taken as hexadecimal; if it is the decimal number of the CommServe database, the CCID is ${hint}: give that instead`,
  'in-the-future': (given) => `“${given}” lies in the future; is that right?`,
};

export const cli: typeof zhCli = {
  input,
  warning,
  labelled: (label, text) => `${label}: ${text}`,
  warningLine: (text) => `Note: ${text}`,
  useAllowIncomplete: 'To build the packet all the same, add --allow-incomplete',
  yes: 'yes',
  no: 'no',
  admin: { never: 'no', 'for-some': 'for some' },
  platform: { win32: 'Windows', linux: 'Linux', darwin: 'macOS' },
  list: (items) => items.join(', '),

  column: {
    collector: 'Collector',
    id: 'Id',
    files: 'Files',
    size: 'Size',
    state: 'State',
    admin: 'Needs admin',
    platforms: 'Platforms',
    reads: 'Reads',
    item: 'Item',
    required: 'Required',
    detail: 'Value or source',
    bytes: 'Bytes',
    file: 'File',
  },
  ready: 'Ready',
  stateWithReason: (state, reason) => `${state} (${reason})`,
  atLeast: (size) => `≥ ${size}`,
  atLeastNote: '“≥”: plus the output of commands, whose size only running them tells',
  total: (files, size) => `Total: ${terms.files(files)}, ${size}`,
  leftOut: (collector, why, what) => `Left out: ${collector}, ${why} (${what})`,
  amount: (files, size) => `${terms.files(files)}, ${size}`,
  checklistTitle: 'Checklist',
  missingItems: (items) => `Required items missing: ${items}`,
  failedCollectors: (items) => `Collectors that failed: ${items}`,
  partialCollectors: (items) => `Partly done: ${items} (see ERROR.txt in the packet)`,
  checklistComplete: 'Checklist: all required items present',
  notElevated: 'Not running as administrator: some of it may be unreadable',
  planWritesNothing: 'This is what collect would take; nothing was written',

  reviewTitle: 'The packet will hold:',
  confirm: (folder) => `Build the packet in ${folder}? [y/N] `,
  packetBuilt: (files, packed, bytes) =>
    `Packet built: ${terms.files(files)}, ${packed} (${bytes.toLocaleString('en')} bytes)`,
  sha256: (sum) => `SHA-256: ${sum}`,
  encrypted: encryption.done,

  progressLine: (stage, done, total, percent) => `${stage}: ${done} of ${total} (${percent}%)`,
  progressStage: (stage) => `${stage} …`,
  progressFiles: (done, total) => `${done} of ${terms.files(total)}`,
  remaining: (time) => `${time} left`,

  fileState: {
    ok: 'ok',
    missing: 'missing',
    'wrong-hash': 'changed',
    extra: 'not in the manifest',
    'unsafe-name': 'unsafe name',
    duplicate: 'duplicate name',
  },
  packetProblem: {
    'cannot-read': (detail) => `cannot be read: ${detail}`,
    'not-a-packet': (detail) => `not a packet: ${detail}`,
    'unknown-format': (detail) => `unknown format version; check it with a newer version: ${detail}`,
    ...encryption.packetProblem,
    'files-differ': (detail) => `files that differ from the manifest: ${detail}`,
    'missing-parts': (detail) => `parts that are missing: ${detail}`,
    'damaged-parts': (detail) => `parts that are damaged, to be sent again: ${detail}`,
    'foreign-parts': (detail) => `not of the same packet as the other parts: ${detail}`,
  },
  verified: (reference, files) => `Verified: case ${reference}, ${terms.files(files)}, all as written`,
  notVerified: 'Not verified: do not rely on this packet',
  verifiedParts: (name, parts) => `${name}: all ${parts} parts are there, as written`,
  nothingToVerify: (folder) => `there is no packet and no part of one in ${folder}`,

  draftsSaved: (count, folder) => `${count === 1 ? '1 e-mail draft' : `${count} e-mail drafts`} in ${folder}`,
  draftsNext:
    'Open each .eml in your mail program and send it. If it does not open, write a new message and attach the file of the same name beside it.',

  bug: (file) => `Unexpected error: this is a bug in Casepack; details are in ${file}`,
  bugWithoutFile: (message) => `Unexpected error: this is a bug in Casepack: ${message}`,

  demo: {
    intro: 'This is a demo: the data comes from a built-in demo host, not this machine.',
    where: (path) => `Demo packet: ${path}`,
    contents: (size, files) => `Contents: ${terms.files(files)}, ${size}`,
    next: 'To collect on the real machine, use this command (replace what is in angle brackets):',
    placeholders: {
      ccid: '<CCID>',
      company: '<company>',
      contactName: '<contact>',
      contactPhone: '<phone>',
      contactEmail: '<e-mail>',
      patchLevel: '<patch level>',
      description: '<what happened>',
      screenshot: '<screenshot.png>',
    },
  },
};
