// What programs' own sentences and command lines tell: which of their words are accounts, machines and secrets. Runs in the
// engine's process.

import { patternsByLook, SQL_SERVER } from './told-by-look.ts';
import { TOLD_BY_COMMANDS } from './told-commands.ts';
import { TOLD_BY_DEVICES } from './told-devices.ts';
import { of, program, type ToldPattern, WordPattern } from './told-pattern.ts';
import { TOLD_BY_SERVICES } from './told-services.ts';
import { TOLD_BY_STATEMENTS } from './told-statements.ts';
import { STARTED_PROCESS, TOLD_BY_SYSTEMS } from './told-systems.ts';
import { callPatterns, TOLD_BY_TOOLS } from './told-tools.ts';

const LOGIN_PROGRAMS = program(
  'mysql\\w*|mariadb\\w*|psql|pg_\\w+|mongo\\w*|docker login|podman login|helm registry login|hdbsql|naviseccli|cqlsh|clickhouse-client|q(?:login|admin|operation|list|create|modify|delete)|sqlcmd|osql|bcp|isql|snmp\\w+|ipmitool|psexec\\w*|winexe|ldap\\w+|ssh|scp|sftp|sudo|smbclient|rpcclient|plink|pscp|wmic|xfreerdp|sshpass|crontab',
);
const SNMP = program('snmp\\w+');
const COMMVAULT = program('q\\w+|clBackup|clRestore|cv\\w+|SIMCallWrapper|cvd');
const userOption: ToldPattern = {
  text: /^-\w+ "?(?<user>[\w.$+-]+(?:\\{1,2}[\w.$-]+)?)(?:%(?<secret>[^\s"]+))?/d,
  program: LOGIN_PROGRAMS,
};

/** Using token x: as no word is. */
const SCATTERED: ToldPattern = {
  follows: [' '],
  text: /^\w+ ["'<(]?(?<secret>(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{14,}|(?:[a-z]{2,6}[-_])?(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{20,})(?![\w.])/d,
};

const TOLD: Readonly<Record<string, readonly ToldPattern[]>> = {
  publickey: [{ text: /^publickey for (?:invalid user )?(?<user>\S+) from /di }],
  password: [
    { text: /^password for (?:invalid user |illegal user )?(?<user>\S+) from /di },
    { text: /^PASSWORD\(\s*'(?<secret>[^']+)'\s*\)/d },
    // Network devices: password 7 0822455D0A16; and a word with a digit that ends the line.
    { text: /^password (?:\d )?(?<secret>(?=\S*[a-z])(?=\S*\d)[^\s"'=:;,()[\]]{5,})\s*$/di },
    { text: /^password is:? ["']?(?<secret>(?=\S*[a-z])(?=\S*\d)[^\s"',;]{5,})/di },
    {
      follows: [' is "', " is '"],
      text: /^password is (["'])(?<secret>[^\s"'<>$%{}]{4,60})\1/di,
    },
    {
      follows: [' for '],
      text: /^password for (?:(?:the )?user(?:name)? (["'])(?<user>[^\s"']{2,40})\1 is (["'])(?<secret>[^\s"']{4,60})\3|["']?(?<user2>[^\s"':@]{2,40})["']?(?:: ["']?(?<secret2>[^\s"']*\d[^\s"']*)|\S* = ["'](?<secret3>[^"']{3,})["']))/di,
    },
  ],
  token: [
    SCATTERED,
    {
      follows: [' is '],
      text: /^token is:? ["']?(?:Bearer )?(?<secret>(?=\S*[a-z])(?=\S*\d)[\w+/=.-]{6,})/di,
    },
  ],
  passphrase: [
    {
      follows: [' for '],
      text: /^passphrase for [^:]{3,80}: ["']?(?<secret>(?=\S*[a-z])(?=\S*\d)[^\s"'/]{6,})/di,
    },
  ],
  apikey: [{ follows: [' '], text: /^apikey (?<secret>(?=\S*\d)(?=\S*[a-z])[\w+/=.-]{12,})/di }],
  pass: [
    {
      behind: 70,
      follows: [' '],
      text: /\b(?:user|login|account) (?!and|or\b)(?<user>[\w.-]+) pass (?<secret>[^\s:=.,;]{3,})/di,
    },
    { follows: [' '], text: /^pass (?<secret>(?=\S*\d)(?=\S*[a-z])[^\s/.:=]{5,})\s*$/di },
  ],
  auth: [{ follows: [' login ', ' plain '], text: /^AUTH (?:LOGIN|PLAIN) (?<secret>[A-Za-z0-9+/=]{8,})/d }],
  community: [
    {
      follows: [' is ', ' string is '],
      text: /^community (?:string )?is ["']?(?<secret>(?=\S*\d)[^\s"',;]{4,})/di,
    },
  ],
  incomingwebhook: [{ follows: ['/'], text: /^\w+\/(?<secret>[\da-f]{32})/di }],
  configure: [
    { follows: [' set '], text: /^configure set \S*(?:key|secret|token|password)\S* (?<secret>\S{8,})/di },
  ],
  cmdkey: [{ text: /^cmdkey(?:\.exe)? .{0,80}?\/(?:add|generic):(?<host>[\w.-]+)/di }],
  rp: [{ text: /^rp (?<secret>[^\s/]\S+)/d, program: program('schtasks') }],
  sysdba: [{ behind: 120, text: /(?<user>[\w$#]+)\/(?<secret>[^\s@/"']{3,})@\S+ as sysdba/di }],
  grant: [{ text: /^grant .{1,160}? to ["'`](?<user>[^\s"'`]+)["'`]@/di }],
  // Lists of who is logged in and of what runs.
  ...Object.fromEntries(
    ['pts', 'tty1', 'tty2', 'tty3'].map((name) => [
      name,
      [
        { text: /^(?<user>[a-z_][\w.-]*) +(?:pts\/\d+|tty\d)(?=\s)/d, behind: 60, ofLine: true },
        ...STARTED_PROCESS,
      ],
    ]),
  ),
  ...Object.fromEntries(
    ['ss', 'ssl', 'sl', 'snl', 'sn'].map((name) => [
      name,
      [
        {
          text: /^(?<user>[a-z_][\w.-]*\+?) +\d+ +\d+\.\d +\d+\.\d +\d+ +\d+ +\S+ +S/d,
          behind: 110,
          ofLine: true,
        },
      ],
    ]),
  ),
  ...Object.fromEntries(
    ['cron', 'crond'].map((name) => [name, [{ text: /^crond?(?:\[\d+\])?: \((?<user>[^)\s]+)\) /di }]]),
  ),
  ...Object.fromEntries(
    ['ssh-rsa', 'ssh-dss', 'ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384'].map((name) => [
      name,
      [{ text: /^\S+ AAAA[\w+/=]+ (?<user>[\w.-]+)@(?<host>[\w.-]+)/d }],
    ]),
  ),
  match: [{ text: /^Match User (?<user>[\w.-]+)\s*$/d }],
  search: [
    {
      text: /^search[ \t]+(?<domain>[\w-]+(?:\.[\w-]+)+)(?:[ \t]+(?<domain2>[\w-]+(?:\.[\w-]+)+))?(?:[ \t]+(?<domain3>[\w-]+(?:\.[\w-]+)+))?\s*$/d,
    },
  ],
  ...Object.fromEntries(
    ['bindpw', 'requirepass', 'masterauth'].map((name) => [
      name,
      [{ text: /^\w+[ \t]+(?<secret>\S{3,})\s*$/d }],
    ]),
  ),
  ...Object.fromEntries(
    ['code', 'key'].map((name) => [
      name,
      [{ text: /^\w+[: ]+(?<secret>(?:[0-9A-Z]{4,6}-){2,}[0-9A-Z]{4,6})\b/d }],
    ]),
  ),
  qsdk: [{ text: /^QSDK (?<secret>[0-9a-f]{8,})/d }],
  ...Object.fromEntries(
    ['gethostbyname', 'getaddrinfo'].map((name) => [
      name,
      [{ text: /^\w+\(["'[]?(?<host>[\w.-]+)["'\]]?\)/d }],
    ]),
  ),
  ...Object.fromEntries(
    ['ping', 'nslookup', 'tracert', 'traceroute', 'telnet', 'showmount'].map((name) => [
      name,
      [{ text: /^\w+ (?:-\w+ (?:\d+ )?)*(?<host>(?=[\w.-]*[a-z])(?=[\w.-]*\d)[\w.-]+)(?=\s|$)/di }],
    ]),
  ),
  secret: [SCATTERED, { text: /^secret \d (?<secret>\S{4,})\s*$/di }],
  'pre-shared-key': [{ text: /^pre-shared-key (?:\w+ )?(?<secret>\S*[^a-z\s]\S{3,})\s*$/d }],
  rocommunity: [{ text: /^\w+ (?<secret>[^\s:=]\S*)/d }],
  rwcommunity: [{ text: /^\w+ (?<secret>[^\s:=]\S*)/d }],
  trapcommunity: [{ text: /^\w+ (?<secret>[^\s:=]\S*)/d }],
  authcommunity: [{ text: /^\w+ (?:[\w,]+ )?(?<secret>[^\s:=]\S*)/d }],
  'snmp-server': [{ text: /^snmp-server community (?<secret>\S+)/di }],
  com2sec: [{ text: /^com2sec\s+(?:-Cn\s+\S+\s+)?\S+\s+\S+\s+(?<secret>\S+)/di }],
  'tacacs-server': [{ text: /^tacacs-server .{0,80}?\bkey (?:\d )?(?<later>\S+)/di }],
  'radius-server': [{ text: /^radius-server .{0,80}?\bkey (?:\d )?(?<later>\S+)/di }],
  connect: [
    { follows: [' to '], text: /^connect to \S+ user (?<user>\S+) using (?<secret>\S+)/di },
    { text: /^connect (?<user>[\w$#]+)\/(?<secret>[^\s@/"']{3,})@(?:\/\/)?(?<host>[\w.-]+)/di },
  ],
  catalog: [{ text: /^catalog (?<user>[\w$#]+)\/(?<secret>[^\s@]+)@/di }],
  thin: [
    { text: /^thin:(?<user>[\w$#]+)\/(?<secret>[^\s@]+)@(?:\/\/)?(?<host>[\w.-]+)/di },
    { text: /^thin:@(?:\/\/)?(?<host>[\w.-]+)[:/]/di },
  ],
  tcp: [
    { text: /(?<user>[\w.$-]+):(?<secret>[^\s@"'/]+)@tcp\((?<host>[\w.-]+)/d, behind: 120 },
    { text: /@tcp\((?<host>[\w.-]+)/d, behind: 1 },
  ],
  ...Object.fromEntries(
    ['ssha', 'sha', 'crypt', 'ssha256', 'ssha512', 'smd5'].map((name) => [
      name,
      [{ text: /\{\w+\}(?<secret>[A-Za-z0-9+/=$.]{12,})/d, behind: 1 }],
    ]),
  ),
  sudo: [
    { behind: 90, text: /echo ["']?(?<secret>[^\s"'|$]+)["']? ?\| ?sudo -S/d },
    { text: /^sudo(?:\[\d+\])?: +(?<user>\S+) : (?=.{0,60}(?:TTY|PWD|USER|COMMAND)=)/d },
  ],
  su: [
    { text: /^su(?:\[\d+\])?:? .{0,40}?'?su \S+' failed for (?<user>[\w.$-]+) on \/dev\//d },
    { text: /^su \S+' failed for (?<user>[\w.$-]+) on \/dev\//d },
    { text: /^su(?:\[\d+\])?: (?:BAD SU )?(?<user>[\w.-]+) to (?<user2>[\w.-]+) on \/dev\//d },
    { text: /^su(?:\[\d+\])?: (?:FAILED SU )?\(to (?<user>\S+)\) (?<user2>\S+) on /d },
  ],
  linux: [{ text: /^Linux (?<host>[\w.-]+) \d+\.\d+\.\d+\S* #\d/d }],
  login: [
    { text: /^login (?<user>\S+) password (?<secret>\S*[^a-z\s]\S*)/d },
    // A line of netrc.
    { text: /^\s+login (?<user>\S+)\s*$/d, behind: 12, ofLine: true },
  ],
  machine: [{ text: /^machine (?<host>\S+) login (?<user>\S+) password (?<secret>\S+)/d }],
  username: [{ text: /^username (?<user>\S+) (?=privilege |password |secret )/d }],
  uid: [
    {
      text: /^uid=(\d+)\((?<user>[^)\s]+)\)(?: gid=\1\((?<user2>[^)\s]+)\)(?: groups=\1\((?<user3>[^)\s]+)\))?)?/d,
    },
  ],
  logged: [
    {
      follows: [' on as ', ' in as '],
      text: /^logged (?:on|in) as (?:user )?['"[]?(?<user>[\w.$-]+)(?=['"\],;.\s]|$)/di,
    },
  ],
  connected: [
    { follows: [' as '], text: /^connected as (?:user )?['"[]?(?<user>[\w.$-]+)(?=['"\],;.\s]|$)/di },
  ],
  ...Object.fromEntries(
    ['submitted', 'initiated', 'requested', 'owned', 'approved'].map((word) => [
      word,
      [{ follows: [' by:'], text: /^\w+ by: ?(?:user )?['"[]?(?<user>[\w.$-]+)(?=['"\],;]|\s*$)/di }],
    ]),
  ),
  cn: [{ text: /^cn=(?<user>[^,="<>]{2,64}),(?= ?(?:ou|cn|dc)=)/di }],
  dc: [{ text: /^dc=(?<domain>[\w-]+(?:, ?dc=[\w-]+)*)/di }],
  // Options whose values are names or secrets.
  '-u': [userOption],
  ...Object.fromEntries(
    ['--user', '--proxy-user'].map((name) => [
      name,
      [{ text: /^-\S+?[ =] ?["']?(?<user>[^\s"':]+):["']?(?<secret>[^\s"']+)/d }],
    ]),
  ),
  '-l': [
    { text: /^-l (?<user>[\w.$+-]+) (?<host>[A-Za-z][\w.-]*)(?=\s|$)/d, program: program('ssh|slogin') },
    { ...userOption, program: program('ssh|scp|sftp|slogin') },
  ],
  services: [{ text: /^services\/T\w{6,}\/B\w{6,}\/(?<secret>\w{16,})/d }],
  webhooks: [{ text: /^webhooks\/\d{9,}\/(?<secret>[\w-]{16,})|^webhooks\/\d+\/(?<secret2>[\w-]{30,})/d }],
  '-s': [
    { text: /^-S "?(?:tcp:)?(?<host>[A-Za-z][\w.-]+)/d, program: SQL_SERVER },
    { text: /^-s (?<secret>\S+)/d, program: program('radtest') },
  ],
  '-h': [
    {
      text: /^-[hH] "?(?<host>[A-Za-z][\w.-]+)/d,
      program: program('mysql\\w*|psql|pg_\\w+|redis-cli|ldap\\w+|ipmitool|mongo\\w*|mariadb\\w*'),
    },
  ],
  '-a': [
    { text: /^-a "?(?<secret>[^\s"]+)/d, program: program('redis-cli') },
    { text: /^-A "?(?<secret>[^\s"]+)/d, program: SNMP },
  ],
  '-x': [{ text: /^-X "?(?<secret>[^\s"]+)/d, program: SNMP }],
  '-c': [{ text: /^-c "?(?<secret>[^\s"]+)/d, program: SNMP }],
  '-cs': [{ text: /^-cs "?(?<host>[A-Za-z][\w.-]+)/di, program: COMMVAULT }],
  ...of('-cn -dc', [{ text: /^-\w+ "?(?<host>[A-Za-z][\w.-]+)/di, program: COMMVAULT }]),
  '-jm': [{ text: /^-jm "?(?<host>[A-Za-z][\w.-]+)(?:\*(?<host2>[A-Za-z][\w.-]+))?\*/di }],
  '-ps': [{ text: /^-ps (?<secret>[^\s-]\S+)/d, program: COMMVAULT }],
  '-tk': [{ text: /^-tk (?!QSDK )(?<secret>[^\s-]\S+)/d, program: COMMVAULT }],
};

const NONE: readonly ToldPattern[] = [];

/** In the order in which they are tried. */
const TABLES = [
  TOLD_BY_COMMANDS,
  TOLD_BY_STATEMENTS,
  TOLD_BY_DEVICES,
  TOLD_BY_TOOLS,
  TOLD_BY_SYSTEMS,
  TOLD_BY_SERVICES,
  TOLD,
];

/**
 * @param word of a text; capitals and small letters make no difference here, patterns look at them.
 * @returns the patterns that it sets off.
 */
export function patternsOf(word: string): readonly WordPattern[] {
  const small = word.toLowerCase();
  const told = TABLES.flatMap((table) => (Object.hasOwn(table, small) ? (table[small] ?? NONE) : NONE));
  const patterns = told.length > 0 ? told : (callPatterns(small) ?? patternsByLook(small));
  return patterns.map((pattern) => new WordPattern(small, pattern));
}
