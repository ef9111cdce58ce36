// The about box.
import type { about as zhAbout } from '../zh/about.ts';

export const about: typeof zhAbout = {
  open: 'About',
  title: 'About Casepack',
  version: (version) => `Version ${version}`,
  policyTitle: 'What holds on this machine',
  policyCaption: 'Every setting with its value and where it comes from',
  updateTitle: 'New versions',
  check: 'Look for a new version',
  checking: 'Looking…',
  update: {
    'not-configured': "This machine's policy names no place for update notes, so nobody is asked.",
    unreachable: (reason) =>
      `The update note could not be had (${reason}). Check the network, or ask your administrator.`,
    'not-signed': 'The update note is not signed as it should be and was ignored. Tell your administrator.',
    newest: 'This is the newest version.',
    newer: (version) =>
      `Version ${version} is available. Nothing is downloaded by itself; ask your administrator to install it.`,
  },
  logTitle: "The tool's own log",
  logWhat: 'Names of calls, result codes and times only: nothing of the case, no names, hosts or paths.',
  attachLog: 'Attach to this case',
  attached: (files) => (files === 0 ? 'There is no log yet' : "Added to this case's attachments"),
  saveLog: 'Save the log…',
  saved: (path) => `Saved: ${path}`,
  licences: 'Third-party licences',
  noticeText: 'Casepack is published under the Apache-2.0 licence. It is not affiliated with CommVault.',
  close: 'Close',
};
