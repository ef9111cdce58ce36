// While collecting and saving: progress of each collector, going on in the background, notifications.
import type { work as zhWork } from '../zh/work.ts';

export const work: typeof zhWork = {
  collectors: 'Progress of each part',
  state: { waiting: 'waiting', working: 'at work', done: 'done' },
  ofTotal: (done, total) => `${done} of ${total}`,
  background: 'Minimise and go on',
  backgroundHint: 'The system tells you when it is done.',
  notice: {
    collected: 'Collecting is done',
    collectedText: 'Go back to Casepack to check the list of files and save the packet.',
    saved: 'The packet is saved',
    savedText: 'It was written, read back and found intact.',
    sent: 'The packet has arrived',
    sentText: 'Its receipt is saved; Casepack shows it.',
    asks: 'Sending needs you',
    asksText: 'This server is met for the first time: go back to Casepack and check its fingerprint.',
    notSent: 'The packet did not arrive',
    notSentText: 'It is unharmed. Go back to Casepack to see why, and to try again or another way.',
    failed: 'That did not work',
    failedText: 'Go back to Casepack to see why, and what to do.',
  },
};
