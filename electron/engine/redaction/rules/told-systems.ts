// What operating systems, firewalls and services say of people and machines in whole sentences, by the same kind of patterns. Runs
// in the engine's process.
import { of, type ToldPattern } from './told-pattern.ts';

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
    { follows: [' on '], text: /^login on \S+ by (?<user>[a-z_][\w.-]*)(?= from |\s*$)/di },
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
  chown: [
    { follows: [' '], text: /^chown (?:-\w+ )*(?!root\b)(?<user>[a-z_][\w.-]*)(?::[\w.-]*)? (?=["']?\/)/d },
  ],
  // Of sudo, whatever stands before it.
  tty: [
    { behind: 66, follows: ['=pts', '=tty', '=unknown'], text: /(?:^|\s)(?<user>[a-z_][\w.-]*) : TTY=/d },
  ],
  su: [{ follows: [' - '], text: /^su - (?<user>[a-z_][\w.-]*)(?=[\s;]|$)/d }],
  usermod: [{ follows: [' '], text: /^usermod (?:-\S+ \S+ )+(?<user>[a-z_][\w.-]*)\s*$/d }],
  getent: [{ follows: [' passwd ', ' shadow '], text: /^getent \w+ (?<user>[a-z_][\w.-]*)(?=\s|$)/d }],
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
  name: [
    { after: 'scan ', follows: [': '], text: /^name: (?<host>[A-Za-z][\w.-]*)(?=,|\s*$)/di },
    { behind: 8, follows: [':'], text: /^service name:(?:\s|\\t)+(?<host>[\w-]{2,})\$/di },
  ],
  servicename: [{ text: /^ServiceName["']?[:=>]\s*["']?(?<host>[\w-]{2,})\$/d }],
  // Of a web server's log.
  ...of('w3svc1 w3svc2 w3svc3 w3svc4', [{ text: /^W3SVC\d (?<host>[A-Za-z][\w.-]*) (?=\d+\.|[\da-f]+:)/di }]),
  host_id: [{ follows: ["='"], text: /^host_id='(?<host>[A-Za-z][\w.-]+)'/d }],
  localhost: [{ follows: ['='], text: /^localhost=["'[]?(?<host>(?=[\w-]*\d)[A-Za-z][\w-]+)(?![\w.])/di }],
  fc: [{ follows: [':0x'], text: /^fc:0x(?<wwn>[\da-f]{16})(?!\w)/d }],
  tunnel: [{ follows: [' to [', ' from [', ' with ['], text: /^tunnel \w+ \[(?<host>[A-Za-z][\w.-]*)\]/di }],
  flags: [
    {
      behind: 130,
      follows: [' ['],
      text: /\bIP (?<host>[A-Za-z][\w-]*)\.[\w-]+ > (?<host2>[A-Za-z][\w-]*)\.[\w-]+: Flags/d,
    },
  ],
  // Who may mount a folder.
  ...of('rw ro', [
    { after: '(', behind: 66, follows: [',', ')'], text: /(?:^|\s)(?<host>[A-Za-z][\w.-]*)\(r[wo][,)]/d },
  ]),
  hn: [{ capitals: true, follows: [':'], text: /^HN:(?<host>[A-Za-z][\w.-]*)/d }],
  ...of('ssh sftp telnet rsh winrm rdp', [
    {
      follows: [' to ', ' into '],
      text: /^\w+ (?:to|into) (?:\w+@)?(?<host>(?=[\w-]*[\d-])[A-Za-z][\w-]*)(?![\w.@/])/di,
    },
  ]),
  ping: [{ follows: [': '], text: /^ping: (?<host>[\w-]+): (?=name or|unknown|temporary|no address)/di }],
  // ssh tells what it does.
  ...of('connect connecting reconnect reconnecting', [
    { follows: [' to '], text: /^connect to "?(?<user>[\w$#]+)"? (?=identified by )/di },
    {
      follows: [' to '],
      text: /^connecting to (?:host |server )?["']?(?<host>[A-Za-z][\w-]*(?:\.[\w-]+)*)["']? (?=\[[\d.:a-f]+\]|\([\d.:a-f]+\)|port \d)/di,
    },
    {
      follows: [' to '],
      text: /^\w+ to (?:host |server |\w+ daemon on )?["'[]?(?<host>[A-Za-z][\w-]{2,}):\d{2,5}(?![\w.])/di,
    },
  ]),
  daemon: [{ follows: [' on '], text: /^daemon on (?<host>[A-Za-z][\w.-]*):\d{2,5}(?!\w)/di }],
  authenticating: [
    {
      follows: [' to '],
      text: /^authenticating to (?<host>[A-Za-z][\w-]*(?:\.[\w-]+)*):\d+ as '(?<user>[\w.$-]+)'/di,
    },
  ],
  peer: [{ behind: 70, follows: [' connection initiated'], text: /\[(?<user>[\w.@-]+)\] Peer Connection/d }],
};

/** The day behind a month. */
const DAY = ['  ', ' 0', ' 1', ' 2', ' 3'];
/** "Nov 22 10:15:30 host program[42]: text" within a line of another format; not in quotes the program needs its number. */
const QUOTED_HEADER: readonly ToldPattern[] = [
  {
    follows: DAY,
    text: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?<host>\w[\w.-]*) (?:[\w./()@-]+\[\d+\]|kernel|sudo|su|CRON): /d,
  },
  {
    after: '"',
    follows: DAY,
    text: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?<host>\w[\w.-]*) [\w./()@-]+(?:\[\d+\])?: /d,
  },
];
/** 2026 Nov 22 10:15:30 host %PORT-5-…, of network devices. */
const YEAR_HEADER: ToldPattern = {
  behind: 5,
  ofLine: true,
  follows: DAY,
  text: /^\d{4} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?(?: [A-Z]{3,4})? (?<host>\w[\w.-]*) (?::? ?%[A-Z]|[\w./()-]+(?:\[\d+\])?: )/d,
};
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTHS = Object.fromEntries(MONTH_NAMES.map((month) => [month, [...QUOTED_HEADER, YEAR_HEADER]]));

/** lisi 18022 1 0 Mar02 ? 00:01:55 /usr/bin/java, lines of `ps -ef` and `ps aux`. */
const OF_PROCESS =
  /^(?<user>[a-z_][\w.-]*\+?) +\d+ +(?:\d+ +\d+ +\S+ +\S+ +(?:\d+-)?\d\d:\d\d:\d\d |\d+\.\d +\d+\.\d +\d+ +\d+ +\S+ +[RSDZTI]\S* +\S+ +\d+:\d\d )/d;
const PROCESSES: Readonly<Record<string, readonly ToldPattern[]>> = of(
  'java python python3 perl bash sshd oracle',
  [' ', '/', '-'].map((after) => ({ after, behind: 140, ofLine: true, text: OF_PROCESS })),
);
/** Set off by the day on which it began, or by its terminal. */
export const STARTED_PROCESS: readonly ToldPattern[] = [{ behind: 60, ofLine: true, text: OF_PROCESS }];

/** >lisi rdp-tcp#12 3 Active, of `quser`; rdp-tcp#12 lisi 3 Active, of `qwinsta`. */
const SESSIONS: Readonly<Record<string, readonly ToldPattern[]>> = {
  'rdp-tcp': [
    {
      behind: 40,
      ofLine: true,
      follows: ['#'],
      text: /^[ >](?<user>[\w.-]+) +rdp-tcp#\d+ +\d+ /di,
    },
    {
      behind: 1,
      ofLine: true,
      follows: ['#'],
      text: /^[ >]rdp-tcp#\d+ +(?<user>[A-Za-z][\w.-]*) +\d+ /di,
    },
  ],
  console: [
    {
      after: 'at ',
      follows: [' '],
      text: /^console (?<host>(?=[\w-]*\d)[A-Za-z][\w-]+)(?=\s*$|[,;.])/di,
    },
    { behind: 40, ofLine: true, follows: ['  '], text: /^[ >](?<user>[\w.-]+) +console +\d+ /d },
    { behind: 1, ofLine: true, follows: ['  '], text: /^[ >]console +(?<user>[A-Za-z][\w.-]*) +\d+ /d },
  ],
  disc: [{ behind: 60, ofLine: true, follows: [' '], text: /^[ >](?<user>[A-Za-z][\w.-]*) +\d+ +Disc /d }],
};

/** By the small word that sets them off. */
export const TOLD_BY_SYSTEMS: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...MONTHS,
  ...PEOPLE,
  ...MACHINES,
  ...PROCESSES,
  ...SESSIONS,
};
