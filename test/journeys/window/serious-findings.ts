// Looks for accessibility trouble on the page of the moment with axe-core. Runs in vitest; axe itself in the page.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { ElectronApplication } from 'playwright-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * @returns one line for each serious or critical finding. axe is run from the main process, past the page's security
 * policy, which rightly refuses scripts that are not the application's.
 */
export async function seriousFindings(app: ElectronApplication): Promise<string[]> {
  const axe = await readFile(axePath, 'utf8');
  const results = await app.evaluate(async ({ BrowserWindow }, source): Promise<AxeResults> => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.executeJavaScript(`${source}; undefined`);
    return contents?.executeJavaScript('axe.run()');
  }, axe);
  if (results.passes.length === 0) throw new Error('axe looked at nothing');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
