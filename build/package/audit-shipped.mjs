// `npm run audit:shipped`: known advisories of the packages in the product. Exit code 0: asked, none found; 1: some were
// found; 2: could not ask, which is no pass. Plain Node.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isStartedDirectly } from '../setup-problem.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const timeoutMs = 60_000;

/** @typedef {{ name: string, severity: string, range: string }} Vulnerability */

/**
 * @param {string} output of `npm audit --json`
 * @returns {{ found: Vulnerability[] } | { refused: string }}
 */
export function readAudit(output) {
  /** @type {any} */
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    return { refused: output.trim().split('\n')[0] || 'npm said nothing' };
  }
  if (typeof report.vulnerabilities !== 'object' || typeof report.auditReportVersion !== 'number') {
    return { refused: report.message ?? report.error?.summary ?? 'the answer is no audit report' };
  }
  return { found: Object.values(report.vulnerabilities) };
}

/** @returns {Promise<string>} what npm printed, whatever its exit code */
function npmAudit() {
  return new Promise((resolve) => {
    const args = ['audit', '--omit=dev', '--json', '--audit=true'];
    execFile('npm', args, { cwd: root, timeout: timeoutMs, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve(stdout || stderr || String(error));
    });
  });
}

async function auditShipped() {
  const answer = readAudit(await npmAudit());
  if ('refused' in answer) {
    console.error(`NOT CHECKED: the registry gave no advisories (${answer.refused}).`);
    console.error(
      'Run it where the advisory service can be reached; until then nothing is known either way.',
    );
    return 2;
  }
  for (const { name, severity, range } of answer.found) console.error(`${severity}: ${name} ${range}`);
  console.log(`Checked: ${answer.found.length} packages with known advisories.`);
  return answer.found.length === 0 ? 0 : 1;
}

if (isStartedDirectly(import.meta.url)) process.exitCode = await auditShipped();
