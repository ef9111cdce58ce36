// Completeness of a case: why each item is asked for.
import type { completeness as zhCompleteness } from '../zh/completeness.ts';

export const completeness: typeof zhCompleteness = {
  title: 'Completeness',
  label: (done, all) => `${done} of ${all} required items`,
  checking: 'Looking at this machine…',
  complete: 'All required items are there',
  missing: 'Still missing',
  optional: 'Optional',
  details: 'Show all',
  detailsTitle: 'What support needs',
  detailsIntro: 'The list follows the problem area; what this machine can tell is filled in by itself.',
  close: 'Close',
  go: 'Go there',
  goTo: (item) => `Go there: ${item}`,
  state: {
    provided: 'there',
    missing: 'missing',
    unknown: 'not looked at yet',
    'not-applicable': 'not asked for',
  },
  why: {
    ccid: 'Support checks your entitlement by it; no case can be opened without a CCID.',
    company: 'It is compared with the service contract and registered with the case.',
    'contact-name': 'Engineers talk to the designated contact only.',
    'contact-phone': 'Engineers answer by phone first; give a number that reaches you, with extension.',
    'contact-email': 'Requests for more information and the outcome go here.',
    'operating-system': 'Patches and known problems differ by platform and version.',
    'commvault-version': 'The same symptom has different causes in different versions.',
    'patch-level': 'Many problems are fixed by patches; the second line checks them first.',
    'database-version': 'How a database agent behaves depends on the database version.',
    hardware: 'Library problems often come from host adapters, firmware or drivers.',
    'tape-library': 'For media and changer problems the library model and firmware are needed.',
    title: 'It names the case in registers and searches.',
    description: 'It tells the engineer where to begin and saves questions back and forth.',
    'system-logs': 'They rule out disks, network and system services.',
    'commvault-logs': 'The main evidence; without logs one often has to wait until it happens again.',
    screenshots:
      'The wording in the error window is the most exact; not needed where a server has no screen.',
    severity: 'It decides the response time and the order of work.',
  },
};
