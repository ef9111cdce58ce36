// Tests of electron/engine/packet/open-ahead.ts. Runs in vitest.
import { expect, test } from 'vitest';
import type { Source } from '#engine/collectors/collector.ts';
import { openAhead } from '#engine/packet/open-ahead.ts';

const file = (name: string): Source => ({
  ...{ kind: 'file', name, path: `/logs/${name}`, sizeBytes: 6, modifiedAt: new Date(0) },
});
const text = (name: string): Source => ({ kind: 'text', name, text: '' });
const names = (count: number) => Array.from({ length: count }, (_, at) => `${at}`);

/** Opens sources that have three chunks each, and keeps account of what is open and read. */
function watched() {
  const opened: string[] = [];
  const closed: string[] = [];
  const read: string[] = [];
  const open = async ({ name }: Source) => {
    opened.push(name);
    const chunks = async function* () {
      try {
        for (const part of ['a', 'b', 'c']) {
          read.push(`${name}${part}`);
          yield Buffer.from(`${name}${part} `);
        }
      } finally {
        closed.push(name);
      }
    };
    return { chunks: chunks() };
  };
  return { opened, closed, read, open };
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  let all = '';
  for await (const chunk of chunks) all += chunk.toString();
  return all;
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('every source comes once, in its order, with all its bytes', async () => {
  const { open, closed } = watched();
  const sources = names(40).map((name, at) => (at % 7 === 3 ? text(name) : file(name)));
  const texts: string[] = [];
  for await (const { source, opened } of openAhead(sources, open)) {
    texts.push(`${source.name}: ${await textOf(opened.chunks)}`);
  }
  expect(texts).toEqual(names(40).map((name) => `${name}: ${name}a ${name}b ${name}c `));
  expect(closed.toSorted()).toEqual(names(40).toSorted());
});

test('while one file is worked on some of the next are open and begun, but not all of them', async () => {
  const { open, opened, read } = watched();
  const ahead = openAhead(names(100).map(file), open);
  await ahead.next();
  await turn();
  expect(opened.length).toBeGreaterThan(4);
  expect(opened.length).toBeLessThan(20);
  expect(read).toContain('3a');
  expect(read).not.toContain('3c');
  await ahead.return(undefined);
});

test('chunks of the file under work and of the next are heard before their turn, of others not', async () => {
  const { open } = watched();
  const heard: string[] = [];
  const onNear = (chunk: Buffer) => heard.push(chunk.toString().trim());
  const ahead = openAhead(names(9).map(file), open, { onNear });
  const { value } = await ahead.next();
  await turn();
  expect(heard.toSorted()).toEqual(['0a', '0b', '0c', '1a', '1b', '1c']);
  expect(await textOf(value?.opened.chunks ?? [])).toBe('0a 0b 0c ');
  await ahead.next();
  await turn();
  expect(heard.slice(6).toSorted()).toEqual(['2a', '2b', '2c']);
  await ahead.return(undefined);
});

test('a command waits for its turn', async () => {
  const { open, opened } = watched();
  const ahead = openAhead([file('1'), text('2'), file('3')], open);
  await ahead.next();
  await turn();
  expect(opened).toEqual(['1']);
  await ahead.next();
  await turn();
  expect(opened).toEqual(['1', '2', '3']);
  await ahead.return(undefined);
});

test('given up in the middle, what was opened and not asked for is closed', async () => {
  const { open, opened, closed } = watched();
  for await (const { opened: one } of openAhead(names(30).map(file), open)) {
    await textOf(one.chunks);
    if (closed.length > 2) break;
  }
  await turn();
  expect(closed.toSorted()).toEqual(opened.toSorted());
});

test('where opening fails its error comes in its turn', async () => {
  const { open } = watched();
  const failing = async (source: Source) => {
    if (source.name === '2') throw new Error('boom');
    return open(source);
  };
  const got: string[] = [];
  const all = async () => {
    for await (const { source } of openAhead(names(5).map(file), failing)) got.push(source.name);
  };
  await expect(all()).rejects.toThrow('boom');
  expect(got).toEqual(['0', '1']);
});
