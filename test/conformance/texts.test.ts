// Conformance: both catalogues say everything that the engine can say, in the same shape; Chinese is set as Chinese.
// Runs in vitest.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { collectors } from '#engine/collectors/registry.ts';
import { texts } from '#shared/i18n/texts.ts';

const electron = fileURLToPath(new URL('../../electron/', import.meta.url));
const languages = ['zh', 'en'] as const;

/** commander's own English words; English needs no translation of them. */
const ENGLISH_HAS_NONE = /^\.cliHelp\.words\./;

/** Every text of a catalogue by its path, as what it is: a string, a function, a list. */
function shapeOf(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const kind = Array.isArray(value) ? 'list' : typeof value;
    return [[path, kind]];
  }
  return Object.entries(value).flatMap(([key, one]) => shapeOf(one, `${path}.${key}`));
}

/** The sources below a folder of electron/, by path. */
function sourcesOf(folder: string): [string, string][] {
  return readdirSync(join(electron, folder), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(electron, folder, path), 'utf8')]);
}

test('both languages have the same texts', () => {
  const shape = (language: (typeof languages)[number]) =>
    new Map(shapeOf(texts(language)).filter(([path]) => !ENGLISH_HAS_NONE.test(path)));
  const [zh, en] = [shape('zh'), shape('en')];
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  for (const [path, kind] of zh) expect([path, en.get(path)]).toEqual([path, kind]);
});

test('no text is empty', () => {
  const empty = languages.flatMap((language) => emptyTexts(texts(language), language));
  expect(empty).toEqual([]);
});

function emptyTexts(value: unknown, path: string): string[] {
  if (value === '') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => emptyTexts(one, `${path}.${key}`));
}

describe.each(languages)('in %s', (language) => {
  const { terms } = texts(language);

  test.each(collectors.map(({ id }) => id))('collector %s has a name and says what it reads', (id) => {
    expect(terms.collector[id]?.name).toMatch(/\S/);
    expect(terms.collector[id]?.reads).toMatch(/\S/);
  });

  test.each(reasonsOfEngine())('reason %s has words', (reason) => {
    expect(terms.reason[reason]).toMatch(/\S/);
  });
});

/** Every reason code that the engine's sources name: `reason: 'x'`, `skipped: 'x'`, and tables of reasons. */
function reasonsOfEngine(): string[] {
  const codes = new Set<string>();
  // Why a delivery failed is a type of its own, whose texts the compiler asks for.
  const sources = sourcesOf('engine').filter(([path]) => !path.startsWith('delivery'));
  for (const [, source] of sources) {
    for (const [, code = ''] of source.matchAll(
      /\b(?:reason|skipped)(?::| = )[^,;}\n]*?'([a-z]+(?:-[a-z]+)*)'/g,
    )) {
      codes.add(code);
    }
    for (const [, table = ''] of source.matchAll(/const REASON_\w+[^{=]*= \{([^}]*)\}/g)) {
      for (const [, code = ''] of table.matchAll(/: '([a-z-]+)'/g)) codes.add(code);
    }
  }
  return [...codes].sort();
}

test('the search for reasons finds those of every kind of place', () => {
  expect(reasonsOfEngine()).toEqual(
    expect.arrayContaining(['unexpected-error', 'not-installed', 'link-not-followed', 'permission-denied']),
  );
});

test('reasons that no one gives are not kept', () => {
  const engine = sourcesOf('engine')
    .map(([, source]) => source)
    .join('\n');
  const unused = Object.keys(texts('zh').terms.reason).filter((reason) => !engine.includes(`'${reason}'`));
  expect(unused).toEqual([]);
});

describe('Chinese typography', () => {
  const han = '[\\u4e00-\\u9fff]';

  test.each(sourcesOf('shared/i18n/zh'))(
    '%s has no half-width punctuation beside Chinese characters',
    (_path, source) => {
      const found = source.match(
        new RegExp(`.{0,10}(${han}([,;:?!()]|\\.(?![a-z]))|[,;:?!()]${han}).{0,10}`, 'g'),
      );
      expect(found).toBeNull();
    },
  );

  test.each(sourcesOf('shared/i18n/zh'))(
    '%s has a blank between Chinese and Latin letters',
    (_path, source) => {
      const found = source.match(new RegExp(`.{0,10}(${han}[A-Za-z0-9]|[A-Za-z0-9]${han}).{0,10}`, 'g'));
      expect(found).toBeNull();
    },
  );
});
