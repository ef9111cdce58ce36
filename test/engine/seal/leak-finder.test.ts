// Tests of electron/engine/seal/leak-finder.ts: names in every encoding, wherever pieces end, and what only looks like one.
// Runs in vitest.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { LeakFinder } from '#engine/seal/leak-finder.ts';
import { soughtNames } from '#engine/seal/sought-names.ts';

const standIns = StandIns.fresh(Buffer.alloc(32, 1));
for (const [kind, original] of [
  ['host', 'bkp-prod-07'],
  ['user', 'zhang.wei'],
  ['keyword', '曙光项目'],
] as const) {
  standIns.everywhere(kind, original);
}
standIns.standInFor('host', 'mail');
standIns.standInFor('user', 'support');
standIns.standInFor('domain', 'acme.com');
standIns.standInFor('ipv4', '5.6.7.8');
standIns.standInFor('ipv4', '10.23.45.67');
standIns.standInFor('ipv4', '11.0.80.160');
standIns.standInFor('ipv6', '2001:0db8:0000:0000:0000:0000:0000:0042');
const names = soughtNames(standIns.originals(), ['canary-4711']);

/** @returns the same whether the last piece is said to be the last or not. */
function found(bytes: Buffer, pieceBytes = bytes.length): string | undefined {
  const [told, untold] = [true, false].map((isTold) => {
    const finder = new LeakFinder(names);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const isLast = isTold && at + pieceBytes >= bytes.length;
      finder.write(bytes.subarray(at, at + pieceBytes), isLast);
    }
    return finder.end();
  });
  expect(told).toBe(untold);
  return told;
}

const gbk = (text: string) => execFileSync('iconv', ['-f', 'utf8', '-t', 'gb18030'], { input: text });

test.each([
  ['at BKP-PROD-07:8400', 'host'],
  ['bkp-prod-07_cvd.log', 'host'],
  ['主机bkp-prod-07失败', 'host'],
  ['啊bkp-prod-07', 'host'],
  ['C:\\Users\\zhang.wei\\x', 'user'],
  ['项目曙光项目组', 'keyword'],
  ['[10.23.45.67]', 'ipv4'],
  ['from 2001:db8::42 port', 'ipv6'],
  ['2001:DB8:0:0::42', 'ipv6'],
  ['a canary-4711 b', 'keyword'],
  ['to <Support@acme-mail.com> and', 'user'],
  ['C:\\Users\\support\\x', 'user'],
  ['in /home/support/x', 'user'],
  ['at web-07.acme.com now', 'domain'],
  ['bob@ACME.com', 'domain'],
  ['http://5.6.7.8:81/', 'ipv4'],
  ['ip=5.6.7.8;', 'ipv4'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF0qd5b6v\n', 'private-key'],
  ['key AKIAIOSFODNN7EXAMPLE end', 'cloud-key'],
  [`token=ghp_${'wB4tR9kLm2Xz'.repeat(3)} end`, 'token'],
  [`令牌glpat-${'wB4tR9kLm2'.repeat(2)}，`, 'token'],
  [`"xoxb-${'2718281828'}-${'wB4tR9kLm2'.repeat(3)}"`, 'token'],
  [`VAULT_TOKEN: hvs.${'wB4tR9kLm2'.repeat(9)}\n`, 'token'],
  [`GH_TOKEN=ghs_${'wB4tR9kLm2Xz'.repeat(3)};`, 'token'],
  [`github_pat_${'wB4tR9kLm2_'.repeat(9).slice(0, 82)} end`, 'token'],
  [`{"key":"sk_live_${'wB4tR9kLm2Xz'.repeat(2)}"}`, 'token'],
  [`令牌SG.${'wB4tR9kLm2-'.repeat(2)}.${'wB4tR9kLm2-'.repeat(4).slice(1)}`, 'token'],
  [`//registry/:_authToken=npm_${'wB4tR9kLm2Xz'.repeat(3)}\n`, 'token'],
  [`dop_v1_${'0a9b8c7d'.repeat(8)}`, 'token'],
  ['ASIAIOSFODNN7EXAMPLE', 'cloud-key'],
  [`key=AIza${'wB4tR9kLm2-'.repeat(4).slice(0, 35)}&x`, 'cloud-key'],
  [`LTAI${'wB4tR9kLm2'.repeat(2)}`, 'cloud-key'],
  [`AGE-SECRET-KEY-1${'QW7E4R'.repeat(10).slice(2)}\n`, 'private-key'],
])('%j is found in every encoding and in pieces of every size', (text, rule) => {
  const wide = Buffer.from(text, 'utf16le');
  const encodings = [Buffer.from(text), gbk(text), wide, Buffer.from(wide).swap16()];
  for (const bytes of encodings) {
    expect(found(bytes)).toBe(rule);
    for (const pieceBytes of [1, 2, 3, 7, 64]) expect(found(bytes, pieceBytes)).toBe(rule);
  }
});

test('in the very first text after other names were sought', () => {
  for (const text of ['at bkp-prod-07:8400', `${'x'.repeat(100)} 10.23.45.67 `]) {
    const finder = new LeakFinder(soughtNames(standIns.originals()));
    finder.write(Buffer.from(text), true);
    expect(finder.end()).toBeDefined();
  }
});

test('a word that a piece cuts where a token would end is none', () => {
  for (const before of [0, 50, 4096 - 40]) {
    const text = `${'x'.repeat(before)} npm_${'wB4tR9kLm2Xz'.repeat(9)} `;
    expect(found(Buffer.from(text), before + 41)).toBeUndefined();
  }
});

test('also far into a long line, on the border of what is kept', () => {
  for (const before of [2040, 2047, 2048, 2049, 300_001]) {
    expect(found(Buffer.from(`${'x '.repeat(before / 2)} bkp-prod-07 `), 4096)).toBe('host');
  }
});

test.each([
  'host-1 user-1@domain-1 keyword-1 10.x1.1.22',
  'xbkp-prod-07 bkp-prod-071 bkp-prod',
  'mail is an ordinary word, replaced in its own place only',
  'version 11.0.80.160, build 10.23.45.67',
  '110.23.45.67 10.23.45.678 10.23.45.67.1',
  'support@openssh.com support@file.service customer support, user=support \\support /opt/home/support/x',
  'com.acme.com acme.com fooBar.acme.com.Main web.acme.common web-07.acme.com.Main',
  '5.6.7.8 version 5.6.7.8 ip 5.6.7.8 release: 5.6.7.8 my.host: 5.6.7.8',
  'Jpeg2001:db8::42 2001:db8::42Main',
  '10:15:30 std::vector 2001:db8::43',
  '-----BEGIN PRIVATE KEY-----\n***\n',
  `weighp_${'wB4tR9kLm2Xz'.repeat(3)} glpat-runner-settings hvs.mount xoxb-4711`,
])('%j holds nothing', (text) => {
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
    expect(found(bytes)).toBeUndefined();
    expect(found(bytes, 5)).toBeUndefined();
  }
});
