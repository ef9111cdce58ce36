// The policy file: settings, where values come from, what can be wrong.
import type { ForbiddenBy } from '../../schema/effective-policy.ts';
import type { policy as zhPolicy } from '../zh/policy.ts';

/** What the policy does not let go. */
const forbids: Record<ForbiddenBy, (given: string, allowed: string) => string> = {
  target: (given, allowed) =>
    `sending to ${given} is not allowed${allowed === '' ? '' : `; choose one of: ${allowed}`}`,
  recipient: (given, allowed) =>
    `${given} may not be a recipient${allowed === '' ? '' : `; choose one of: ${allowed}`}`,
  'message-size': (given, allowed) => `no e-mail may be larger than ${allowed} bytes, and ${given} is`,
  encryption: () => 'packets must be encrypted, with a password or for age keys',
  'age-encryption': () => 'packets must be encrypted for age keys',
  redaction: (given, allowed) =>
    `this packet was redacted at level ${given}, and ${allowed} is the least; build it again`,
};

export const policy: typeof zhPolicy = {
  forbidden: (by, given, allowed) => `policy of this machine: ${forbids[by](given, allowed)}`,
  setting: {
    'support.edition': 'Edition of the support policy',
    'support.severities': 'Severities and response times',
    'support.standardHours': 'Hours of standard support',
    'support.hotline': 'Hotline',
    'support.contacts': 'Contact addresses',
    defaults: 'Preset values',
    locked: 'Locked presets',
    'redaction.minimum': 'Least redaction',
    'redaction.keywords': 'Further keywords to redact',
    collectorsOff: 'Collectors switched off',
    logAreas: 'Problem areas with a log list',
    'delivery.targets': 'Targets of the policy',
    'delivery.allowed': 'May be sent to',
    'recipients.mailTo': 'E-mail recipients',
    'recipients.mailCc': 'E-mail copies to',
    'recipients.locked': 'Recipients locked',
    'recipients.age': 'age public keys',
    'limits.maxMessageMB': 'Largest e-mail',
    'limits.maxCollectedMB': 'Most logs collected',
    'encryption.required': 'Encryption required',
    'updates.url': 'Where updates are announced',
  },
  source: {
    'built-in': 'built-in',
    file: 'policy file',
    closed: 'policy file is broken: strictest value',
  },
  trouble: {
    'cannot-read': (detail) => `cannot be read (${detail}); check the file's permissions`,
    'too-large': () => 'the file is larger than 1 MB; no policy is: check whether it is the right file',
    'not-json': (detail) =>
      detail === ''
        ? 'the file ends here too early; add the missing bracket or quote'
        : `“${detail}” is not expected here; check for a comma, quote or bracket too few or too many before it`,
    'duplicate-name': (detail) => `“${detail}” is given twice; remove one`,
    'too-deep': () => 'nested too deeply',
    'unknown-setting': (detail) => `there is no setting “${detail}”; check the spelling`,
    'missing-setting': (detail) => `“${detail}” is missing; add it`,
    'wrong-type': (detail) => `has the wrong type; expected: ${detail}`,
    'not-one-of': (detail) => `is not available; choose one of: ${detail}`,
    'bad-value': () => 'is not a valid value; see the administrator guide for its form',
    'unknown-collector': (detail) =>
      `there is no collector or area “${detail}”; casepack collectors lists them`,
    'nothing-to-lock': (detail) => `“${detail}” is locked, but defaults holds no value for it`,
    'duplicate-target': (detail) => `two targets are called “${detail}”; rename one`,
  },
  value: {
    yes: 'yes',
    no: 'no',
    anywhere: 'anywhere',
    targetsOnly: 'the targets of the policy only',
    encryption: { no: 'no', any: 'password or age keys', age: 'age keys only' },
    preset: { ccid: 'CCID', company: 'company', plan: 'support plan' },
    presetOf: (name, value) => `${name}: ${value}`,
    severity: (level, name, hours) => `${level} ${name}: ${hours} h`,
    list: (values) => values.join(', '),
  },
  column: { setting: 'Setting', value: 'Value in effect', source: 'Source' },
  none: '(none)',
  file: (path) => `Policy file: ${path}`,
  noFile: (path) => `No policy file (${path}): the built-in policy holds`,
  place: (file, line, column, name, text) =>
    `${file}:${line}:${column}: ${name === '' ? '' : `${name}: `}${text}`,
  sound: (path) => `Policy file is sound: ${path}`,
  broken: (count) =>
    `${count} ${count === 1 ? 'error' : 'errors'} in the policy file; until mended, what it restricts has its strictest value`,
  mayNotDeliver: 'No packet can be sent until it is mended: nobody can tell where packets may go',
  mayNotCollect:
    'No packet can be built until it is mended: nobody can tell what must not leave this machine',
};
