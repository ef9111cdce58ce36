// What mail, file and directory services and storage arrays say of people and machines, by the same kind of patterns. Runs in the
// engine's process.
import type { ToldPattern } from './told-pattern.ts';

const NAME = '[\\w.$-]{2,64}';

const of = (
  words: string,
  patterns: readonly ToldPattern[],
): Readonly<Record<string, readonly ToldPattern[]>> =>
  Object.fromEntries(words.split(' ').map((word) => [word, patterns]));

/** imap(lisi,10.1.2.3): and lmtp(lisi)<42><id>: of Dovecot's parts. */
const OF_PART: readonly ToldPattern[] = [
  { follows: ['('], text: new RegExp(`^[\\w-]+\\((?<user>${NAME})(?=,(?:\\d+\\.|[\\da-f]*:)|\\)<\\d)`, 'd') },
];
/** 11/22/2026 1:15:30 AM   node   notice   event.name: text, of their consoles. */
const OF_EVENTS = /^\d{1,2}\/\d{1,2}\/\d{4} [\d:]{7,8} [AP]M {2,}(?<host>[\w.-]+) +\w+ +\w+(?:\.\w+)+: /d;

/** By the small word that sets them off. */
export const TOLD_BY_SERVICES: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...of('imap pop3 lmtp lda managesieve pam passwd-file auth-worker submission', OF_PART),
  ...of('notice informational', [{ behind: 80, ofLine: true, follows: [' '], text: OF_EVENTS }]),
  // vsftpd: [pid 42] [lisi] OK LOGIN: Client "10.1.2.3"
  pid: [
    {
      follows: [' '],
      text: /^pid \d+\] \[(?<user>[\w.@-]{2,})\] (?=(?:OK|FAIL) [A-Z]+: Client "|FTP \w+: Client ")/d,
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
  ...of('givenname displayname', [
    { follows: ['='], text: /^\w+=(?<user>[A-Za-z\x80-\xff][\w .\x80-\xff-]{1,60})(?=\))/d },
  ]),
};
