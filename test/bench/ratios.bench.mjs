// Writes results/ratios.json, which the speed journey compares with (`npm run bench:ratios`): after work on speed, or where a
// change is worth its price. Runs in plain Node on Linux.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import { measureRatios } from './ratios.mjs';

const folder = mkdtempSync(join('/var/tmp', 'casepack-ratios-'));
try {
  await ensureBuilt();
  const ratios = await measureRatios(folder, (line) => console.error(line));
  const text = `${JSON.stringify(ratios, null, 2)}\n`;
  writeFileSync(new URL('results/ratios.json', import.meta.url), text);
  console.log(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
