// Tests of electron/engine/packet/line-segments.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { lineSegments } from '#engine/packet/line-segments.ts';

async function segmentsOf(...chunks: string[]): Promise<string[]> {
  const source = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  const segments: string[] = [];
  for await (const segment of lineSegments(source)) segments.push(segment.toString());
  return segments;
}

test.each<[string, string[], string[]]>([
  ['whole lines', ['one\ntwo\n', 'three\n'], ['one\ntwo\n', 'three\n']],
  ['a line over two chunks', ['one\ntw', 'o\nthree\n'], ['one\n', 'two\nthree\n']],
  ['a line over many chunks', ['one\nt', 'w', 'o', '\nthree\n'], ['one\n', 'tw', 'o', '\nthree\n']],
  ['no line feed at the end', ['one\ntwo', '\nthree'], ['one\n', 'two\n', 'three']],
  ['no line feed at all', ['one', 'two'], ['one', 'two']],
  ['nothing', [], []],
])('%s', async (_, chunks, segments) => {
  expect(await segmentsOf(...chunks)).toEqual(segments);
});

test('what is left in the middle is closed', async () => {
  let isClosed = false;
  const source = (async function* () {
    try {
      yield Buffer.from('one\n');
      yield Buffer.from('two\n');
    } finally {
      isClosed = true;
    }
  })();
  for await (const _ of lineSegments(source)) break;
  expect(isClosed).toBe(true);
});
