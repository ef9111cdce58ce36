import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '#engine/policy/read-policy-file.ts';
import { POLICY_SECTIONS } from '#shared/schema/policy-file.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function read(content: string | Buffer) {
  const file = join(await temporaryFolder(), 'policy.json');
  await writeFile(file, content);
  return readPolicyFile(file);
}

const SOUND = {
  formatVersion: 1,
  support: { hotline: '400-000-0000' },
  defaults: { ccid: 'f96c9', company: '某某银行', plan: 'premium' },
  locked: ['plan'],
  redaction: { minimum: 'strict', keywords: ['核心系统'] },
  collectorsOff: ['tape', 'os.release'],
};

describe('a sound file', () => {
  it('is taken whole, values as the case has them', async () => {
    const { sections, broken, troubles } = await read(JSON.stringify(SOUND));
    expect({ broken, troubles }).toEqual({ broken: [], troubles: [] });
    expect(sections).toMatchObject({ defaults: { ccid: 'F96C9' }, redaction: { minimum: 'strict' } });
  });
  it.each(['\ufeff', ''])('may come from Windows tools (mark "%s")', async (mark) => {
    const text = `${mark}${JSON.stringify(SOUND)}`;
    expect((await read(text)).troubles).toEqual([]);
    expect((await read(Buffer.from(`\ufeff${JSON.stringify(SOUND)}`, 'utf16le'))).troubles).toEqual([]);
  });
});

describe('a file with errors', () => {
  it('names line and column of each, and keeps the sections without', async () => {
    const text = [
      '{',
      '  "formatVersion": 1,',
      '  "redaction": { "minimum": "none",',
      '                 "keyword": ["x"] },',
      '  "collectorsOff": ["tape", "os.relase"],',
      '  "locked": ["company"],',
      '  "defaults": { "plan": "premium" }',
      '}',
    ].join('\n');
    const { sections, broken, troubles } = await read(text);
    expect(troubles).toEqual([
      expect.objectContaining({ line: 3, column: 18, setting: 'redaction.minimum', code: 'not-one-of' }),
      expect.objectContaining({ line: 4, column: 18, setting: 'redaction.keyword', code: 'unknown-setting' }),
    ]);
    expect(broken).toEqual(['redaction']);
    expect(sections).toMatchObject({ defaults: { plan: 'premium' } });
  });

  it('names collectors that do not exist and locks without a value', async () => {
    const text = '{"formatVersion":1,\n"collectorsOff":["os.relase"],\n"locked":["plan"]}';
    const { broken, troubles } = await read(text);
    expect(troubles).toMatchObject([
      { line: 2, column: 18, setting: 'collectorsOff[0]', code: 'unknown-collector', detail: 'os.relase' },
      { line: 3, column: 11, setting: 'locked[0]', code: 'nothing-to-lock', detail: 'plan' },
    ]);
    expect(broken).toEqual(['locked', 'collectorsOff']);
  });

  it.each([
    ['not JSON', '{"formatVersion": 1,\n "redaction": {"minimum": "strict",}}', 'not-json', 2],
    ['an unknown section', '{"formatVersion": 1,\n "redactoin": {}}', 'unknown-setting', 2],
    ['another format', '{\n"formatVersion": 2}', 'not-one-of', 2],
    ['no format', '{}', 'missing-setting', 1],
    ['a name twice', '{"formatVersion":1,\n"locked":[],"locked":[]}', 'duplicate-name', 2],
    ['something else', '[]', 'wrong-type', 1],
    ['empty', '', 'not-json', 1],
  ])('%s: no section holds, for nobody knows what it was to restrict', async (_case, text, code, line) => {
    const { broken, troubles } = await read(text);
    expect(troubles[0]).toMatchObject({ code, line });
    expect(broken).toEqual(POLICY_SECTIONS);
  });
});

describe('a hostile file', () => {
  it.each([
    ['nested without end', '['.repeat(500_000), 'too-deep'],
    ['larger than any policy', 'x'.repeat(2_000_000), 'too-large'],
    ['binary', Buffer.from([0, 1, 2, 255]), 'not-json'],
    ['a prototype for everyone', '{"formatVersion":1,"__proto__":{"mayCollect":true}}', 'unknown-setting'],
  ])('%s is refused', async (_case, content, code) => {
    const { broken, troubles } = await read(content);
    expect(troubles[0]).toMatchObject({ code });
    expect(broken).toEqual(POLICY_SECTIONS);
  });
  it('a folder instead of a file is refused', async () => {
    const folder = join(await temporaryFolder(), 'policy.json');
    await mkdir(folder);
    expect((await readPolicyFile(folder)).troubles[0]).toMatchObject({
      code: 'cannot-read',
      detail: 'EISDIR',
    });
  });
});
