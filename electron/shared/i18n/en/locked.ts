// What an administrator's policy decides in the window.
import type { locked as zhLocked } from '../zh/locked.ts';

export const locked: typeof zhLocked = {
  field: "Set by your administrator's policy file and cannot be changed.",
  level: 'Less than your administrator demands',
  keywords: (words) => `Your administrator has these replaced too: ${words.join(', ')}`,
  collector: 'Switched off by your administrator',
  encryption: 'Not what your administrator demands',
  encryptFirst: 'Your administrator demands encryption: choose how first',
  maxSize: (size) => `${size} (set by your administrator)`,
  recipients: 'Set by your administrator and cannot be changed.',
  target: (name) => `${name} (from your administrator)`,
  targetFixed: "This target comes from your administrator's policy file; it cannot be changed or deleted.",
  places: (places) =>
    places.length === 0
      ? 'Your administrator allows only the targets above.'
      : `Your administrator allows only the targets above, and: ${places.join(', ')}`,
  folders: (places) =>
    places.length === 0
      ? 'Your administrator allows sending to given targets only, and copying to no other place.'
      : `Your administrator allows copying only to: ${places.join(', ')}`,
};
