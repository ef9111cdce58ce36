// Conformance: every import rule of the architecture is really enforced. All breaches are planted in a scratch
// folder with the project's layout, the linter runs over it once, and must name each of them; what has to stay
// allowed is planted too; and the real tree must be clean. Runs in Node, starts Biome.
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Planted {
  file: string;
  text: string;
  rule: string;
}
interface Diagnostic {
  category: string;
  severity: string;
  location: { path: string; start?: { line: number } };
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const importRule = 'lint/style/noRestrictedImports';
const propertyRule = 'lint/nursery/noJsRestrictedProperties';

let plantedCount = 0;

/** One file with this text in this folder; `*` in the path becomes a number, so that every breach has its own file. */
function plant(path: string, text: string, rule: string): Planted {
  plantedCount += 1;
  return { file: path.replace('*', `planted-${plantedCount}`), text, rule };
}

const importing = (path: string, specifiers: string[]): Planted[] =>
  specifiers.map((from) => plant(path, `import { x } from '${from}';\nexport const y = x;\n`, importRule));

const breaches: Planted[] = [
  // shared imports zod and itself only
  ...importing('electron/shared/schema/*.ts', ['#engine/host/host.ts', '#main/handle.ts', '#cli/cli.ts']),
  ...importing('electron/shared/schema/*.ts', [
    '#renderer/client.ts',
    'electron',
    'react',
    'archiver',
    'node:fs',
  ]),
  ...importing('electron/shared/schema/*.ts', ['../../engine/host/host.ts', '../../main/handle.ts']),
  ...importing('electron/shared/schema/*.ts', ['../../../renderer/client.ts']),
  // the engine is plain Node, and its own folder host/ too
  ...['electron/engine/collectors/*.ts', 'electron/engine/host/*.ts'].flatMap((path) => [
    ...importing(path, [
      'electron',
      'electron/main',
      '#main/handle.ts',
      '#cli/cli.ts',
      '#renderer/client.ts',
    ]),
    ...importing(path, ['../../main/handle.ts', '../../cli/cli.ts', '../../../renderer/client.ts']),
    ...importing(path, ['#test/fixtures/host.ts', '../../../test/fixtures/host.ts']),
  ]),
  // child processes and systeminformation live in engine/host
  ...['electron/engine/collectors/*.ts', 'electron/main/*.ts', 'electron/cli/*.ts'].flatMap((path) =>
    importing(path, ['node:child_process', 'child_process', 'systeminformation']),
  ),
  // the command line knows neither Electron nor the window
  ...importing('electron/cli/*.ts', ['electron', '#main/handle.ts', '#renderer/client.ts']),
  ...importing('electron/cli/*.ts', ['../main/handle.ts', '../../renderer/client.ts']),
  // main does not reach the command line or the page
  ...importing('electron/main/*.ts', ['#cli/cli.ts', '#renderer/client.ts']),
  ...importing('electron/main/*.ts', ['../cli/cli.ts', '../../renderer/client.ts']),
  // the preload imports electron and shared only
  ...importing('electron/preload/*.ts', ['zod', 'node:fs', '#engine/host/host.ts', '#main/handle.ts']),
  ...importing('electron/preload/*.ts', ['../engine/host/host.ts', '../main/handle.ts']),
  // the page sees shared, React and Mantine only, wherever the file lies in it
  ...[
    'renderer/*.ts',
    'renderer/state/*.ts',
    'renderer/features/review/*.tsx',
    'renderer/components/*.tsx',
  ].flatMap((path) => [
    ...importing(path, ['electron', 'node:fs', 'fs', 'archiver', 'zod']),
    ...importing(path, ['#engine/host/host.ts', '#main/handle.ts', '#cli/cli.ts']),
    ...importing(path, ['../electron/engine/host/host.ts', '../../../electron/shared/schema/severity.ts']),
  ]),
  // features do not know each other, components know nothing of cases
  ...importing('renderer/features/review/*.tsx', ['../severity/severity-step.tsx']),
  ...importing('renderer/features/review/parts/*.tsx', ['../../../features/severity/severity-step.tsx']),
  ...importing('renderer/components/*.tsx', [
    '../features/review/review.tsx',
    '../state/reducer.ts',
    '../client.ts',
  ]),
  // ipcMain in handle.ts only, by whatever form of import
  ...[
    "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();\n",
    "import { ipcMain as bus } from 'electron';\nbus.removeAllListeners();\n",
    "import * as electron from 'electron';\nelectron.ipcMain.removeAllListeners();\n",
    "import electron from 'electron';\nelectron.ipcMain.removeAllListeners();\n",
    "export { ipcMain } from 'electron';\n",
    "export const bus = (await import('electron')).ipcMain;\n",
  ].map((text) => plant('electron/main/*.ts', text, importRule)),
  // the bridge in client.ts only
  ...[
    'export const bridge = window.casepack;\n',
    "export const bridge = window['casepack'];\n",
    'export const bridge = globalThis.casepack;\n',
    'export const { casepack } = window;\n',
    'export const bridge = (window as unknown as { casepack: unknown }).casepack;\n',
  ].map((text) => plant('renderer/features/review/*.ts', text, propertyRule)),
  // who speaks, and who ends the process
  plant('electron/engine/packet/*.ts', 'export const stop = () => process.exit(1);\n', propertyRule),
  plant('electron/engine/packet/*.ts', "console.log('x');\n", 'lint/suspicious/noConsole'),
  plant('electron/shared/*.ts', "console.log('x');\n", 'lint/suspicious/noConsole'),
  plant('renderer/*.ts', "console.log('x');\n", 'lint/suspicious/noConsole'),
  // promises
  plant(
    'electron/engine/packet/*.ts',
    'async function write(): Promise<void> {}\nexport function start(): void {\n  write();\n}\n',
    'lint/nursery/noFloatingPromises',
  ),
  plant(
    'electron/engine/packet/*.ts',
    'async function ready(): Promise<boolean> {\n  return true;\n}\nexport const now = () => (ready() ? 1 : 2);\n',
    'lint/nursery/noMisusedPromises',
  ),
  // form: cycles, exports, names
  plant(
    'electron/engine/packet/cycle-a.ts',
    "import { b } from './cycle-b.ts';\nexport const a = () => b();\n",
    'lint/suspicious/noImportCycles',
  ),
  plant(
    'electron/engine/packet/cycle-b.ts',
    "import { a } from './cycle-a.ts';\nexport const b = () => a();\n",
    'lint/suspicious/noImportCycles',
  ),
  plant('electron/cli/*.ts', 'export default 1;\n', 'lint/style/noDefaultExport'),
  plant('electron/cli/*.ts', "export const fs = require('node:fs');\n", 'lint/style/noCommonJs'),
  plant('electron/cli/camelCase.ts', 'export const a = 1;\n', 'lint/style/useFilenamingConvention'),
];

/** What must stay allowed, so that the rules above are not simply "everything is forbidden". */
const allowed: Planted[] = [
  ...importing('electron/shared/schema/*.ts', ['zod', './severity.ts', '../policy/default-policy.ts']),
  ...importing('electron/engine/collectors/*.ts', [
    '#shared/schema/severity.ts',
    'node:fs',
    '../host/host.ts',
  ]),
  ...importing('electron/engine/host/*.ts', ['node:child_process', 'systeminformation']),
  ...importing('electron/cli/*.ts', [
    '#shared/schema/severity.ts',
    '#engine/host/host.ts',
    'commander',
    'node:fs',
  ]),
  ...importing('electron/main/*.ts', [
    '#shared/schema/severity.ts',
    '#engine/host/host.ts',
    'node:fs',
    './handle.ts',
  ]),
  plant(
    'electron/main/*.ts',
    "import { app } from 'electron';\nexport const quit = () => app.quit();\n",
    importRule,
  ),
  plant(
    'electron/main/handle.ts',
    "import { ipcMain } from 'electron';\nipcMain.eventNames();\n",
    importRule,
  ),
  ...importing('electron/preload/*.ts', ['electron', '#shared/ipc/channels.ts']),
  ...importing('renderer/features/review/*.tsx', [
    'react',
    '@mantine/core',
    '#shared/i18n/texts.ts',
    './row.tsx',
  ]),
  ...importing('renderer/features/review/*.tsx', ['../../client.ts', '../../components/row.tsx']),
  ...importing('renderer/*.tsx', ['react-dom/client', './features/review/review.tsx']),
  plant('renderer/client.ts', 'export const bridge = window.casepack;\n', propertyRule),
  ...importing('test/engine/*.test.ts', [
    '#engine/host/host.ts',
    'electron',
    'node:child_process',
    '#cli/cli.ts',
  ]),
];

let scratch: string;
let reported: Diagnostic[];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'casepack-layers-'));
  await cp(join(root, 'build'), join(scratch, 'build'), { recursive: true });
  await copyFile(join(root, 'package.json'), join(scratch, 'package.json'));
  for (const { file, text } of [...breaches, ...allowed]) {
    await mkdir(dirname(join(scratch, file)), { recursive: true });
    await writeFile(join(scratch, file), text);
  }
  reported = await lint(scratch);
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('a breach is reported', () => {
  test.each(breaches)('$file: $text', ({ file, rule }) => {
    expect(categoriesOf(file)).toContain(rule);
  });
});

describe('what is allowed stays allowed', () => {
  test.each(allowed)('$file: $text', ({ file, rule }) => {
    expect(categoriesOf(file)).not.toContain(rule);
  });
});

// Linting everything takes long on a busy machine.
test('the project itself has no breach', { timeout: 120_000 }, async () => {
  const found = await lint(root);
  expect(
    found.map(({ category, location }) => `${location.path}:${location.start?.line}: ${category}`),
  ).toEqual([]);
});

const categoriesOf = (file: string): string[] =>
  reported.filter(({ location }) => location.path === file).map(({ category }) => category);

/** All lint errors Biome reports below this folder; the rules are those of the folder's own build/biome.json. */
async function lint(folder: string): Promise<Diagnostic[]> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--config-path=build', '--reporter=json', '--max-diagnostics=none', '.'];
  const stdout = await new Promise<string>((resolve) => {
    // Biome ends with code 1 when it has something to report: that is the answer, not a failure.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (_error, out) => resolve(out));
  });
  const report = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  return report.diagnostics.filter(({ severity }) => severity === 'error');
}
