// What operating systems, firewalls and services say of people and machines in whole sentences, by the same kind of patterns. Runs
// in the engine's process.
import type { ToldPattern } from './told-pattern.ts';

const NAME = '[\\w.$-]{2,64}';

/** How somebody logs in: "failed hostbased for x from". */
const METHOD: readonly ToldPattern[] = [
  {
    follows: [' for ', '/pam for '],
    text: new RegExp(`^\\S+ for (?:invalid user |illegal user )?(?<user>${NAME}) (?=from )`, 'di'),
  },
];

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
    {
      follows: ['@host: '],
      text: /^user@host: (?<user>[\w.-]+)\[(?<user2>[\w.-]*)\] @ +(?<host>[A-Za-z][\w.-]*)? ?/di,
    },
    { follows: [' `'], text: /^user `(?<user>[^`'\s]{2,64})'/di },
    { follows: [' ('], text: /^user \((?<user>[\w.@$-]{3,})\)/di },
  ],
  authentication: [
    {
      follows: [' failure for ', ' failures for ', ' error for ', ' failed for ', ' rejected for '],
      text: new RegExp(
        `^\\w+ \\w+ for (?:user )?["']?(?<user>${NAME})["']?(?= from | via | on | \\[preauth|\\.?\\s*$)`,
        'di',
      ),
    },
  ],
  ...Object.fromEntries(
    ['keyboard-interactive', 'hostbased', 'publickey', 'gssapi-with-mic'].map((word) => [word, METHOD]),
  ),
  authenticate: [{ follows: [' '], text: /^authenticate (?<user>[\w.-]+)(?=@\w+ with )/di }],
  login: [
    { behind: 70, follows: [': client "'], text: /\[(?<user>[\w.@-]+)\] \w+ LOGIN/d },
    { follows: [' as '], text: new RegExp(`^login as (?<user>${NAME}) (?=from )`, 'di') },
  ],
  administrator: [
    {
      follows: [' '],
      text: new RegExp(
        `^administrator (?<user>${NAME}) (?=(?:logged|login|logon|issued|has|was|from)\\b|\\()`,
        'di',
      ),
    },
  ],
  principal: [{ follows: [' '], text: new RegExp(`^principal (?<user>${NAME}) (?=on )`, 'd') }],
  plaintext: [{ follows: [' '], text: /^plaintext (?<user>[\w.-]+)(?:@\w+)? SASL/d }],
  owner: [{ follows: [' '], text: new RegExp(`^owner (?<user>${NAME}) (?=does not match)`, 'd') }],
  owned: [
    {
      behind: 70,
      follows: [" by '", ' by "'],
      text: /(?:group '(?<user2>[\w.$-]+)' )?owned by (["'])(?<user>[\w.$-]+)\2/d,
    },
  ],
  doas: [
    {
      follows: [': '],
      text: /^doas: (?:failed (?:command|auth) for )?(?<user>[\w.-]+)(?=: | ran command |\s*$)/d,
    },
  ],
  userdel: [{ text: /^userdel\[\d+\]: delete '(?<user>[\w.$-]+)' from (?:shadow )?group /d }],
};

/** Machines. */
const MACHINES: Readonly<Record<string, readonly ToldPattern[]>> = {
  via: [{ behind: 70, text: /[\da-f]{2} \((?<host>[A-Za-z][\w.-]*)\) via /d }],
  // Mail servers: what the other side calls itself, and where it comes from.
  authenticator: [
    {
      follows: [' failed for '],
      text: /^authenticator failed for (?:(?<host>[\w.-]+) )?\((?<host2>[A-Za-z][\w.-]*)\) (?=\[\d)/d,
    },
  ],
  name: [{ behind: 8, follows: [':'], text: /service name:(?:\s|\\t)+(?<host>[\w-]{2,})\$/di }],
  servicename: [{ text: /^ServiceName["']?[:=>]\s*["']?(?<host>[\w-]{2,})\$/d }],
  peer: [{ behind: 70, follows: [' connection initiated'], text: /\[(?<user>[\w.@-]+)\] Peer Connection/d }],
};

/** "Nov 22 10:15:30 host program[42]: text" within a line of another format. */
const QUOTED_HEADER: readonly ToldPattern[] = [
  {
    after: '"',
    text: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?<host>\w[\w.-]*) [\w./()@-]+(?:\[\d+\])?: /d,
  },
];
const MONTHS = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((month) => [month, QUOTED_HEADER]),
);

/** By the small word that sets them off. */
export const TOLD_BY_SYSTEMS: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...MONTHS,
  ...PEOPLE,
  ...MACHINES,
};
