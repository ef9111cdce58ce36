// Tests of electron/engine/redaction/redactor.ts: one case over several texts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { createRedactor } from '#engine/redaction/redactor.ts';
import { SavedStandIns } from '#engine/redaction/saved-stand-ins-schema.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import type { TextRedaction } from '#engine/redaction/text-redaction.ts';
import type { RedactionLevel } from '#shared/schema/redaction.ts';

const SECRET = Buffer.alloc(16, 7);
const fresh = (level: RedactionLevel = 'standard') =>
  createRedactor({ level, standIns: StandIns.fresh(SECRET) });

function through(opened: TextRedaction | { withheld: string }, bytes: Buffer): Buffer {
  if ('withheld' in opened) throw new Error(opened.withheld);
  return Buffer.concat([opened.write(bytes), opened.end()]);
}

describe('redaction of a case', () => {
  it('gives one stand-in to one name, in whatever case and beside Chinese', () => {
    const redactor = fresh();
    redactor.learn('host', 'SRVDB01');
    expect(redactor.redactString('备份主机srvdb01失败 SRVDB01_cvd.log')).toBe(
      '备份主机host-1失败 host-1_cvd.log',
    );
  });

  it('keeps the relation of host, domain and subnet', () => {
    const redactor = fresh();
    const first = redactor.redactString('from web01.acme.com 192.168.7.20 to db01.acme.com 192.168.7.21');
    expect(first).toMatch(/^from host-1\.domain-1 (10\.x1\.1)\.\d+ to host-2\.domain-1 \1\.\d+$/);
    expect(redactor.redactString('DB01.ACME.COM')).toBe('host-2.domain-1');
  });

  it('masks secrets at every level, and only them at level off', () => {
    for (const level of ['standard', 'strict', 'off'] as const) {
      expect(fresh(level).redactString('szPassword="hunter2"')).toBe('szPassword="***"');
    }
    const text = 'bob.b@acme.com at 192.168.7.20 on \\\\srvdb01\\share';
    expect(fresh('off').redactString(text)).toBe(text);
  });

  it('replaces keywords at level off too, in every encoding, and no other name, not even of an earlier packet', () => {
    const standIns = StandIns.fresh(SECRET);
    const earlier = createRedactor({ level: 'standard', standIns });
    earlier.learn('host', 'srvdb01');
    earlier.learn('keyword', 'Falkenberg');
    const redactor = createRedactor({ level: 'off', standIns: StandIns.restore(standIns.save()) });
    redactor.learn('keyword', '华夏银行');
    redactor.learn('host', 'lxbak07');
    const text = '华夏银行 on srvdb01 and lxbak07, \\r\\nfalkenberg %5CFALKENBERG';
    expect(redactor.redactString(text)).toBe(
      'keyword-2 on srvdb01 and lxbak07, \\r\\nkeyword-1 %5Ckeyword-1',
    );
    const wide = Buffer.from(`\ufeff${text}\n`, 'utf16le');
    expect(through(redactor.openText(wide), wide).toString('utf16le')).toContain('keyword-2 on srvdb01');
  });

  it('takes the first line behind a byte order mark for a line', () => {
    const line = 'Jun  3 04:06:40 zqkdb1 sshd[2087]: Failed password for lisi7 from 10.4.5.6 port 51 ssh2\n';
    const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
    const marked = [
      Buffer.from(`\ufeff${line}`),
      Buffer.from(`\ufeff${line}`, 'utf16le'),
      swapped(`\ufeff${line}`),
    ];
    const texts = [0, 1, 2].map((kind) => {
      const bytes = marked[kind] as Buffer;
      const out = through(fresh().openText(bytes), bytes);
      if (kind === 0) return out.toString();
      return (kind === 1 ? out : out.swap16()).toString('utf16le');
    });
    const plain = `\ufeff${fresh().redactString(line)}`;
    expect(plain).toContain(' host-1 sshd[2087]: Failed password for user-1 from 10.x');
    expect(texts).toEqual([plain, plain, plain]);
  });

  it('takes a token that the text begins with, wherever its marks are', () => {
    const token = `Wq78Q~${'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1x'}`;
    for (const before of ['', '(', '\n', 'a line\n(']) {
      expect(fresh('off').redactString(`${before}${token})`)).toBe(`${before}***)`);
    }
  });

  it('takes a byte order mark that comes in pieces, and one with nothing behind it', () => {
    const bytes = Buffer.from('\ufeffJun  3 04:06:40 zqkdb1 sshd[2087]: closed\n');
    const opened = fresh().openText(bytes);
    if ('withheld' in opened) throw new Error(opened.withheld);
    const out = Array.from(bytes, (byte) => opened.write(Buffer.from([byte])));
    expect(Buffer.concat([...out, opened.end()]).toString()).toBe(
      '\ufeffJun  3 04:06:40 host-1 sshd[2087]: closed\n',
    );
    const alone = Buffer.from('\ufeff');
    expect(through(fresh().openText(alone), alone)).toEqual(alone);
  });

  it('says when there are too many names, and still takes what the user gives', () => {
    const redactor = fresh();
    const many = Array.from({ length: 100_001 }, (_, at) => `client=lxq${String(at).padStart(6, '0')}\n`);
    const text = Buffer.from(many.slice(0, -1).join(''));
    through(redactor.openText(text), text);
    expect([redactor.learned, redactor.hasTooManyNames]).toEqual([100_000, false]);
    redactor.redactString(many.at(-1) as string);
    expect([redactor.learned, redactor.hasTooManyNames]).toEqual([100_000, true]);
    redactor.learn('keyword', 'Falkenberg');
    expect(redactor.redactString('of Falkenberg, lxq100000 alone, client=lxq100000')).toMatch(
      /^of keyword-1, lxq100000 alone, client=host-\d+$/,
    );
  });

  it('reads names and secrets beside loose zeros, which a crash leaves in a log', () => {
    const redactor = fresh();
    redactor.learn('host', 'srvdb01');
    const bytes = Buffer.from(`${'a line of a log\n'.repeat(99)}\0srvdb01\0password=hunter2\0 end\n`);
    expect(through(redactor.openText(bytes), bytes).toString()).toContain('\0host-1\0password=***\0 end');
  });

  it('learns distinctive names from a text, and the late pass finds them in an earlier one', () => {
    const redactor = fresh();
    const before = redactor.learned;
    const early = Buffer.from('job lxbak07 started by amd64 mail\n');
    const done = through(redactor.openText(early), early);
    expect(done).toEqual(early);
    redactor.redactString('client=lxbak07 host=mail platform=amd64');
    expect(redactor.learned).toBe(before + 1);
    const late = through(redactor.openLate(done, before), done);
    expect(late.toString()).toBe('job host-1 started by amd64 mail\n');
    expect(through(redactor.openLate(late, before), late)).toEqual(late);
  });

  it('does not read its own stand-ins as names', () => {
    const redactor = fresh();
    for (const word of ['host', 'domain', 'user', 'keyword']) redactor.learn('keyword', word);
    const once = redactor.redactString('ACME\\jdoe from web01.acme.com, jdoe@acme.com, 192.168.7.20');
    expect(redactor.redactString(once)).toBe(once);
  });

  it('never takes ordinary words for names, even where the machine gives them', () => {
    const redactor = fresh();
    for (const word of ['localhost', 'backup', 'admin', 'root', 'com', 'mail', 'db', 'server']) {
      redactor.learn('host', word);
    }
    expect(redactor.learned).toBe(0);
  });

  it('withholds what it cannot read', () => {
    const redactor = fresh();
    expect(redactor.openText(Buffer.from('ElfFile\0abc', 'latin1'))).toEqual({ withheld: 'binary' });
    const utf32 = Buffer.from('fffe000041000000', 'hex');
    expect(redactor.openText(utf32)).toEqual({ withheld: 'unknown-encoding' });
  });

  it('replaces a name where it stood before it was learned, if both came together', () => {
    const redactor = fresh();
    const bytes = Buffer.from('lxbak07 is down\nlxbak07 again\nclient=lxbak07\n');
    const opened = redactor.openText(bytes);
    expect(through(opened, bytes).toString()).toBe('host-1 is down\nhost-1 again\nclient=host-1\n');
    expect('counts' in opened && opened.counts.get('host')).toBe(3);
  });

  it('refuses a text that turns binary or into another encoding behind its first bytes', () => {
    const line = '4711 1a2b 11/22 09:15:00 ### CVD::Run() - 备份作业已经开始\r\n';
    const text = Buffer.from(line.repeat(2000));
    const late: readonly (readonly [string, Buffer])[] = [
      ['zeros', Buffer.from('srv\0d\0\0b\0\x001')],
      ['binary', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 256))],
      ['UTF-16', Buffer.from(line, 'utf16le')],
    ];
    for (const [what, bytes] of late) {
      const all = Buffer.concat([text, bytes, Buffer.from('\r\n')]);
      expect(() => through(fresh().openText(all.subarray(0, 65536)), all), what).toThrow(RangeError);
    }
    const wide = Buffer.from(line.repeat(2000), 'utf16le');
    const mixed = Buffer.concat([
      wide,
      Buffer.from('host=srvdb01 password=secret and more of it on this line\r\n'),
    ]);
    expect(() => through(fresh().openText(mixed.subarray(0, 65536)), mixed)).toThrow(RangeError);
    // What a crash leaves of a log that was written ahead with zeros is no reason.
    const torn = Buffer.concat([text, Buffer.alloc(5000), text]);
    expect(through(fresh().openText(torn.subarray(0, 65536)), torn).equals(torn)).toBe(true);
    const chinese = Buffer.from('\ufeff中国备份作业已经完成，没有错误。'.repeat(9000), 'utf16le');
    expect(through(fresh().openText(chinese.subarray(0, 65536)), chinese).equals(chinese)).toBe(true);
  });

  it('goes on with the same stand-ins in a later packet', () => {
    const standIns = StandIns.fresh(SECRET);
    const first = createRedactor({ level: 'standard', standIns });
    const line = 'client=lxbak07 user=jdoe 192.168.7.20 web01.acme.com';
    const before = first.redactString(line);
    const saved = SavedStandIns.parse(JSON.parse(JSON.stringify(standIns.save())));
    const second = createRedactor({ level: 'standard', standIns: StandIns.restore(saved) });
    expect(second.redactString('user=nina 192.168.9.1')).toMatch(/^user=user-2 10\.x1\.2\.\d+$/);
    expect(second.redactString(line)).toBe(before);
    expect(second.redactString('seen lxbak07')).toBe('seen host-1');
    expect(JSON.stringify(saved)).not.toContain('hunter');
  });

  it('reveals stand-ins, as a reply has them', () => {
    const standIns = StandIns.fresh(SECRET);
    const redactor = createRedactor({ level: 'standard', standIns });
    const text = 'CORP\\jdoe at web01.acme.com, 192.168.7.20, fd12:3456:789a:1::5';
    const redacted = redactor.redactString(text);
    expect(standIns.reveal(redacted).text).toBe(
      'CORP\\jdoe at web01.acme.com, 192.168.7.20, fd12:3456:789a:0001:0000:0000:0000:0005',
    );
    const { pieces } = standIns.reveal('Please reboot HOST-1, not host-99.');
    expect(pieces).toEqual([
      { text: 'Please reboot ' },
      { text: 'HOST-1', original: 'web01' },
      { text: ', not host-99.' },
    ]);
  });
});
