// Tests of electron/engine/logs/log-encoding.ts, with lines written by hand. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { detectLogEncoding, logDecoder } from '#engine/logs/log-encoding.ts';

const line = '12345 3039  11/20 09:15:00 230801 CVArchive: 写入失败 iRet [-1]\r\n';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** 备份失败 in GBK, as a Chinese Windows writes it. */
const GBK_WORDS = Buffer.from([0xb1, 0xb8, 0xb7, 0xdd, 0xca, 0xa7, 0xb0, 0xdc]);
const gbk = Buffer.concat([Buffer.from('12345 3039  11/20 09:15:00 ### '), GBK_WORDS, Buffer.from('\r\n')]);

describe('the encoding of a log', () => {
  it('is UTF-8 for ASCII and for Chinese in UTF-8', () => {
    expect(detectLogEncoding(Buffer.from('12345 3039 11/20 09:15:00 ### ok\n')).encoding).toBe('utf-8');
    expect(detectLogEncoding(Buffer.from(line)).encoding).toBe('utf-8');
    expect(detectLogEncoding(Buffer.alloc(0))).toEqual({ encoding: 'utf-8', markBytes: 0 });
  });

  it('is UTF-8 although the sample cuts a character at either end', () => {
    const bytes = Buffer.from('写入失败写入失败');
    for (let from = 0; from < 4; from += 1) {
      for (let to = 0; to < 4; to += 1) {
        const sample = bytes.subarray(from, bytes.length - to);
        expect(detectLogEncoding(sample).encoding, `${from}..-${to}`).toBe('utf-8');
      }
    }
  });

  it('stays UTF-8 with a stray byte among much that is UTF-8', () => {
    const sample = Buffer.concat([
      Buffer.from('写入失败 介质管理 备份'),
      Buffer.from([0xb1]),
      Buffer.from(' 恢复'),
    ]);
    expect(detectLogEncoding(sample).encoding).toBe('utf-8');
  });

  it('is GB18030 for the code page of Chinese Windows, and reads back', () => {
    const { encoding } = detectLogEncoding(gbk);
    expect(encoding).toBe('gb18030');
    expect(logDecoder(encoding).decode(gbk)).toContain('备份失败');
  });

  it.each([
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line, 'utf16le')]), 2],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(line)]), 2],
    ['utf-16le', Buffer.from(line, 'utf16le'), 0],
    ['utf-16be', utf16be(line), 0],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(line)]), 3],
  ])('is %s with and without a mark', (encoding, bytes, markBytes) => {
    expect(detectLogEncoding(bytes)).toEqual({ encoding, markBytes });
    expect(logDecoder(detectLogEncoding(bytes).encoding).decode(bytes)).toBe(line);
  });

  it('is told from the middle of a UTF-16 file as well', () => {
    const bytes = Buffer.from(line.repeat(4), 'utf16le').subarray(38);
    expect(detectLogEncoding(bytes).encoding).toBe('utf-16le');
  });

  it('decodes in pieces that cut characters', () => {
    const decoder = logDecoder('gb18030');
    const pieces = [...gbk].map((byte) => decoder.decode(Buffer.from([byte]), { stream: true }));
    expect(pieces.join('')).toContain('备份失败');
  });
});
