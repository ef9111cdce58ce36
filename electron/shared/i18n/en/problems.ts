// Expected trouble: what happened and what to do.
import type { problems as zhProblems } from '../zh/problems.ts';
import { delivery } from './delivery.ts';
import { encryption } from './encryption.ts';
import { policy } from './policy.ts';
import { redaction } from './redaction.ts';
import { terms } from './terms.ts';

/** What common system error codes mean; others are shown as they are. */
const systemReason: Record<string, string> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EBUSY: 'another program holds it',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'it is not a folder',
  EFBIG: 'it is too large',
  EINVAL: 'it is not a regular file',
  ELOOP: 'it is a link, or its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EROFS: 'the disk is read-only',
};
const why = (reason: string) => systemReason[reason] ?? reason;
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MB`;

const captureRefusal = {
  wayland:
    "this system (Wayland) lets no program take pictures of the screen; use the system's own screenshot tool, then paste or add the picture",
  permission:
    'the system does not let this program record the screen; allow it under "System Settings > Privacy & Security > Screen Recording" and try again, or paste a picture',
  'nothing-shown':
    "there is no screen or window to take a picture of, or the chosen window was closed; try again, or use the system's screenshot tool and paste",
};

export const problems: typeof zhProblems = {
  codes: {
    'missing-item': ({ item }) => `required item missing: ${terms.checklistItem[item]}`,
    'unknown-collector': ({ name }) => `there is no collector or area named “${name}”`,
    'leak-found': ({ path, rule }) =>
      `the check of the finished packet found something in ${path} that should have been replaced (${redaction.rule[rule]}); the packet was removed. Withhold that file and try again`,
    'no-stand-ins': ({ caseReference }) =>
      `this machine has no map of stand-ins of case ${caseReference}; use the machine and the user that built its packet`,
    'not-stand-ins': ({ path }) => `${path} is not a map of stand-ins`,
    'not-text': ({ path }) => `${path} is not text and cannot be shown`,
    'cannot-read': ({ path, reason }) => `cannot read ${path}: ${why(reason)}`,
    'cannot-write': ({ path, reason }) => `cannot write ${path}: ${why(reason)}; choose another folder`,
    'not-enough-space': ({ path, neededBytes, freeBytes }) =>
      `not enough space at ${path}: about ${megabytes(neededBytes)} needed, ${megabytes(freeBytes)} free; choose another disk or collect less`,
    'disk-full': ({ path }) =>
      `the disk at ${path} is full; nothing half-written was left; choose another disk or collect less`,
    'check-failed': ({ detail }) =>
      `the packet did not read back as written (${detail}) and was removed; check the disk and try again`,
    'bad-recipient': ({ recipient }) => encryption.badRecipient(recipient),
    'delivery-failed': ({ reason, target, detail }) => delivery.failed(target, reason, detail),
    'not-a-packet': ({ path }) => `${path} is not a Casepack packet`,
    'damaged-packet': ({ path, detail }) =>
      `the packet ${path} is damaged (${detail}); nothing was written; build the packet again`,
    'message-limit-too-small': ({ neededBytes }) =>
      `the largest message is set too small: at least ${Math.ceil(neededBytes / 1e6)} MB are needed`,
    'unknown-host-key': ({ host, keyType, fingerprint }) =>
      delivery.unknownHostKey(host, keyType, fingerprint),
    'bad-targets-file': ({ path, detail }) => delivery.badTargetsFile(path, detail),
    'policy-forbids': ({ by, given, allowed }) => policy.forbidden(by, given, allowed),
    'policy-broken': ({ file }) =>
      `the policy file ${file} has errors, so nobody can tell what must not leave this machine; About in the window and casepack policy name the lines: have them mended`,
    cancelled: () => 'cancelled; nothing half-written remains',
    'engine-stopped': () =>
      'the collecting process stopped unexpectedly and was started again; its temporary files were removed; please try again',
    'capture-unavailable': ({ reason }) => captureRefusal[reason],
    'unexpected-error': ({ detailsFile }) =>
      `unexpected error (a bug in this program); details were written to ${detailsFile}`,
  },
};
