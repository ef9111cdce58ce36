// What mail, file and directory services and storage arrays say of people and machines, by the same kind of patterns. Runs in the
// engine's process.
import { of, program, type ToldPattern } from './told-pattern.ts';

const NAME = '[\\w.$-]{2,64}';

/** imap(lisi,10.1.2.3): and lmtp(lisi)<42><id>: of Dovecot's parts. */
const OF_PART: readonly ToldPattern[] = [
  { follows: ['('], text: new RegExp(`^[\\w-]+\\((?<user>${NAME})(?=,(?:\\d+\\.|[\\da-f]*:)|\\)<\\d)`, 'd') },
];
/** 11/22/2026 1:15:30 AM   node   notice   event.name: text, of their consoles. */
const OF_EVENTS = /^\d{1,2}\/\d{1,2}\/\d{4} [\d:]{7,8} [AP]M {2,}(?<host>[\w.-]+) +\w+ +\w+(?:\.\w+)+: /d;

/** [LOGON] CORP: SamLogon: Network logon of CORP\\lisi from PC-1 (via SRV) Returns 0x0, of Windows' Netlogon. */
const OF_NETLOGON: ToldPattern = {
  behind: 24,
  follows: [': '],
  text: /(?:\] (?<domain>[A-Za-z][\w.-]*): )?SamLogon: .{4,40}? of (?<user>[^\s\\]*\\?[^\s\\]+) from (?<host>[\w.-]*) ?(?:\(via (?<host2>[\w.-]+)\) )?(?=Entered|Returns)/d,
};
/** A label of a name as Windows' DNS writes it, what every such name has left out. */
const label = (at: number): string =>
  `\\(\\d{1,2}\\)(?:_[\\w-]+|dc|gc|pdc|Default-First-Site-Name|(?<domain${at}>[\\w-]+))`;
/** Names of everybody's, which stay. */
const OF_VENDORS =
  '\\S*\\(\\d+\\)(?:microsoft|windows|windowsupdate|office|google|commvault|ubuntu|debian|redhat)\\(\\d\\)(?:com|net|org)\\(0\\)';
/** NOERROR] A      (3)srv(4)corp(5)local(0) of its log. */
const OF_DNS: ToldPattern = {
  capitals: true,
  follows: [']'],
  text: new RegExp(
    `^[A-Z]+\\] [A-Z\\d]+ +(?!${OF_VENDORS})${label(1)}${[2, 3, 4, 5, 6, 7, 8, 9].map((at) => `(?:${label(at)})?`).join('')}\\(0\\)`,
    'd',
  ),
};
/** Assign,10.1.2.3,pc-1.corp.local,0050568A1B2C, of Windows' DHCP. */
const OF_DHCP: readonly ToldPattern[] = [
  {
    follows: [',', ' request,', ' failed,', ' successful,'],
    text: /^\w+(?: \w+){0,2},(?<address>\d+(?:\.\d+){3}),(?<host>[A-Za-z][\w.-]*)?,(?<mac>[\dA-F]{12})?(?=,|\s*$)/di,
  },
];

/** (givenName=Li) of a search in a directory. */
const OF_PERSON: ToldPattern = {
  follows: ['='],
  text: /^\w+=(?<user>[A-Za-z\x80-\xff][\w .\x80-\xff-]{1,60})(?=\))/d,
};

/** "displayName": "Li Si" */
const OF_NAME: ToldPattern = {
  follows: ['":"', '": "'],
  text: /^(?:display|full)[Nn]ame": ?"(?<user>(?!Office|Microsoft|Windows|Azure)[A-Z][a-z'-]+ (?!(?:App|Tools?|Service|Server|Portal|Team|Group|System|Client|Center|Online|Manager|Agent|Policy|Role|Account)s?")[A-Z][a-z'-]+)"/d,
};

/** By the small word that sets them off. */
export const TOLD_BY_SERVICES: Readonly<Record<string, readonly ToldPattern[]>> = {
  // *** dns1 can't find srvzeta: Non-existent domain
  find: [
    {
      follows: [' '],
      text: /^find (?<host>[\w.-]+): (?:Non-existent|NXDOMAIN|SERVFAIL|Server failed|No response|Query refused)/di,
    },
  ],
  // Clnt[srvzeta] AppType[Windows File System], of CommVault's jobs
  ...of('clnt client', [{ follows: ['['], text: /^(?:Clnt|Client)\[(?<host>[\w.-]+)\](?![\w.[(])/d }]),
  // DNS:srvzeta, IP Address:10.1.2.3 of certificates
  dns: [{ follows: [':'], text: /^DNS:(?<host>[\w*.-]+)(?=,|\s*$)/d }],
  uid: [{ after: '(', behind: 66, follows: ['='], text: /(?<user>[\w.$-]{2,64})\(uid=\d/d }],
  logged: [
    {
      behind: 90,
      follows: [' in from ', ' out from '],
      text: /: (?<user>[\w.$-]{2,64})(?:@[\w@().-]+)? logged (?:in|out) from /d,
    },
  ],
  ...of('direct hier_direct hier_none', [
    {
      behind: 80,
      follows: ['/'],
      text: /\/\S* (?<user>[A-Za-z][\w.$-]*)(?:@[\w.-]+)? (?:HIER_)?(?:DIRECT|NONE)\//d,
    },
  ]),
  ...of('identity actor principal', [
    {
      follows: ["='", '="', '":"', '": "', ": '"],
      text: /^\w+["']? ?[:=] ?["'](?<user>[a-z][a-z\d]*(?:[._-][a-z\d]+)*)["']/d,
    },
  ]),
  ...of('agent manager observer device endpoint host server client node machine computer', [
    {
      follows: ['":{', '": {'],
      text: /^\w+": ?\{ ?(?:"(?:id|type|uuid)": ?"?[\w-]*"?, ?){0,3}"name": ?"(?<host>[\w.-]+)"/d,
    },
  ]),
  user: [
    {
      follows: ['":{', '": {'],
      text: /^user": ?\{ ?(?:"(?:id|type|uuid)": ?"?[\w-]*"?, ?){0,3}"name": ?"(?<user>[\w.$-]+)"/di,
    },
  ],
  ...of('imap pop3 lmtp lda managesieve pam passwd-file auth-worker submission', OF_PART),
  ...of('notice informational', [{ behind: 80, ofLine: true, follows: [' '], text: OF_EVENTS }]),
  // vsftpd: [pid 42] [lisi] OK LOGIN: Client "10.1.2.3"
  pid: [
    {
      follows: [' '],
      text: /^pid \d+\] \[(?<user>[\w.@-]{2,})\] (?=(?:OK|FAIL) [A-Z]+: Client "|FTP \w+: Client ")/d,
    },
  ],
  ...of(
    'terminated closed opened changed started stopped disconnected rebooted reset cleared cancelled killed',
    [
      {
        follows: [' by '],
        unless: [' by client ', ' by peer', ' by server ', ' by remote ', ' by the ', ' by foreign '],
        text: /^\w+ by (?:user )?(?:(?<user>[\w.$-]{2,64}) (?:from|via|at|on) (?:(?:src|source|IP|address) )*(?=\d+\.\d+\.)|(?<user2>(?=[\w.-]*\d)[a-z][\w.-]{3,64})(?=\s*$|[,;)]))/di,
      },
    ],
  ),
  ftp: [{ behind: 70, after: '] ', follows: [' '], text: /\[(?<user>[\w.@-]{2,64})\] FTP \w+: Client "/d }],
  password: [
    // elastic = x, of the tool that sets the first passwords.
    { capitals: true, ofLine: true, follows: [' '], text: /^PASSWORD \w+ = (?<sure>(?=\S*\d)\S{6,})\s*$/d },
    // dsmc set password old new, and the same as a list.
    {
      after: 'set ',
      program: program('dsmc'),
      text: /^password (?<sure>[^\s"'-]\S*)(?: (?<sure2>[^\s"'-]\S*))?/di,
    },
    {
      behind: 8,
      follows: ['", "', '","', "', '", "','"],
      text: /(?<q>["'])set\k<q>, ?\k<q>password\k<q>, ?\k<q>(?<sure>(?!-)[^"']+)\k<q>(?:, ?\k<q>(?<sure2>[^"']+)\k<q>)?/di,
    },
  ],
  ...of('passwd pwd', [
    {
      behind: 70,
      follows: [' '],
      text: /\b(?:user|login|account) (?!and\b|or\b)(?<user>[\w.-]+) \w+ (?<secret>(?=\S*\d)[^\s:=.,;]{4,})/di,
    },
  ]),
  string: [
    {
      after: 'connect ',
      follows: [' [', ': ', '=', ' "', " '"],
      text: /^string[ :=]+["'[]?(?<user>[\w$#]+)\/(?<secret>[^\s@/"']{3,})(?=@)/di,
    },
  ],
  // Clusters: machines that are up, or that something runs on.
  online: [
    {
      follows: [': [ '],
      text: /^Online: \[ (?<host>[A-Za-z][\w.-]+)(?: (?<host2>[\w.-]+))?(?: (?<host3>[\w.-]+))?(?: (?<host4>[\w.-]+))? (?=\]|\w)/di,
    },
  ],
  node: [
    {
      follows: ['(s) ', '(s): '],
      text: /^node\(s\):? (?<host>[\w.-]+)(?:, ?(?<host2>[\w.-]+))?(?:, ?(?<host3>[\w.-]+))?(?:, ?(?<host4>[\w.-]+))?/di,
    },
  ],
  // lisi  users  pc-1 (ipv4:10.1.2.3:51022), of a file server's sessions.
  ipv4: [
    { after: '(', behind: 66, ofLine: true, follows: [':'], text: /^\s*(?<host>[A-Za-z][\w.-]+) \(ipv4:/d },
    {
      after: '(',
      behind: 110,
      follows: [':'],
      text: /(?:^|[ \d] )(?<user>[A-Za-z][\w.-]*) +\S+ +(?<host>[A-Za-z][\w.-]*) +\(ipv4:/d,
    },
  ],
  // D:\Profiles\lisi\Desktop
  profiles: [
    {
      behind: 4,
      follows: ['\\'],
      text: /[A-Za-z]:\\{1,2}Profiles\\{1,2}(?<user>[A-Za-z][\w.-]*)(?=\\)/di,
    },
  ],
  // /var/spool/mail/lisi
  spool: [
    {
      after: '/',
      follows: ['/mail/', '/cron'],
      text: /^spool\/(?:mail|cron(?:\/(?:crontabs|tabs))?)\/(?<user>[a-z_][\w.-]*)(?![\w./])/d,
    },
  ],
  ...of('login_allowed login_denied', [{ behind: 70, text: /\[(?<user>[\w.-]{2,64})\]: Login_/d }]),
  samlogon: [OF_NETLOGON],
  mailslot: [
    {
      follows: ['] received ping from '],
      text: /^MAILSLOT\] Received ping from (?<host>[\w.-]+) (?<domain>[\w.-]*[\w-])\.? (?<user>[\w.$-]+) on /d,
    },
  ],
  ...of('noerror nxdomain servfail refused formerr', [OF_DNS]),
  ...of('assign renew release nack expired deleted update', OF_DHCP),
  arn: [
    {
      follows: [':aws'],
      text: /^arn:aws[\w-]*:(?:iam|sts)::\d*:(?:user|assumed-role\/[\w+=,.@-]+)\/(?<user>[\w+=,.@-]{2,64})(?=["'\s,\]})]|$)/d,
    },
  ],
  relay: [{ follows: ['='], text: /^relay=(?<host>[\w-]+(?:\.[\w-]+)*)(?=\.? \[)/d }],
  sysvol: [
    { follows: ['\\', '/'], text: /^sysvol[\\/]{1,2}(?<domain>[A-Za-z][\w-]*(?:\.[\w-]+)+)(?=[\\/])/di },
  ],
  channel: [
    {
      after: 'secure ',
      follows: [' to ', ' with '],
      text: /^channel \w+ (?:domain )?(?<domain>[A-Z][A-Z\d-]{2,14})(?=[\s.,;])/d,
    },
  ],
  domain: [
    {
      behind: 24,
      follows: [' '],
      text: /\bcontroller (?:in|for|of) (?:the )?domain ["']?(?<domain>[A-Za-z][\w-]*(?:\.[\w-]+)*)(?=["'.,;]|\s*$| (?:due|is|are|has|was|could|can|for|from|at|because|failed)\b)/d,
    },
  ],
  givenname: [OF_PERSON],
  displayname: [OF_PERSON, OF_NAME],
  fullname: [OF_NAME],
};
