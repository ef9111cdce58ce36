// What operating systems, firewalls and services say of people and machines in whole sentences, by the same kind of patterns. Runs
// in the engine's process.
import type { ToldPattern } from './told-pattern.ts';

const NAME = '[\\w.$-]{2,64}';

/** What becomes of accounts. */
const DONE =
  'added|removed|deleted|created|locked|unlocked|disabled|enabled|authenticated|connected|disconnected|executed|login|logon|IP(?= \\d)|stored|retrieved';

/** Accounts. */
const PEOPLE: Readonly<Record<string, readonly ToldPattern[]>> = {
  password: [
    {
      follows: [' changed for ', ' reset for ', ' expired for '],
      text: new RegExp(`^password \\w+ for (?:user )?["']?(?<user>${NAME})["']?\\.?\\s*$`, 'di'),
    },
  ],
  user: [
    { follows: [': name='], text: /^user: name=(?<user>[\w.$-]+)(?=,)/di },
    { follows: [' ('], text: /^user \((?<user>[\w.@$-]{3,})\)/di },
    { follows: [' '], text: new RegExp(`^user (?<user>${NAME}) (?=(?:${DONE})\\b)`, 'di') },
  ],
  owned: [{ follows: [" by '", ' by "'], text: /^owned by (["'])(?<user>[\w.$-]+)\1/d }],
  group: [{ follows: [" '"], text: /^group '(?<user>[\w.$-]+)' owned by '/d }],
  delete: [{ follows: [" '"], text: /^delete '(?<user>[\w.$-]+)' from (?:shadow )?group /d }],
};

/** Machines. */
const MACHINES: Readonly<Record<string, readonly ToldPattern[]>> = {
  via: [{ behind: 70, text: /[\da-f]{2} \((?<host>[A-Za-z][\w.-]*)\) via /d }],
  peer: [{ behind: 70, follows: [' connection initiated'], text: /\[(?<user>[\w.@-]+)\] Peer Connection/d }],
};

/** By the small word that sets them off. */
export const TOLD_BY_SYSTEMS: Readonly<Record<string, readonly ToldPattern[]>> = { ...PEOPLE, ...MACHINES };
