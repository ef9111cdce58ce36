// What command lines of Windows and of further tools tell, and lines of settings that have no sign between a key and its value.
// Runs in the engine's process.
import { of, program, type ToldPattern } from './told-pattern.ts';

/** The same with the ending of programs. */
const ofPrograms = (names: string, patterns: readonly ToldPattern[]) =>
  of(
    names
      .split(' ')
      .flatMap((name) => [name, `${name}.exe`])
      .join(' '),
    patterns,
  );

/** A word, perhaps in quotes and then with blanks. */
const quotable = (group: string, first = '') =>
  `(?:"(?<${group}1>[^"]+)"|'(?<${group}2>[^']+)'|(?<${group}3>${first}[^\\s"'|]+))`;

/** tool /s host /u user /p x of Windows. */
const WINDOWS: readonly ToldPattern[] = [
  {
    follows: [' '],
    text: new RegExp(
      `^\\S+ (?:.{0,120}?\\/s (?<host>[A-Za-z][\\w.-]*) )?(?:.{0,120}?\\/u "?(?<user>[\\w.$-]+(?:\\\\[\\w.$-]+)?)"? )?.{0,120}?\\/p[ :]${quotable('later', '(?!\\/)')}`,
      'di',
    ),
  },
];
/** /v name /t REG_SZ /d x */
const REGISTRY: readonly ToldPattern[] = [
  {
    behind: 120,
    text: new RegExp(
      `\\/v "?\\w*(?:pass(?:w(?:or)?d|phrase|code)?|pwd|secret|token|api_?key|authcode)\\w*"? \\/t reg_\\w+ \\/d ${quotable('sure', '(?!\\/)')}`,
      'di',
    ),
  },
];
const SECRET_NAME = '\\w*(?:pass(?:w(?:or)?d|phrase|code)?|pwd|secret|token|_key)\\w*';

const COMMANDS: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...ofPrograms('schtasks taskkill tasklist systeminfo driverquery eventcreate openfiles signtool', WINDOWS),
  ...ofPrograms('dtexec', [
    { follows: [' '], text: new RegExp(`^\\S+ .{0,200}?\\/de(?:crypt)?[ :]${quotable('later')}`, 'di') },
  ]),
  ...ofPrograms('winrs', [{ follows: [' '], text: /^\S+ .{0,120}?[-/]p(?:assword)?:(?<later>[^\s"]+)/di }]),
  ...of('reg_sz reg_expand_sz reg_multi_sz', REGISTRY),
  ...of('net net.exe net1 net1.exe', [
    {
      follows: [' user ', '" user ', "' user "],
      text: /^net1?(?:\.exe)?["']? user (?<user>[\w.-]+) (?<later>(?!\/)(?:[^\s"*]+(?= +\/add)|(?=\S*[a-z])(?=\S*[\d!@#$%^&])[^\s"]{5,}(?= +\/\w|\s*$)))/di,
    },
  ]),
  setx: [
    {
      follows: [' '],
      text: new RegExp(`^setx (?:\\/m )?"?${SECRET_NAME}"? ${quotable('later', '(?!\\/)')}`, 'di'),
    },
  ],
  'convertto-securestring': [
    {
      follows: [' '],
      text: /^\S+ (?:-(?:AsPlainText|Force|Key \S+) )*(?:-S(?:tring)? )?(?:"(?<sure1>[^"]+)"|'(?<sure2>[^']+)'|(?<sure3>(?=\S*[\d!@#%&])[^\s"'$(){}|-][^\s"'()|]*))/di,
    },
  ],
  '-n': [{ text: /^-N ["']?(?<secret>[^\s"'-][^\s"']*)/d, program: program('ssh-keygen') }],
  send: [
    {
      follows: [' "', ' -- "'],
      text: /^send (?:-- )?"(?<secret>(?=[^"]*\d)(?=[^"]*[a-z])(?=[^"]*[A-Z!@#])[^"\\\s]{5,})\\[rn]"/d,
    },
  ],
  obf: [{ capitals: true, follows: [':'], text: /^OBF:(?<secret>\w{12,})/d }],
  mkstore: [
    {
      follows: [' '],
      text: /^mkstore .{0,80}?-(?:create|modify)Credential \S+ (?<user>\S+) (?<secret>\S+)/di,
    },
  ],
  ...of('secret_access_key aws_secret_access_key', [
    { follows: [' '], text: /^\w+ (?<secret>[A-Za-z\d/+]{40})(?![\w/+])/d },
  ]),
  smbclient: [
    { follows: [' '], text: /^smbclient (?:-\S+ )*["']?(?:\/\/|\\{2,4})(?<host>[\w.-]+)(?=[\\/])/d },
  ],
  isql: [{ follows: [' '], text: /^isql (?:-\w+ )*[\w.]+ (?<user>[\w$]+) (?<secret>[^\s-]\S*)/d }],
  sp_password: [{ follows: [' '], text: /^\w+ (?:N?'(?<sure>[^']+)'|NULL), ?N?'(?<sure2>[^']+)'/di }],
  alias: [
    {
      after: 'mc ',
      text: /^alias set \S+ https?:\/\/(?<host>[\w.-]+)\S* (?<user>\S+) (?<sure>\S+)/d,
    },
  ],
  node: ['update ', 'register '].map((after) => ({
    after,
    follows: [' '],
    text: /^node (?<host>[\w.-]+) (?<secret>(?=\S*\d)[^\s=]{6,})(?=\s|$)/di,
  })),
  ...of('sp_addlogin sp_adduser', [
    { follows: [' '], text: /^\w+ N?'(?<user>[^']+)', ?N?'(?<sure>[^']+)'/di },
  ]),
  '-pa': [{ follows: ['='], text: /^-pa=(?<secret>\S+)/d, program: program('dsm\\w*') }],
  '--oauth2-bearer': [{ text: /^\S+[ =]["']?(?<secret>[^\s"'$<{-][^\s"']*)/d }],
  ...of('--cert -e', [
    { text: /^-\S+ ["']?[^\s"':]+\.\w{2,4}:(?<secret>[^\s"'/\\]+)/di, program: program('curl') },
  ]),
  '-u': [
    {
      text: /^-u ["']?(?<user>[\w.$-]+),(?<secret>[^\s"']+)/d,
      program: program('lftp'),
    },
  ],
  // What reads a password from another program.
  ...of('echo printf', [
    {
      follows: [' '],
      text: /^\w+ (?:-\w+ )?["']?(?:(?<user>[\w.-]+):)?(?<secret>[^\s"'|$:]+)["']? ?\| ?(?=.{0,160}?(?:--password-stdin|\b(?:ch|vnc|smb|salt?|mk)passwd|\bsaslpasswd2|\bkinit\b|\bcryptsetup |\bpasswd --stdin|--passphrase-fd 0|-pass(?:in)? stdin))/d,
    },
  ]),
};

const SETTINGS: Readonly<Record<string, readonly ToldPattern[]>> = {
  rootpw: [{ ofLine: true, text: /^rootpw[ \t]+(?:--\w+[ \t]+)*(?<secret>[^\s{$-]\S{2,})\s*$/d }],
  createuser: [
    {
      follows: [' '],
      text: /^createuser (?:-e \S+ )?(?<user>[\w.-]+) (?:MD5|SHA\S*) "?(?<sure>[^\s"]{4,})"?(?: (?:DES|AES\S*)(?: "?(?<sure2>[^\s"]{4,})"?)?)?/di,
    },
  ],
  community: [
    {
      follows: [' '],
      text: /^community (?<secret>(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[^\s":=]{6,})(?=\s|$)/d,
    },
    { ofLine: true, text: /^community[ \t]+"?(?<secret>(?=\S*[\d_-])[^\s":=]{4,})"?\s*$/d },
  ],
  ...of('trapsink trap2sink informsink', [
    {
      ofLine: true,
      text: /^\w+[ \t]+(?:-\w+[ \t]+)*[\w.:[\]-]+[ \t]+(?<later>[^\s:]{3,})(?:[ \t]+\d+)?\s*$/d,
    },
  ]),
  // vpnuser pptpd x *
  ...of('pptpd l2tpd xl2tpd pppd', [
    {
      behind: 70,
      ofLine: true,
      text: /^"?(?<user>[\w.@-]+)"?[ \t]+[\w*]+[ \t]+"?(?<sure>[^\s"]+)"?[ \t]+(?=[*\d])/d,
    },
  ]),
  psk: [{ capitals: true, after: ': ', follows: [' 0s', ' 0x'], text: /^PSK (?<sure>0[sx][\w+/]{8,}=*)/d }],
  ...of('xauth eap ntlm', [{ capitals: true, after: ': ', text: /^\w+ ["'](?<sure>[^"']+)["']/d }]),
  user: [
    {
      ofLine: true,
      follows: [' '],
      text: /^user (?<user>\S+) (?:on|off) .{0,80}?(?<![\w"'])[<>#](?<sure>[^\s"']+)/d,
    },
  ],
  ...of('scram-sha-256 scram-sha-1', [
    { follows: ['$'], text: /^[\w-]+\$(?<sure>\d{3,}:[\w+/=]{8,}\$[\w+/=:]+)/d },
  ]),
  pw: [{ follows: [' '], text: /^pw (?<secret>(?=\S*\d)(?=\S*[a-z])[^\s/.:=,;()]{6,})/di }],
  session: [
    ...['?', '&'].map((after) => ({
      after,
      follows: ['='],
      text: /^session=(?<secret>(?=[\w-]*[a-z])(?=[\w-]*[\d-])[\w.-]{6,})/di,
    })),
  ],
  password: [
    // Of all kinds of characters, or of three before a pause.
    {
      follows: [' '],
      text: /^password (?<secret>(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])(?:(?=\S*[!@#$%^&*+])[^\s"'=:;,()<>]{6,}|[^\s"'=:;,()<>]{6,}(?=[;,])))/d,
    },
    // The password x was rejected.
    {
      follows: [' '],
      text: /^password ["']?(?<secret>(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z!@#$%^&*])[^\s"'=:;,()<>]{6,})["']? (?:is|was|for|has|does|did|failed|rejected|not|expired|sent|supplied|given|used)\b/d,
    },
  ],
  auth: [{ capitals: true, follows: ['" "'], text: /^AUTH" "(?:(?<user>[^"]+)" ")?(?<sure>[^"]+)"\s*$/d }],
  ...of('requirepass masterauth', [{ follows: ['" "'], text: /^\w+" "(?<sure>[^"]+)"/d }]),
  value: [
    {
      after: 'new ',
      behind: 4,
      ofLine: true,
      follows: [': '],
      text: /^New value: (?<secret>(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])\S{12,})\s*$/d,
    },
  ],
  key: [
    // Incorrect API key provided: x; Unseal Key 1: x
    {
      follows: [' provided: '],
      text: /^key provided: ["']?(?<secret>(?=[\w-]*\d)[\w-]{6,})/di,
    },
    { behind: 16, follows: [' '], text: /\b(?:unseal|recovery) key \d+: (?<secret>[\w+/=]{16,})/di },
    {
      behind: 24,
      follows: [' '],
      text: /(?<!\b(?:cache|object|storage|bucket|s3|row|partition|lookup|index|map|event|group|public|primary|foreign|registry) )\b[Kk]ey (?:is:? |= )?["'(]?(?<secret>(?=\w*[a-z])(?=\w*[A-Z])(?=\w*\d\w*\d)\w{20,})(?![\w.\\/-])/d,
    },
  ],
};

/** By the small word that sets them off; tried before the patterns of the other lists. */
export const TOLD_BY_COMMANDS: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...COMMANDS,
  ...SETTINGS,
};
