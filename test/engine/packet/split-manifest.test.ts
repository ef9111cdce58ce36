// Tests of electron/engine/packet/split-manifest.ts: however the bytes come and whatever stands in them, what is put together
// again is what JSON.parse makes of the whole. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { SplitManifest } from '#engine/packet/split-manifest.ts';

function split(json: string, pieceBytes = json.length): { files: unknown[]; rest: unknown } {
  const files: unknown[] = [];
  const manifest = new SplitManifest((file) => files.push(JSON.parse(file)));
  const bytes = Buffer.from(json);
  for (let at = 0; at < bytes.length; at += pieceBytes) manifest.write(bytes.subarray(at, at + pieceBytes));
  return { files, rest: JSON.parse(manifest.end()) };
}

const FILES = [
  { path: 'a "quoted" \\ [name] {of} , things: files', bytes: 1, inner: { files: [1, [2]], more: {} } },
  { path: '日志/cvd.log', bytes: 2, list: ['}', ']', '"files":['] },
  {},
];
const WHOLE = { formatVersion: 1, caseReference: 'files', files: FILES, outcomes: [{ files: [] }, 'files'] };

describe('put together again', () => {
  test.each([
    ['compact', JSON.stringify(WHOLE)],
    ['one value a line', JSON.stringify(WHOLE, null, 1)],
    ['with the list at the end', JSON.stringify({ outcomes: [], formatVersion: 1, files: FILES })],
    ['without files', JSON.stringify({ ...WHOLE, files: [] }, null, 2)],
  ])('%s, in pieces of every size', (_, json) => {
    const { files, ...rest } = JSON.parse(json);
    for (const pieceBytes of [1, 2, 3, 7, 64, 10_000]) {
      expect(split(json, pieceBytes)).toEqual({ files, rest: { ...rest, files: [] } });
    }
  });

  test('without a list of files the rest is all of it', () => {
    for (const json of ['{"files":{"a":[{}]}}', '[{"files":[{}]}]', '{"a":{"files":[{"b":1}]}}', '7']) {
      expect(split(json)).toEqual({ files: [], rest: JSON.parse(json) });
    }
  });
});

test.each([
  ['numbers', '{"files":[1]}'],
  ['lists', '{"files":[[]]}'],
  ['two commas', '{"files":[{},,{}]}'],
  ['no comma', '{"files":[{}{}]}'],
  ['a comma at the end', '{"files":[{},]}'],
  ['no end', '{"files":[{}'],
  ['a file without an end', '{"files":[{"a":1'],
  ['two lists', '{"files":[],"files":[]}'],
  ['a file of megabytes', `{"files":[{"path":"${'x'.repeat(1_000_000)}"}]}`],
  ['a rest of megabytes', `{"files":[],"x":"${'x'.repeat(9_000_000)}"}`],
])('%s are refused', (_, json) => {
  expect(() => split(json)).toThrow();
  expect(() => split(json, 5)).toThrow();
});
