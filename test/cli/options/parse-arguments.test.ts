// Argument strings to commands: nothing is lost, everything unknown is told, help speaks the language.
import { expect, test } from 'vitest';
import { CASE_OPTIONS } from '#cli/options/option-list.ts';
import { parseArguments } from '#cli/options/parse-arguments.ts';
import { texts } from '#shared/i18n/texts.ts';

const parse = (...args: string[]) => parseArguments(args, texts('en'), 80);

test('options, switches and repeated options arrive', () => {
  expect(
    parse('collect', '--ccid=F96C9', '--title', '-5 tapes', '--job', '1', '--job', '2', '--yes', '--json'),
  ).toMatchObject({
    kind: 'command',
    name: 'collect',
    values: { ccid: 'F96C9', title: '-5 tapes', job: ['1', '2'], yes: true, json: true },
    leftover: [],
  });
});

test('--lang may stand before or after the command', () => {
  expect(parse('--lang', 'zh', 'plan')).toMatchObject({ name: 'plan' });
  expect(parse('plan', '--lang', 'zh')).toMatchObject({ name: 'plan', values: { lang: 'zh' } });
});

test('all unknown options and stray arguments are told; what follows an unknown option may be its value', () => {
  const given = parse('collect', 'stray', '--foo', 'value', '--ccid', 'F96C9', '-x', '--bar=1');
  expect(given).toMatchObject({
    values: { ccid: 'F96C9' },
    leftover: [
      { code: 'unknown-option', label: '--foo' },
      { code: 'unknown-option', label: '-x' },
      { code: 'unknown-option', label: '--bar' },
      { code: 'unexpected-argument', label: 'stray' },
    ],
  });
});

test('an option without its value is told with the rest', () => {
  expect(parse('collect', '--foo', '--ccid')).toMatchObject({
    kind: 'command',
    leftover: [
      { code: 'unknown-option', label: '--foo' },
      { code: 'needs-value', label: '--ccid' },
    ],
  });
});

test('unknown commands, unknown options before a command, and nothing at all', () => {
  expect(parse('despatch', 'x.zip', '--to', 'y')).toMatchObject({
    kind: 'refused',
    problems: [
      { code: 'unknown-command', label: 'despatch' },
      { code: 'unknown-option', label: '--to' },
    ],
  });
  expect(parse('--foo')).toMatchObject({ kind: 'refused', problems: [{ code: 'unknown-option' }] });
  expect(parse()).toMatchObject({ kind: 'no-command', text: expect.stringContaining('Usage:') });
});

test('verify and email take one file', () => {
  expect(parse('email', 'a.zip', 'b.zip')).toMatchObject({
    operands: ['a.zip', 'b.zip'],
    leftover: [{ label: 'b.zip' }],
  });
  expect(parse('verify', 'a b.zip')).toMatchObject({ name: 'verify', operands: ['a b.zip'], leftover: [] });
  expect(parse('verify', 'a.zip', 'b.zip')).toMatchObject({ leftover: [{ label: 'b.zip' }] });
});

test.each(['zh', 'en'] as const)('help in %s lists what works, and nothing else', (language) => {
  const help = (...args: string[]) => {
    const given = parseArguments(args, texts(language), 80);
    return given.kind === 'text' ? given.text : '';
  };
  const collect = help('collect', '--help');
  for (const { flags } of CASE_OPTIONS) expect(collect).toContain(flags);
  expect(collect).toContain(texts(language).cliHelp.redactionNote);
  expect(help('help', 'collect')).toBe(collect);
  const program = help('--help');
  for (const name of [
    'collect',
    'plan',
    'verify',
    'reveal',
    'deliver',
    'history',
    'email',
    'request',
    'collectors',
  ])
    expect(program).toContain(`  ${name} `);
  expect(program).not.toContain('  demo ');
});

test('Chinese help has no English words of the parser left', () => {
  for (const args of [['--help'], ['collect', '-h'], ['verify', '-h'], ['help']]) {
    const given = parseArguments(args, texts('zh'), 80);
    expect(given.kind).toBe('text');
    expect(given.kind === 'text' && given.text).not.toMatch(/Usage|Options|Commands|display help|default:/);
  }
});

test('lines of help fit the terminal, Chinese characters counted double', () => {
  const given = parseArguments(['collect', '--help'], texts('zh'), 80);
  const lines = given.kind === 'text' ? given.text.split('\n').filter((line) => line.startsWith('  --')) : [];
  expect(lines.length).toBeGreaterThan(25);
  for (const line of lines) {
    const han = line.match(/[\u2e80-\uffef]/g)?.length ?? 0;
    expect(line.length + han).toBeLessThanOrEqual(80);
  }
});
