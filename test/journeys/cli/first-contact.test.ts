// What somebody meets first: `npm run demo`, `npm start` where there is no display, `npx casepack --help`. Runs in
// vitest.
import { execFile } from 'node:child_process';
import { rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { readWithPython } from '#test/fixtures/zip-readers.ts';
import { workplace } from './workplace.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** On a machine that does other things as well; alone it is a third of it. */
const MAX_HELP_MS = 5_000;

function runInCheckout(program: string, args: readonly string[]) {
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env;
  return promisify(execFile)(program, args, { cwd: ROOT, env: { ...env, LANG: 'en_US.UTF-8' } });
}

const lastLineOf = (stdout: string) => stdout.trimEnd().split('\n').at(-1) ?? '';

test('npm run demo: a packet of the demo host, explained in both languages', async () => {
  const { out } = await workplace();
  const { stdout } = await runInCheckout('npm', ['run', '--silent', 'demo', '--', '--out', out]);
  expect(stdout).toContain('这是演示：数据来自内置的演示主机，不是本机。');
  expect(stdout).toContain('This is a demo: the data comes from a built-in demo host, not this machine.');
  expect(stdout).toContain('npx casepack collect --ccid "<CCID>"');
  const packet = lastLineOf(stdout);
  expect(dirname(packet)).toBe(out);
  const names = (await readWithPython(packet)).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['case.html', 'collected/commvault/logs/Instance002/CVD.log']),
  );
});

test('start without a display: the same, in the demo folder', async () => {
  const { stdout, stderr } = await runInCheckout(process.execPath, [join('build', 'start.mjs')]);
  const packet = lastLineOf(stdout);
  onTestFinished(async () => {
    await rm(packet);
    await rm(`${packet}.sha256`);
    // Packets of whoever works here stay.
    await rmdir(dirname(packet)).catch(() => undefined);
  });
  expect(stderr).toMatch(/^No display here, so no window/);
  expect(basename(dirname(packet))).toBe('casepack-demo');
  expect((await readWithPython(packet)).length).toBeGreaterThan(30);
});

test('npx casepack --help answers at once', async () => {
  const { out } = await workplace();
  const started = performance.now();
  const { stdout } = await runInCheckout('npx', ['casepack', '--help']);
  const npxMs = performance.now() - started;
  expect(stdout).toMatch(/^Usage: casepack <command> \[options\]/);
  const again = performance.now();
  await promisify(execFile)(process.execPath, [join(ROOT, 'out/main/cli.js'), '--help'], { cwd: out });
  const builtMs = performance.now() - again;
  const numbers = `${Math.round(npxMs)} ms through npx, ${Math.round(builtMs)} ms the built command itself`;
  onTestFinished(() => void process.stdout.write(`casepack --help: ${numbers}\n`));
  expect(npxMs).toBeLessThan(MAX_HELP_MS);
});
