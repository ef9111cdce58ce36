// What an administrator's policy decides in the window.
import type { locked as zhLocked } from '../zh/locked.ts';

export const locked: typeof zhLocked = {
  field: "Set by your administrator's policy file and cannot be changed.",
  level: 'Less than your administrator demands',
  keywords: (words) => `Your administrator has these replaced too: ${words.join(', ')}`,
  collector: 'Switched off by your administrator',
};
