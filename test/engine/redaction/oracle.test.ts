// The scanner against regular expressions that know nothing of it: the rules that need no context, on generated text, in pieces
// of random sizes. Runs in vitest.
import { expect, it } from 'vitest';
import { createRedactor } from '#engine/redaction/redactor.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { randomNumbers } from '#test/fixtures/random-numbers.ts';

const WORDS =
  `the job started phase 2 of 5 with code 19:1335 version 11.0.80.160 build 6.1.7601.18839 std::map iRet [-1] 10:15:30
  2026-11-22 0x80070005 cvd.log CVArchive::Close() {8A7F3C21-1B2D-4E5F-9A0B-112233445566} java.lang.String a-b_c 100% 备份 失败 KB4012212
  127.0.0.1 255.255.255.0 C:\\Windows\\Temp /var/log/messages (done), "quoted" 'single' -- ### 3.10.0-1160.el7.x86_64`.split(
    /\s+/,
  );
const HEX = '0123456789abcdef';
/** The oracle: where one begins, the longest that fits; the names of the groups are what comes out. */
const ORACLE = new RegExp(
  [
    String.raw`-----BEGIN RSA PRIVATE KEY-----\n(?<key>(?:[A-Za-z0-9+/=]{20,}\n)+)-----END RSA PRIVATE KEY-----`,
    String.raw`(?<scheme>https?://)(?<login>[a-z]+\d+):(?<password>[^@\s]+)@(?<site>[a-z]+\d+(?:\.[a-z]+)+)`,
    String.raw`(?<mail>[a-z]+\.[a-z]+@[a-z]+(?:\.[a-z]+)+)`,
    String.raw`(?<![\w\\])(?<account>[A-Z]{4,12}\\[a-z]+\.[a-z]+)(?![\w\\])`,
    String.raw`(?<![\w\\])(?<unc>\\\\[a-z]+\d+)(?=\\share)`,
    String.raw`(?<![\w.])(?<ip4>(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168)(?:\.\d{1,3}){2,3}):8400(?!\d)`,
    String.raw`(?<![\w:-])(?<wwn>[125][0-9a-f](?::[0-9a-f]{2}){7})(?![\w:])`,
    String.raw`(?<![\w:-])(?<mac>[0-9a-f]{2}(?::[0-9a-f]{2}){5})(?![\w:])`,
    String.raw`(?<![\w.-])(?<fqdn>[a-z]+\d+(?:\.[a-z]+)*\.(?:com|net|cn))(?![\w.])`,
  ].join('|'),
  'g',
);

type Next = (below: number) => number;

function sample(next: Next): string {
  const pick = (of: readonly string[] | string) => of[next(of.length)] as string;
  const letters = (size: number) => Array.from({ length: size }, () => pick('bcdfghklmnprstvwz')).join('');
  const pairs = (size: number) => Array.from({ length: size }, () => pick(HEX) + pick(HEX)).join(':');
  const machine = () => `${letters(6)}${10 + next(89)}`;
  const site = () => `${letters(7)}.${pick(['com', 'net', 'cn'])}`;
  const kinds: readonly (() => string)[] = [
    () =>
      `\n-----BEGIN RSA PRIVATE KEY-----\n${`${letters(40)}\n`.repeat(1 + next(4))}-----END RSA PRIVATE KEY-----\n`,
    () =>
      `${pick(['http', 'https'])}://${letters(5)}${next(9)}:${letters(3)}${next(999)}!@${machine()}.${site()}`,
    () => `${letters(5)}.${letters(6)}@${site()}`,
    () => `${letters(6).toUpperCase()}\\${letters(5)}.${letters(6)}`,
    () => `\\\\${machine()}\\share`,
    () => `${pick(['10.20', '192.168', '172.16'])}.${next(256)}.${next(256)}:8400`,
    () => `5${pick(HEX)}:${pairs(7)}`,
    () => `a${pick(HEX)}:${pairs(5)}`,
    () => `${machine()}.${site()}`,
  ];
  return (kinds[next(kinds.length)] as () => string)();
}

function generated(next: Next): string {
  const words = Array.from({ length: 400 }, () =>
    next(4) === 0 ? sample(next) : (WORDS[next(WORDS.length)] as string),
  );
  return words.map((word) => word + (next(12) === 0 ? '\r\n' : ' ')).join('');
}

function byOracle(text: string): string {
  return text.replace(ORACLE, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    const whole = match[0] as string;
    if (groups.key !== undefined)
      return '-----BEGIN RSA PRIVATE KEY-----\n<secret>\n-----END RSA PRIVATE KEY-----';
    if (groups.scheme !== undefined) return `${groups.scheme}<user>:<secret>@<fqdn>`;
    if (groups.unc !== undefined) return '\\\\<host>';
    const [kind = ''] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    return kind === 'ip4' ? '<ip4>:8400' : whole.replace(groups[kind] as string, `<${kind}>`);
  });
}

/** Stand-ins by their kinds, so that numbers do not matter. */
function kindsOf(text: string): string {
  return text
    .replace(/\*\*\*\n+(?=-----END)/g, '<secret>\n')
    .replace(/\*\*\*/g, '<secret>')
    .replace(/user-\d+@(?:sub-\d+\.)*domain-\d+/g, '<mail>')
    .replace(/host-\d+(?:\.sub-\d+)*\.domain-\d+/g, '<fqdn>')
    .replace(/DOMAIN-\d+\\user-\d+/g, '<account>')
    .replace(/(host|user|mac|wwn)-\d+/g, '<$1>')
    .replace(/10\.x\d+\.\d+\.\d+/g, '<ip4>');
}

it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('agree on generated text %i', (seed) => {
  const roll = randomNumbers(seed);
  const next = (below: number) => Math.floor(roll() * below);
  const text = generated(next);
  const bytes = Buffer.from(text);
  const redactor = createRedactor({ level: 'standard', standIns: StandIns.fresh(Buffer.alloc(16, seed)) });
  const opened = redactor.openText(bytes.subarray(0, 64 * 1024));
  if ('withheld' in opened) throw new Error(opened.withheld);
  const done: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + next(seed % 3 === 0 ? 7 : 3000);
    done.push(opened.write(bytes.subarray(at, at + size)));
    at += size;
  }
  done.push(opened.end());
  expect(kindsOf(Buffer.concat(done).toString())).toBe(byOracle(text));
});
