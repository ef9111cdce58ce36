// What holds on a machine without a policy file: the guide's support policy, and no demands.
import type { EffectivePolicy } from '../schema/effective-policy.ts';
import { china2008Policy } from './china-2008-policy.ts';
import { defaultLogAreas } from './log-areas.ts';

/** What holds where there is no policy file. */
export const builtInPolicy: EffectivePolicy = {
  troubles: [],
  support: china2008Policy,
  defaults: {},
  locked: [],
  redactionMinimum: 'off',
  keywords: [],
  collectorsOff: [],
  logAreas: defaultLogAreas,
  sending: {
    mayDeliver: true,
    targets: [],
    mailTo: [],
    mailCc: [],
    recipientsLocked: false,
    ageRecipients: [],
    encryptionRequired: 'no',
  },
  mayCollect: true,
  sources: {},
};
