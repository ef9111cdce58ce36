// Texts of redaction: levels, rules, why something stays here.
import type { zh } from '../zh/index.ts';

export const redaction: (typeof zh)['redaction'] = {
  level: {
    standard: {
      name: 'Standard',
      meaning:
        'replaces host names, domains, users, e-mail addresses, IP and MAC addresses and WWNs; masks passwords, tokens and other secrets',
    },
    strict: {
      name: 'Strict',
      meaning:
        'standard, and also file paths, names of databases and policies, tape barcodes and serial numbers',
    },
    off: {
      name: 'Off',
      meaning:
        'masks passwords, tokens and other secrets and replaces the keywords given; everything else stays',
    },
  },
  rule: {
    password: 'passwords',
    token: 'tokens and cookies',
    'private-key': 'private keys',
    'cloud-key': 'cloud access keys',
    'connection-string': 'connection strings',
    'url-credentials': 'credentials in URLs',
    'command-line-secret': 'passwords on command lines',
    'licence-code': 'licence codes',
    email: 'e-mail addresses',
    user: 'user names',
    host: 'host names',
    domain: 'domains',
    ipv4: 'IPv4 addresses',
    ipv6: 'IPv6 addresses',
    mac: 'MAC addresses',
    wwn: 'WWNs',
    keyword: 'keywords',
    'file-path': 'file paths',
    database: 'database names',
    policy: 'policy names',
    barcode: 'tape barcodes',
    serial: 'serial numbers',
  },
  withheld: {
    'withheld-by-user': 'kept back by the user',
    binary: 'not text, cannot be redacted',
    'unknown-encoding': 'text encoding not recognised, not redacted',
    archive: 'kind of archive that is not opened, not redacted',
    'archive-damaged': 'damaged archive, not redacted',
    'archive-too-large': 'archive too large once unpacked, not redacted',
    'archive-too-deep': 'archives nested too deep, not redacted',
    'redaction-failed': 'redaction failed',
    'time-limit': 'redaction took too long',
  },
  tooManyNames:
    'More than 100,000 names were found. Further ones are replaced only where the text says what they are: look the files over, and give the ones that matter as keywords.',
  levelLine: (name) => `Redaction: ${name}`,
  replaced: (rules) => `Replaced: ${rules}`,
  nothingReplaced: 'there was nothing to replace',
  ruleCount: (name, count) => `${count.toLocaleString('en')} ${name}`,
  withheldTitle: (count) =>
    `Files that stay here, because they cannot be redacted (${count.toLocaleString('en')}):`,
  withheldLine: (path, why) => `${path} (${why})`,
  more: (count) => `… and ${count.toLocaleString('en')} more`,
  unredactedTitle: (count) =>
    `Files that go as they are, not redacted (${count.toLocaleString('en')}); check them yourself:`,
  replacedColumn: 'Replaced',
};
