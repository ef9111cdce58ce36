// What the lines of further tools tell, by the same kind of patterns: dialogues of mail and file servers, calls with secrets in
// their arguments, entries of directories, and what storage, clusters and network devices print. Runs in the engine's process.
import { of, program, type ToldPattern } from './told-pattern.ts';

const LITERAL = '[^"\'<>$%{}]';
/** new Credential("user", "secret") */
const USER_AND_SECRET: readonly ToldPattern[] = [
  {
    follows: ['('],
    text: new RegExp(
      `^[\\w.]+\\(\\s*(["'])(?<user>${LITERAL}{2,60})\\1\\s*,\\s*(["'])(?<secret>${LITERAL}{3,80})\\3`,
      'd',
    ),
  },
];
/** connect("machine or address", "user", "secret"): the first two may be variables, and other rules look at them. */
const THIRD_IS_SECRET: readonly ToldPattern[] = [
  {
    follows: ['('],
    text: new RegExp(
      `^[\\w.]+\\((?:\\s*(?:"[^"]{1,160}"|'[^']{1,160}'|[\\w.$]{1,60})\\s*,){2}\\s*(["'])(?<later>${LITERAL}{3,80})\\1`,
      'd',
    ),
  },
];
/** connect("dbi:mysql:x", "user", "secret") */
const SOURCE_FIRST: readonly ToldPattern[] = [
  {
    follows: ['("dbi:', "('dbi:", '("jdbc:', "('jdbc:"],
    text: new RegExp(
      `^[\\w.]+\\((["'])[^"']+\\1, ?(["'])[^"']*\\2, ?(["'])(?<later>${LITERAL}{3,80})\\3`,
      'd',
    ),
  },
];
const CALLS: Readonly<Record<string, readonly ToldPattern[]>> = {
  networkcredential: USER_AND_SECRET,
  usernamepasswordcredentials: USER_AND_SECRET,
  passwordauthentication: USER_AND_SECRET,
  basicawscredentials: USER_AND_SECRET,
  httpbasicauth: USER_AND_SECRET,
  login: USER_AND_SECRET,
  auth: USER_AND_SECRET,
  directoryentry: THIRD_IS_SECRET,
  opendsobject: THIRD_IS_SECRET,
  clientsecretcredential: THIRD_IS_SECRET,
  getconnection: THIRD_IS_SECRET,
  mysqli_connect: THIRD_IS_SECRET,
  mysql_connect: THIRD_IS_SECRET,
  mysqli: THIRD_IS_SECRET,
  pdo: THIRD_IS_SECRET,
  ftp_login: THIRD_IS_SECRET,
  ldap_bind: THIRD_IS_SECRET,
  imap_open: THIRD_IS_SECRET,
  connect: SOURCE_FIRST,
};

/** @param word small. @returns what the call of this name tells; undefined where it tells nothing. */
export function callPatterns(word: string): readonly ToldPattern[] | undefined {
  const name = word.slice(word.lastIndexOf('.') + 1);
  return Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
}

/** Where a line of a dialogue begins, perhaps behind who says it. */
const SAID = '(?:^|(?:[CS]: ?|[>\\]"\'] ?))';

/** Mail, file and directory servers. */
const SERVERS: Readonly<Record<string, readonly ToldPattern[]>> = {
  user: [
    { behind: 3, capitals: true, text: new RegExp(`${SAID}USER (?<user>[\\w.$+-]+)["']?\\s*$`, 'd') },
    {
      follows: ['=<', ' <'],
      text: /^(?:user=<(?<user>[^<>\s@]+)>, (?=method=|.{0,80}\brip=)|User <(?<user2>[^<>\s@\\]+)> IP <)/d,
    },
    { behind: 4, after: ' by ', text: /^ by user (?<user>[A-Z][a-z'-]+ [A-Z][a-z'-]+)\s*$/d },
    { after: 'ftp> ', follows: [' '], text: /^user (?<user>[\w.@-]+) (?<sure>\S+)\s*$/d },
    { behind: 2, after: ': ', follows: [' = '], text: /^: user = (?<user>[\w.$-]+)\s*$/d },
  ],
  pass: [{ behind: 3, capitals: true, text: /(?:[CS]: ?|[>\]] ?)PASS (?<secret>\S{3,})\s*$/d }],
  login: [
    ...USER_AND_SECRET,
    { follows: [' '], text: /^login \[?(?<user>[\w.$-]+)\]? (?=with password ?=)/di },
    { follows: [' user '], text: /^login user (?<user>[\w.-]+) (?=authentication |class |uid )/d },
    {
      behind: 9,
      capitals: true,
      text: /(?:^|[\s"'>])[A-Za-z]{0,4}\d{1,5} LOGIN "?(?:\S+@\S+|(?<user>[\w.+-]+))"? "?(?<secret>[^\s"]{3,})"?\s*$/d,
    },
  ],
  connect: [
    ...SOURCE_FIRST,
    {
      follows: [' to '],
      text: /^connect to (?:host |server )?["'[]?(?<host>(?=[\w.-]*[\d-])[A-Za-z][\w.-]*)["'\]]? (?:on |at )?\(?port\b/di,
    },
  ],
  openvpn: [{ follows: ['['], text: /^openvpn\[\d+\]: (?<user>[\w.-]+)(?=\/\d+(?:\.\d+){3}:\d+ )/d }],
  sp_addlinkedsrvlogin: [{ text: /'(?<later>[^']{3,})'\s*;?\s*$/d }],
  oauth: [{ follows: [':'], text: /^oauth:(?<secret>(?=[a-z]*\d)[a-z\d]{28,36})(?!\w)/d }],
  ...of('givenname displayname', [
    {
      ofLine: true,
      follows: [': '],
      text: /^(?:givenName|displayName): (?<user>[A-Z\x80-\xff][^\r\n:;,"'<>=()\d]{1,60}?)\s*$/d,
    },
  ]),
  ...of('mssfu30name gecos', [
    { ofLine: true, follows: [': '], text: /^\w+: (?<user>[A-Za-z][\w .-]{1,60}?)\s*$/d },
  ]),
  cn: [
    {
      ofLine: true,
      follows: [': '],
      text: /^cn: (?<user>[A-Z][a-z'-]+ [A-Z][a-z'-]+|[\xe4-\xe9][\x80-\xff]{5,11})\s*$/d,
    },
  ],
  sn: [
    {
      ofLine: true,
      follows: [': '],
      text: /^sn: (?<user>[A-Z][a-z'-]{2,}|[\xe4-\xe9][\x80-\xff]{2,11})\s*$/d,
    },
  ],
  relay: [{ follows: ['='], text: /^relay=(?<host>[\w-]+(?:\.[\w-]+)+)(?=\[)/d }],
  denied: [{ follows: [' for '], text: /^denied for user '(?<user>[^'\s]+)'@'(?<host>[^'\s%]+)'/d }],
};

/** Network devices, storage, clusters. */
const DEVICES: Readonly<Record<string, readonly ToldPattern[]>> = {
  'snmp-server': [
    {
      follows: [' user '],
      text: /^snmp-server user (?<user>\S+) .{0,60}?\bauth (?:md5|sha\S*) (?<secret>\S{4,})(?: priv (?:(?:aes|3?des)\S* (?:\d{3} )?)?(?<secret2>\S{4,}))?/di,
    },
  ],
  username: [{ text: /^username (?<user>\S+) (?=role |nopassword)/d }],
  'local-user': [{ text: /^local-user (?<user>\S+) (?=password|service-type|privilege|class|level|state)/d }],
  ...of('plain-text-password-value encrypted-password', [
    { follows: [' '], text: /^\S+ "?(?<secret>[^\s";]{4,})/d },
  ]),
  community: [
    { follows: [' read ', ' write '], text: /^community \w+ (?:cipher |simple )?(?<secret>\S{4,})\s*$/d },
  ],
  auth: [
    { follows: [' users '], text: /^auth users (?:create|modify|delete|view) (?<user>[\w.-]+)/d },
    { follows: [' default '], ofLine: true, capitals: true, text: /^AUTH default (?<sure>\S+)\s*$/d },
  ],
  createuser: [{ text: /^createuser (?<user>[\w.-]+) \w+ (?=edit|browse|super|service)/d }],
  ddboost: [
    {
      text: /^ddboost (?:user (?:un)?assign |storage-unit \w+ \S+ user )(?<user>[\w.-]+)/d,
    },
  ],
  psk: [{ follows: [' '], text: /^psk (?:ascii-text )?"?(?<secret>(?=\S*\d)(?=\S*[a-z])[^\s";=]{6,})/d }],
  console: [{ follows: [' by '], text: /^console by (?<user>[\w.-]+) on /d }],
  isakmp: [{ follows: [' key '], text: /^isakmp key (?:\d )?(?<secret>\S{4,}) (?=address |hostname )/d }],
  enc: [{ capitals: true, text: /^ENC (?<secret>[A-Za-z\d+/]{16,}=*)/d }],
  devname: [{ follows: ['='], text: /^devname="?(?<host>[\w.-]+)"? (?=devid=|device_id=)/d }],
  '-user-or-group-name': [{ text: /^\S+ (?<user>[\w.$-]+)(?=\s|$)/d }],
  '-login': [{ text: /^-login (?<user>[\w.$-]+) (?<secret>[^\s-]\S+)/d, program: program('raidcom') }],
  nodename: [{ ofLine: true, text: /^nodename[ \t]+(?<host>[\w.-]+)\s*$/di }],
  assigned: [{ follows: [' '], text: /^assigned [\w.-]+\/[\w.-]+ to (?<host>[\w.-]+)\s*$/d }],
  remotely: [{ follows: [' on '], text: /^remotely on (?<host>[\w.-]+)/d }],
  // Ansible: ok: [machine] => and the last lines of a play.
  ...of('fatal changed skipping unreachable', [
    { follows: [': ['], text: /^\w+: \[(?<host>[\w.-]+)(?: -> [\w.()-]+)?\](?=: [A-Z]+!| ?=>|\s*$)/d },
  ]),
  ok: [
    { follows: [': ['], text: /^ok: \[(?<host>[\w.-]+)(?: -> [\w.()-]+)?\](?= ?=>|\s*$)/d },
    { follows: ['='], ofLine: true, behind: 80, text: /^(?<host>[\w.-]+) +: ok=\d+ +changed=\d/d },
  ],
  domain: [
    {
      follows: [' '],
      text: /^domain ["']?(?<domain>[a-z][\w-]*(?:\.[\w-]+)*\.(?:local|lan|corp|internal|intra|intranet))(?=["'\s,;)]|\.?\s*$)/di,
    },
  ],
};

const LISTING = program('q(?:list|operation|create|modify|delete|info|update|agent|media|drive|library)');
/** pwd::x */
const ASSIGNED_TWICE: ToldPattern = {
  follows: ['::'],
  text: /^\w+::(?<secret>(?=[^\s:]*[\d!@#$%^*?~])[^\s:()'"<>;,{}.]{5,})\s*$/d,
};
/** s3('https://…', 'key', 'secret') */
const BUCKET: readonly ToldPattern[] = [
  {
    follows: ["('"],
    text: /^s3\w*\((?:'[^']*', ?)?'https?:\/\/[^']*', ?'[^']*', ?'(?<later>(?!CSV|TSV|JSON|Parquet|auto)[^'\s]{6,})'/di,
  },
];
/** mysql('machine:port', 'base', 'table', 'user', 'secret') of ClickHouse. */
const TABLE: readonly ToldPattern[] = [
  {
    follows: ["('"],
    text: /^\w+\('[^']*:\d+', ?(?:'[^']*', ?){3}'(?<later>[^'\s]{3,})'|^materialized\w+\('[^']*:\d+', ?(?:'[^']*', ?){2}'(?<later2>[^'\s]{3,})'/di,
  },
];
const QUOTED = `(?:(?:(?!\\k<q>).|\\k<q>{2})+)`;
/** What Redis and its sentinel are told. */
const REDIS: Readonly<Record<string, readonly ToldPattern[]>> = {
  auth2: [{ capitals: true, text: /^AUTH2 (?<user>\S+) (?<sure>\S+)/d }],
  hello: [{ follows: [' 2 auth ', ' 3 auth '], text: /^hello \d auth (?<user>\S+) (?<sure>\S+)/di }],
  migrate: [{ capitals: true, text: /^MIGRATE \S+ \d+ .{1,40}? AUTH (?<sure>\S+)/d }],
  setuser: [{ after: 'acl ', text: /^setuser (?<user>\S+) .{0,60}?(?<![\w"'])[<>#](?<sure>[^\s"']+)/di }],
  'auth-pass': [{ behind: 90, text: /\bsentinel .{1,70}?auth-pass (?:[\w.-]+ )?(?<sure>\S+)\s*$/di }],
};
/** Command lines and settings. */
const LINES: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...REDIS,
  ...of('s3 s3cluster', BUCKET),
  ...of('mysql postgresql remote remotesecure materializedpostgresql materializedmysql', TABLE),
  replace: [
    {
      follows: [" '", ' "'],
      behind: 90,
      text: /\bidentified by \S+ replace (?<q>['"])(?<sure>[^'"]+)\k<q>/di,
    },
  ],
  '-id': [{ follows: ['='], text: /^-id=(?<user>[\w.$-]+)/di, program: program('dsm\\w*') }],
  '-user': [{ text: /^-user (?<user>\S+) (?<secret>[^\s-]\S*)/d, program: program('sapcontrol') }],
  htpasswd: [{ text: /^htpasswd -\w*b\w* \S+ (?<user>\S+) (?<secret>\S+)/d }],
  ...of('-passin -passout', [{ text: /^-\w+ ["']?pass:(?<secret>[^\s"']+)/d }]),
  '-k': [
    {
      text: /^-k[ =]["']?(?<secret>[^\s"'-][^\s"']*)/di,
      program: program('openssl|obsutil\\w*|ossutil\\w*|swift'),
    },
  ],
  '-u': [
    {
      text: /^-u "?(?<user>[\w$]+)\/(?<secret>[^\s"@]+)/d,
      program: program('br(?:connect|backup|archive|restore|space|recover|tools)'),
    },
  ],
  '-m': [
    {
      text: /^-m "?(?<host>[A-Za-z][\w.-]+)/d,
      program: LISTING,
    },
  ],
  '-n': [{ text: /^-n "?(?<host>[A-Za-z][\w.-]+)/d, program: program('hdbsql') }],
  '-c': [
    {
      text: /^-c "?(?<host>[A-Za-z][\w.-]+)/d,
      program: LISTING,
    },
  ],
  ...of('node.session.auth.password node.session.auth.password_in', [
    {
      text: /^\S+?["']?,? ["']?(?:-v|--value|--password)["']?(?:, ?|[ =])["']?(?<secret>[^\s"',-][^\s"',]*)/d,
    },
    { text: /^\S+?["'],["']-v["'],["'](?<secret>[^"']+)/d },
  ]),
  key: [{ after: 'pac ', text: /^key \d (?<secret>\S{4,})/d }],
  hdbuserstore: [
    { text: /^hdbuserstore (?:-\w+ )*SET \S+ "?(?<host>[A-Za-z][\w.-]+)\S* (?<user>\S+) (?<secret>\S+)/di },
  ],
  password: [
    // Sentences of SQL.
    {
      follows: [" '", ' "'],
      behind: 80,
      text: new RegExp(
        `(?:\\b(?:with|encrypted|(?:create|alter) (?:role|user|group) \\S{1,63})|\\bnear ["']?) ?password (?<q>['"])(?<sure>${QUOTED})\\k<q>`,
        'di',
      ),
    },
    { follows: [' $$', " u&'"], text: /^password (?:\$\$(?<sure>[^$]+)\$\$|U&'(?<sure2>[^']+)')/di },
    { after: 'set ', text: /^password (?:for \S+ ?)?= ?(?:password\()?(['"])(?<sure>[^'"]+)\1/di },
    {
      follows: [' cipher ', ' irreversible-cipher ', ' simple ', ' hash '],
      text: /^password [\w-]+ (?<secret>(?=\S*[^a-z\s])\S{4,})/d,
    },
    ASSIGNED_TWICE,
  ],
  ...of('passwd pwd', [ASSIGNED_TWICE]),
};

/** By the small word that sets them off; tried before the patterns of the other list. */
export const TOLD_BY_TOOLS: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...SERVERS,
  ...DEVICES,
  ...LINES,
};
