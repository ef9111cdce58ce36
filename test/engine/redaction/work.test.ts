// Redaction reads every text in time that grows with its size alone: the work of rules is counted, on texts of nothing but what
// sets a rule off. Runs in vitest.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRedactor } from '#engine/redaction/redactor.ts';
import { Scan } from '#engine/redaction/scan/scan.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { NAME_VECTORS } from './vectors/name-vectors.ts';
import { SECRET_VECTORS } from './vectors/secret-vectors.ts';
import { STRICT_VECTORS } from './vectors/strict-vectors.ts';

const BYTES = 128 * 1024;
/** Bytes read by rules for each byte of the text. One search to the end of what may be looked at would be thousands. */
const MOST_WORK = 700;

const { at, ascii, name } = Scan.prototype;
let work = 0;

beforeAll(() => {
  Scan.prototype.at = function (position) {
    work += 1;
    return at.call(this, position);
  };
  Scan.prototype.ascii = function (from, to) {
    work += Math.max(0, to - from);
    return ascii.call(this, from, to);
  };
  Scan.prototype.name = function (from, to) {
    work += Math.max(0, to - from);
    return name.call(this, from, to);
  };
});

afterAll(() => {
  Object.assign(Scan.prototype, { at, ascii, name });
});

/** What sets rules off, without what would satisfy them. */
const TRIGGERS = [
  ...[
    'C:\\\\Users\\\\lisi',
    'C:\\Users\\',
    'D:\\a',
    'D:\\a b',
    '[D:\\a ',
    '"/a/b ',
    '/a',
    '/a/b',
    '\\',
    '\\\\',
    '\\\\a',
  ],
  ...[
    'A\\',
    'A\\b\\',
    'A\\b ',
    '\\\\?\\UNC\\',
    'documents and settings\\',
    '/home/',
    '/home/a',
    '\\n',
    '\\nhost',
    '%5C',
  ],
  ...[
    'password=[',
    'password="',
    'password=$(',
    'password: $',
    'password ',
    'Password = a;',
    'password=&quot;',
    'pwd=a,',
  ],
  ...[
    'token=$(a',
    'token=[a b',
    'token=[a "',
    '<password>',
    '<password ',
    '"password":',
    '<a password="',
    'szPassword ',
  ],
  ...[
    'host=[',
    'host="',
    "host='",
    'host=',
    'host=["',
    'client [',
    'user=a\\',
    'uid=a ',
    'name ',
    'name = ',
    'host(',
    'mac:',
  ],
  ...[
    'wwn=0x',
    'wwn ',
    'naa.',
    'reg_sz ',
    'szPassword REG_SZ',
    'authorization: ',
    'cookie: a',
    'Bearer ',
    'basic a',
  ],
  ...[
    '://',
    'a://b:',
    '://a:/',
    'x://a:b@',
    '@',
    'a@',
    'a+',
    'a@b',
    'a@b.',
    'ssh ',
    'ssh a@b',
    'ab:',
    'ab-',
    'a:',
    '::',
    '1:2:',
  ],
  ...[
    'fe80:',
    '2001:db8:',
    'ffff:1.1.1.1',
    '1.',
    '1.1.1.1.',
    '10.1.1.1 ',
    'v1.2.3.4',
    '0050.56aa.',
    'a.',
    'a.b.com',
    '.com',
  ],
  ...[
    '-',
    '--',
    '-p ',
    '-p x',
    'mysql -p',
    '-u ',
    'curl -u a',
    'sqlplus a/',
    'net use \\\\a\\b ',
    'net user a ',
    'identified by ',
    'schtasks /s a /u b ',
    '/v pass /t reg_sz /d',
    'setx pass_a ',
    'echo a | ',
    'BIND_PW ',
    'session=',
    'key aA1',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN ',
    'Private-Lines: 1\n',
    '|#',
    '|#1',
    '|##!',
    'eyJaaaaaaaa.',
    'AKIA',
    'sk-',
  ],
  ...[
    '密码',
    '密码：',
    '主机',
    '主机a1',
    '华夏银',
    'é',
    '密',
    'qzcanary7',
    'qzcanary7_',
    'qzcanary77',
    'qzcanary77.',
    'a_',
    'a',
  ],
];

it.each(TRIGGERS)('does not read on and on at %j', (trigger) => {
  expect(workPerByte(trigger)).toBeLessThan(MOST_WORK);
});

it('does not read on and on at any line of the vectors, repeated on one line and on many', () => {
  for (const [line] of [...SECRET_VECTORS, ...NAME_VECTORS, ...STRICT_VECTORS]) {
    expect(workPerByte(`${line} `, BYTES / 4), line).toBeLessThan(MOST_WORK);
    expect(workPerByte(`${line}\n`, BYTES / 8), line).toBeLessThan(MOST_WORK);
  }
});

function workPerByte(trigger: string, size = BYTES): number {
  const bytes = Buffer.from(trigger.repeat(Math.ceil(size / Buffer.byteLength(trigger))));
  const redactor = createRedactor({ level: 'strict', standIns: StandIns.fresh(Buffer.alloc(16, 9)) });
  redactor.learn('host', 'qzcanary77');
  redactor.learn('keyword', '华夏银行');
  const opened = redactor.openText(Buffer.from('a log\n'));
  if ('withheld' in opened) throw new Error(opened.withheld);
  work = 0;
  for (let from = 0; from < bytes.length; from += 65536) opened.write(bytes.subarray(from, from + 65536));
  opened.end();
  return work / bytes.length;
}
