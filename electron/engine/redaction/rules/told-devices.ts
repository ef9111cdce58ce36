// Secrets in the settings of network devices: no sign stands before them, only the words of a line of their language. Runs in the
// engine's process.
import type { ToldPattern } from './told-pattern.ts';

/** The kind of encryption, which stands between such a word and its secret. */
const KIND = '(?:\\d{1,2} |sha512 |sha256 |md5 )?';
const HEX = '[\\dA-Fa-f]{6,}';
/** ip ftp password x, ppp chap password 7 x: the words at the margin say whose it is. */
const OF_LINE: ToldPattern = {
  behind: 24,
  ofLine: true,
  follows: [' '],
  text: new RegExp(
    `^\\s*(?:ip ftp|ip http client|isis|ppp \\w+|l2tp tunnel|vpdn \\w+|neighbor \\S+) password ${KIND}(?<secret>[^\\s:=]{4,})`,
    'd',
  ),
};
/** password 0 x: a kind of encryption, and nothing behind it. */
const OF_KIND: ToldPattern = {
  follows: [' 0 ', ' 5 ', ' 6 ', ' 7 ', ' 8 ', ' 9 ', ' level '],
  text: /^\w+ (?:level \d+ )?(?:[05-9] )?"?(?<secret>[^\s:;,"()]{5,})"?\s*$/d,
};

/** By the small word that sets them off. */
export const TOLD_BY_DEVICES: Readonly<Record<string, readonly ToldPattern[]>> = {
  username: [
    {
      behind: 4,
      ofLine: true,
      follows: [' '],
      text: new RegExp(
        `^\\s*username (?!and |or )(?<user>[\\w@.$-]+) (?:(?:view|privilege|role) \\S+ )*(?:password|secret) ${KIND}(?<sure>[^\\s"]{3,})`,
        'd',
      ),
    },
  ],
  password: [
    OF_LINE,
    OF_KIND,
    { behind: 60, text: /\b(?:user|username|login) [\w.@-]+ password (?<secret>[^\s:=.,'"()]{4,})\s*$/d },
  ],
  secret: [OF_KIND],
  digest: [{ follows: [' secret '], text: /^digest secret (?:\d )?(?<secret>\S{4,})/d }],
  key: [
    { behind: 12, ofLine: true, text: /^\s+key [0-9] "?(?<secret>[^\s"]{4,})"?\s*$/d },
    { follows: [' 7 '], text: /^key 7 "?(?<secret>[\dA-F]{8,})"?\s*$/d },
    { follows: [' hexadecimal '], text: new RegExp(`^key hexadecimal (?<secret>${HEX})`, 'd') },
  ],
  keys: [{ follows: [' key "'], text: /^keys key "(?<sure>[^"]{4,})"/d }],
  ...Object.fromEntries(
    ['domain-password', 'area-password', 'key-string', 'snmp-community', 'community-map', 'key-hash'].map(
      (word) => [
        word,
        [
          {
            follows: [' '],
            text: new RegExp(`^[\\w-]+ (?:ro |rw |add )?${KIND}"?(?<secret>[^\\s:"=]{4,})`, 'd'),
          },
        ],
      ],
    ),
  ),
  'authentication-key': [
    {
      follows: [' '],
      text: new RegExp(
        `^authentication-key (?:\\d+ (?:md5|sha\\d*|hmac\\S*|cmac\\S*) )?${KIND}"?(?<secret>[^\\s:"=]{4,})`,
        'd',
      ),
    },
  ],
  'message-digest-key': [
    { text: new RegExp(`^message-digest-key \\d+ md5 ${KIND}"?(?<secret>[^\\s"]{4,})`, 'd') },
  ],
  standby: [
    {
      text: new RegExp(
        `^standby (?:\\d+ )?authentication (?!md5 key-chain)(?:text |md5 key-string )?${KIND}(?<secret>[^\\s:]{4,})`,
        'd',
      ),
    },
  ],
  'pre-shared-key': [
    {
      text: /^pre-shared-key (?:local |remote |ascii-text |hexadecimal )?(?:hex |\d )?"?(?<secret>[^\s";:=]{5,})"?;?\s*$/d,
    },
  ],
  'session-key': [
    {
      text: new RegExp(
        `^session-key \\w+ (?:ah \\d+ (?<secret>${HEX})|esp \\d+ (?:cipher (?<secret2>${HEX}) ?)?(?:authenticator (?<secret3>${HEX}))?)`,
        'd',
      ),
    },
  ],
  'snmp-server': [
    { text: /^snmp-server community "?(?<sure>[^\s"]+)"?(?= (?:ro|rw)\b)/di },
    // The address before it is left to its own rule.
    {
      follows: [' host '],
      text: /^snmp-server host \S+ (?:vrf \S+ )?(?:(?:informs|traps?) )?(?:version (?:1|2c|3 (?:auth|noauth|priv)) )?(?!(?:informs|traps?|version|vrf|use-vrf|source-interface|filter-vrf|udp-port)\b)(?<latersure>[^\s:=]{3,})/d,
    },
  ],
  fid: [{ capitals: true, follows: [' '], text: /^FID \d{1,3}, [A-Z]+, (?<host>[A-Za-z][\w.-]*), /d }],
  // host#show version
  ...Object.fromEntries(
    ['show', 'display', 'ping', 'copy', 'conf', 'configure', 'ssh', 'switchshow'].map((word) => [
      word,
      ['#', '>', '# ', '> '].map((after) => ({
        after,
        behind: 66,
        ofLine: true,
        text: /^<?(?<host>(?=[\w.-]*[\d-])[A-Za-z][\w.-]*)(?:\([\w-]+\))?(?::\w+)?[#>] ?\w/d,
      })),
    ]),
  ),
  syscon: [{ follows: [' address '], text: /^syscon address \S+ (?<latersure>\S{4,})/d }],
  community: [
    {
      after: 'snmp ',
      follows: [' '],
      text: /^community "?(?<secret>[^\s;{":=]{4,})"?(?= authorization| clients| view|\s*[;{]|\s*$)/d,
    },
  ],
  'trap-group': [{ after: 'snmp ', follows: [' '], text: /^trap-group "?(?<secret>[^\s;{":=]{4,})/d }],
};
