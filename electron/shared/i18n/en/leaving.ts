// Asked when the window is closed or the program quit while a packet is being sent.
import type { leaving as zhLeaving } from '../zh/leaving.ts';

export const leaving: typeof zhLeaving = {
  question: 'The packet is still being sent',
  detail:
    'If you quit now, sending stops. The packet is unharmed, and Casepack offers to continue when you next open it: from where it stopped, if the server can resume.',
  minimize: 'Minimise and go on',
  stop: 'Stop sending and quit',
  stay: 'Cancel',
};
