// The hand-written vectors in every encoding: what must go, what must stay. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { encodedForms } from '#engine/redaction/encoding/legacy-bytes.ts';
import { createRedactor } from '#engine/redaction/redactor.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import type { RedactionLevel } from '#shared/schema/redaction.ts';
import { BESIDE_LOOK_ALIKES, BESIDE_VECTORS } from './beside-vectors.ts';
import { COMMAND_LOOK_ALIKES, COMMAND_VECTORS } from './command-vectors.ts';
import { ENCLOSED_LOOK_ALIKES, ENCLOSED_VECTORS } from './enclosed-vectors.ts';
import { LOOK_ALIKE_VECTORS } from './look-alike-vectors.ts';
import { NAME_VECTORS } from './name-vectors.ts';
import { PLAIN_SECRET_LOOK_ALIKES, PLAIN_SECRET_VECTORS } from './plain-secret-vectors.ts';
import { SECRET_VECTORS } from './secret-vectors.ts';
import { SERVER_LOOK_ALIKES, SERVER_VECTORS } from './server-vectors.ts';
import { SERVICE_LOOK_ALIKES, SERVICE_VECTORS } from './service-vectors.ts';
import { SETTING_LOOK_ALIKES, SETTING_VECTORS } from './setting-vectors.ts';
import { STRICT_LOOK_ALIKES, STRICT_VECTORS } from './strict-vectors.ts';
import { SYSTEM_LOOK_ALIKES, SYSTEM_VECTORS } from './system-vectors.ts';
import { TOKEN_LOOK_ALIKES, TOKEN_VECTORS } from './token-vectors.ts';
import { PLACE_VECTORS, TOLD_LOOK_ALIKES, TOLD_VECTORS } from './told-vectors.ts';
import { TOOL_LOOK_ALIKES, TOOL_VECTORS } from './tool-vectors.ts';
import type { GoingVector } from './vector.ts';

const wide = (text: string) => Buffer.from(text, 'utf16le');
const marked = (mark: number[], bytes: Buffer) => Buffer.concat([Buffer.from(mark), bytes]);
/** The bytes of a text, or undefined where the encoding has no such characters. */
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer | undefined>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => marked([0xef, 0xbb, 0xbf], Buffer.from(text)),
  'UTF-16 LE': wide,
  'UTF-16 LE with a mark': (text) => marked([0xff, 0xfe], wide(text)),
  'UTF-16 BE': (text) => wide(text).swap16(),
  'UTF-16 BE with a mark': (text) => marked([0xfe, 0xff], wide(text).swap16()),
  GBK: (text) => codePage(text, 'gb18030'),
  'Windows-1252': (text) => codePage(text, 'windows-1252'),
};

function codePage(text: string, label: string): Buffer | undefined {
  return encodedForms(text).find((form) => form.length > 0 && new TextDecoder(label).decode(form) === text) as
    | Buffer
    | undefined;
}

/** Vectors stand among ordinary lines of their language: a file is never one line. */
function surrounded(text: string, encoding: string): string {
  const words = encoding === 'Windows-1252' ? 'Sicherung für Größe geprüft' : '备份作业已经开始';
  return `${words}\r\n${text}\r\n${words}\r\n`;
}

function redact(bytes: Buffer, level: RedactionLevel): Buffer {
  const redactor = createRedactor({ level, standIns: StandIns.fresh(Buffer.alloc(16, 7)) });
  redactor.learn('host', 'SRVDB01');
  redactor.learn('user', 'zhang.san');
  redactor.learn('keyword', '华夏银行');
  redactor.learn('keyword', 'Projekt Ühland');
  redactor.learn('domain', 'acme-intern.bank');
  const opened = redactor.openText(bytes);
  if ('withheld' in opened) throw new Error(opened.withheld);
  return Buffer.concat([opened.write(bytes), opened.end()]);
}

const GOING = [
  ...SECRET_VECTORS,
  ...NAME_VECTORS,
  ...TOLD_VECTORS,
  ...PLACE_VECTORS,
  ...TOKEN_VECTORS,
  ...SETTING_VECTORS,
  ...TOOL_VECTORS,
  ...SERVER_VECTORS,
  ...SERVICE_VECTORS,
  ...SYSTEM_VECTORS,
  ...PLAIN_SECRET_VECTORS,
  ...COMMAND_VECTORS,
  ...BESIDE_VECTORS,
  ...ENCLOSED_VECTORS,
];
const STAYING = [
  ...LOOK_ALIKE_VECTORS,
  ...TOLD_LOOK_ALIKES,
  ...TOKEN_LOOK_ALIKES,
  ...SETTING_LOOK_ALIKES,
  ...TOOL_LOOK_ALIKES,
  ...SERVER_LOOK_ALIKES,
  ...SERVICE_LOOK_ALIKES,
  ...SYSTEM_LOOK_ALIKES,
  ...PLAIN_SECRET_LOOK_ALIKES,
  ...COMMAND_LOOK_ALIKES,
  ...BESIDE_LOOK_ALIKES,
  ...ENCLOSED_LOOK_ALIKES,
];

describe.each(Object.entries(ENCODINGS))('%s', (encoding, encode) => {
  const levels: readonly [RedactionLevel, readonly GoingVector[]][] = [
    ['standard', GOING],
    ['strict', [...GOING, ...STRICT_VECTORS]],
  ];
  it.each(levels)('takes out all that must go at level %s', (level, vectors) => {
    const left: string[] = [];
    let tried = 0;
    for (const [text, ...leaks] of vectors) {
      const bytes = encode(surrounded(text, encoding));
      if (!bytes) continue;
      const redacted = redact(bytes, level);
      for (const leak of leaks) {
        const secret = encode(leak)?.subarray(encode('')?.length ?? 0);
        tried += 1;
        if (secret && redacted.includes(secret)) left.push(`${text} -> ${leak}`);
      }
    }
    expect(tried).toBeGreaterThan(200);
    expect(left).toEqual([]);
  });

  it.each([
    ['standard', STAYING],
    ['strict', STRICT_LOOK_ALIKES],
  ] as const)('leaves every look-alike of level %s as it is', (level, vectors) => {
    const changed: string[] = [];
    for (const text of vectors) {
      const bytes = encode(surrounded(text, encoding));
      if (bytes && !redact(bytes, level).equals(bytes)) changed.push(text);
    }
    expect(changed).toEqual([]);
  });
});

it('are at least 400, half of them look-alikes', () => {
  expect(GOING.length + STAYING.length).toBeGreaterThanOrEqual(400);
  expect(STAYING.length * 2).toBeGreaterThanOrEqual(400);
});
