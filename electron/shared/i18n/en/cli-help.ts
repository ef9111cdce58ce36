// Command line help texts.
import type { cliHelp as zhCliHelp } from '../zh/cli-help.ts';
import { deliveryHelp } from './delivery-help.ts';
import { encryption } from './encryption.ts';
import { terms } from './terms.ts';

const areas = Object.keys(terms.problemArea).join(', ');

export const cliHelp: typeof zhCliHelp = {
  words: {},
  programUsage: '<command> [options]',
  commandUsage: '[options]',
  program: 'Collects facts and logs for a CommVault support case into one packet (zip) that can be verified.',
  redactionNote:
    'Files are redacted (--redact standard): stand-ins for names and addresses, secrets masked. Screenshots and other attachments that are not text go as they are; check them yourself.',
  firstSteps: 'Examples:',
  exitCodes: `Exit codes:
  0    done, all required items present
  1    unexpected error (a bug); says where the details are
  2    bad input or a required item missing; nothing written
  3    packet built, but a required item is missing (only with --allow-incomplete) or a collector failed
  4    delivery failed; the packet is kept
  5    verification failed
  130  cancelled; nothing half-written remains`,
  groups: { form: 'The case:', content: 'What is collected:', output: 'Output:' },
  commands: {
    collect: 'collect facts and logs and build a packet',
    plan: 'say what collect would take, with sizes; write nothing',
    reveal: "turn the stand-ins in a support engineer's reply back into names, on this machine only",
    verify: 'check that a packet is complete and unchanged',
    deliver: 'send an existing packet',
    history: 'list what was sent from this machine',
    email: 'cut a packet into e-mail drafts (.eml), none larger than a limit',
    request: "the guide's other requests as e-mail drafts: permanent licence, MA site, renewal",
    collectors: 'list all collectors: id, platforms, administrator rights, what they read',
    policy: 'show what holds on this machine and where each value comes from',
    demo: 'build a packet from a built-in demo host (reads nothing of this machine)',
    help: 'show help for a command',
  },
  verifyFile: 'the packet to check, a part of one, or a folder of parts',
  ...deliveryHelp,
  requestKind: 'licence-key (permanent licence), ma-access (MA site) or renewal (of services)',
  emailFile: 'the packet to send',
  revealMap: 'reference of the case, such as 7K3QX, or a file that is a map of stand-ins',
  revealFile: 'text file to turn back; - is the standard input',
  options: {
    ...encryption.options,
    case: 'read the case from a JSON file; options given here override it',
    ccid: 'product CCID (CommCell ID), up to 8 hexadecimal digits, such as F96C9',
    company: 'company name',
    contactName: "the designated contact's name",
    contactPhone: "the contact's phone",
    extension: 'phone extension',
    contactEmail: "the contact's e-mail",
    plan: 'support plan: standard or premium (default: standard)',
    severity: 'severity: 1 critical, 2 high, 3 medium, 4 low',
    problem: `problem area (default: other): ${areas}`,
    title: "the event's title (default: first line of the description)",
    description: 'description of the event',
    descriptionFile: 'read the description from a text file',
    occurredAt: 'when it happened, such as 2026-11-22T10:15; local time unless it has an offset',
    job: 'number of a job concerned; repeatable',
    commvaultVersion: 'CommVault software version, where it is not found automatically',
    patchLevel: 'CommVault patch level, such as 11.26.35',
    since: 'only logs from then on: 24h, 3d or a time (default: all CommVault logs, 7 days of system logs)',
    until: 'only logs until then; a date alone includes that day',
    screenshot: 'screenshot of the error; repeatable',
    attach: 'any other file; repeatable',
    logDir: 'CommVault log folder, instead of detection; repeatable',
    only: 'run only these collectors or areas, such as commvault or os.release; repeatable',
    skip: 'leave out these collectors or areas; repeatable',
    redact:
      'redaction level: standard (default), strict (also paths, names of databases and policies, barcodes, serial numbers) or off (masks secrets and keywords only)',
    keyword: 'word that is always replaced, in any language; repeatable',
    keywordFile: 'read such words from a text file, one a line; lines that begin with # are none',
    sendBinary: 'let this file go although it is not text (path in the packet); repeatable',
    withhold: 'keep this file back (path in the packet); repeatable',
    followUp:
      'another packet for the case with this reference, such as 7K3QX: same reference, same stand-ins',
    redaction: 'try the redaction: what is replaced in each file, which files stay here; write nothing',
    maxSize: 'limit for the CommVault logs, newest first, such as 500MB or 2GB (1 MB = 1024 × 1024 bytes)',
    out: 'output folder (default: the current folder)',
    ip: 'IPv4 address of the server, to derive WINNTHOSTID from (licence-key only)',
    hostId: 'WINNTHOSTID, 8 hexadecimal digits (licence-key only)',
    requestTo: 'address of the recipient; default: the one the guide names; repeatable',
    mailTo: 'address of the recipient; repeatable',
    mailCc: 'address for a copy; repeatable',
    maxMessage:
      'no message larger than this, attachments as encoded; default 20MB (1 MB is 1000 × 1000 bytes)',
    emailOut: 'folder for drafts and parts; default: the current folder',
    check: 'only say whether this policy file is sound, with line and column of every error',
    demoOut: 'output folder (default: casepack-demo in the current folder)',
    yes: 'do not ask, build at once',
    allowIncomplete: 'build even if required items are missing (exit code 3)',
    gentle: 'slowly, for a machine under load: one thing at a time, pauses, lowest priority',
    lang: "language: zh or en (default: the system's)",
    json: 'print one JSON object a line, for scripts',
    quiet: 'no progress',
    help: 'show help',
    version: 'show the version',
  },
};
