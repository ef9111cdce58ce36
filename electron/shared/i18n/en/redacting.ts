// Redaction in the window: choosing level and keywords, checking what was replaced in each file.
import type { redacting as zhRedacting } from '../zh/redacting.ts';

export const redacting: typeof zhRedacting = {
  choice: {
    title: 'Redaction',
    hint: 'Files are redacted before they go into the packet: names and addresses become stand-ins, the same ones throughout the case. The map of stand-ins stays on this machine.',
    level: 'Redaction level',
    levels: {
      standard: {
        title: 'Standard (recommended)',
        text: 'Replaces host names, domains, user names, e-mail addresses, IP and MAC addresses and WWNs.',
        detail:
          'Versions, job IDs, times, error codes and file paths stay, so that engineers can work with it.',
      },
      strict: {
        title: 'Strict',
        text: 'Also replaces file paths, names of databases and policies, tape barcodes and serial numbers.',
        detail: 'Versions, job IDs, times and error codes stay; engineers may have to ask you back.',
      },
      off: {
        title: 'Off',
        text: 'Names and addresses go as they are, and so do files that are not text.',
        detail:
          'Only passwords, tokens, private keys and other secrets are masked, and the words you name replaced.',
      },
    },
    always:
      'Passwords, tokens, private keys, licence codes and other secrets are masked at every level. Your CCID and contact details are never redacted.',
    keywords: 'Other words to replace',
    keywordsHint:
      'One a line, such as names of projects, customers or internal systems; upper and lower case are the same; at least 2 characters.',
    keywordShort: (line) => `Line ${line} is too short: at least 2 characters`,
    keywordLong: (line) => `Line ${line} is too long: at most 200 characters`,
    fixKeywords: 'Please correct the words to replace first',
    tooMany: (most) => `Too many words: at most ${most}`,
  },
  summary: {
    title: 'What was redacted',
    level: (name) => `Level: ${name}`,
    total: (count) => `${count} replaced`,
    nothing: 'There was nothing to replace',
    rulesLabel: 'How often each kind was replaced',
    ruleCount: (name, count) => `${name} ${count}`,
    unredacted: (files) => `Not redacted, such as screenshots: ${files}; check yourself what they show`,
    addKeyword: 'Add words and redact again…',
  },
  filter: {
    label: 'Which files are shown',
    all: (count) => `All ${count}`,
    redacted: (count) => `Redacted ${count}`,
    untouched: (count) => `Untouched ${count}`,
    withheld: (count) => `Kept here ${count}`,
  },
  row: {
    redactions: (count) => `${count} replaced`,
    unredacted: 'not redacted',
    view: 'View',
    viewLabel: (path) => `View ${path}`,
    withheldLabel: 'Files that stay here',
    release: 'Send it anyway…',
    releaseLabel: (path) => `Send it anyway… ${path}`,
    noneWithheld: 'No file is kept here because of redaction',
  },
  release: {
    title: 'Send this file as it is?',
    text: 'It is not text and can be neither checked nor redacted. It may hold host names, user names, addresses, even passwords.',
    confirm: 'Send as it is',
    cancel: 'Keep it here',
  },
  keywordDialog: {
    title: 'Add words and redact again',
    hint: 'What was collected is redacted again with all words; nothing is collected anew.',
    redact: 'Redact again',
    redacting: 'Redacting again…',
    cancel: 'Cancel',
    missing: 'Please give at least one word',
  },
  leak: {
    title: 'The final check found something left; the packet was not saved',
    text: (path, rule) => `${path} still holds something that should have been replaced (${rule}).`,
    addKeyword: 'Add words, redact again, and save once more.',
    retry: 'Keep this file here and save again',
  },
  viewer: {
    loading: 'Opening…',
    original: 'Show what was replaced',
    originalHint: 'Originals are shown on this machine only and never go into the packet',
    search: 'Find on this page',
    previous: 'Previous',
    next: 'Next',
    noMatch: 'Not found on this page',
    noMarks: 'Nothing replaced on this page',
    match: (position, count) => `${position} of ${count}`,
    replaced: (place, rule, standIn, original) => `${place}: ${rule} ${standIn}, was ${original}`,
    secret: (place) => `${place}: a secret, whose original is not kept`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
    text: 'Text of the file',
    keep: 'Keep this file here',
    close: 'Close',
  },
};
