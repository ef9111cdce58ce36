// The list of cases, drafts and customer profiles.
import type { cases as zhCases } from '../zh/cases.ts';

export const cases: typeof zhCases = {
  open: 'All cases',
  title: 'Cases',
  intro:
    'What you type is kept on this machine as you go, so you can go on after closing the window or a power cut.',
  newCase: 'New case',
  drafts: 'Unfinished cases',
  noDrafts: 'There is no unfinished case.',
  untitled: '(no title yet)',
  savedAt: (time) => `Kept ${time}`,
  resume: 'Continue',
  resumeNamed: (title) => `Continue: ${title}`,
  remove: 'Delete',
  removeNamed: (title) => `Delete draft: ${title}`,
  removeQuestion: 'This cannot be undone. Delete it?',
  removeYes: 'Delete it',
  removeNo: 'Keep it',
  list: (parts) => parts.join(' · '),

  customer: {
    label: 'Customer',
    hint: 'If you serve several customers, keep a profile for each; choosing one fills in the details below.',
    none: 'No profile',
    add: 'Save as a profile…',
    rename: 'Rename…',
    remove: 'Delete profile',
    removeQuestion: (name) => `Delete the profile "${name}"? What is filled in stays.`,
    removeYes: 'Delete',
    name: 'Name of the profile',
    save: 'Save',
    cancel: 'Cancel',
  },
};
