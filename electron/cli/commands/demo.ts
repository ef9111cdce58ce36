// `casepack demo`, not shown in help: builds a packet from a machine that exists in this program only, so that anyone can
// see the result without CommVault. Asks nothing. Runs in the command line's process.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deliverCase } from '#engine/deliver-case.ts';
import { createRecordedHost } from '#engine/host/recorded-host.ts';
import { prepareCase } from '#engine/prepare-case.ts';
import { type Texts, texts as textsOf } from '#shared/i18n/texts.ts';
import type { Result } from '#shared/ipc/result.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import { demoLines } from '../demo/demo-lines.ts';
import { writeDemoMachine } from '../demo/demo-machine.ts';
import { demoRequest } from '../demo/demo-request.ts';
import { EXIT_BAD_INPUT, EXIT_DONE, EXIT_INCOMPLETE, exitCodeOf } from '../exit-codes.ts';
import { outFolderProblem, systemCode } from '../options/parse-path.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { engineReport, inputReport, type Report } from '../problems/report.ts';
import { engineContext, type Run } from './run.ts';

/** The folder in the current one where demo packets go. */
const DEMO_FOLDER = 'casepack-demo';

/** @returns the exit code. */
export async function demo(values: OptionValues, run: Run): Promise<number> {
  const { surroundings, voice, texts } = run;
  const out = typeof values.out === 'string' ? values.out : undefined;
  const folder = resolve(surroundings.cwd, out ?? DEMO_FOLDER);
  const report = await folderReport(folder, out === undefined, texts);
  if (report !== undefined) {
    voice.problem(report);
    return EXIT_BAD_INPUT;
  }
  const machine = await mkdtemp(join(tmpdir(), 'casepack-demo-'));
  try {
    await writeDemoMachine(machine, surroundings.now());
    const built = await buildPacket(machine, folder, run);
    if (!built.ok) {
      for (const problem of built.problems) voice.problem(engineReport(problem, undefined, texts));
      return exitCodeOf(built.problems);
    }
    const { receipt, summary } = built.value;
    // In a checkout the command is run through npx; installed it stands on its own.
    const program = surroundings.env.npm_execpath === undefined ? 'casepack' : 'npx casepack';
    const lines = (['zh', 'en'] as const).flatMap((language) =>
      demoLines(receipt.packetPath, summary, program, textsOf(language)),
    );
    voice.result({ type: 'done' }, [...lines, receipt.packetPath]);
    return receipt.gaps.length + receipt.failedCollectors.length > 0 ? EXIT_INCOMPLETE : EXIT_DONE;
  } finally {
    await rm(machine, { recursive: true, force: true });
  }
}

/** The default folder is made; a folder that was named must be there, as with collect. */
async function folderReport(path: string, make: boolean, texts: Texts): Promise<Report | undefined> {
  try {
    if (make) await mkdir(path, { recursive: true });
  } catch (error) {
    const reason = systemCode(error);
    return engineReport({ code: 'cannot-write', path, reason }, '--out', texts);
  }
  const wrong = await outFolderProblem({ text: path, label: '--out', baseFolder: path });
  return wrong === undefined ? undefined : inputReport(wrong, texts);
}

async function buildPacket(
  machine: string,
  folder: string,
  run: Run,
): Promise<Result<{ receipt: Receipt; summary: DraftSummary }>> {
  const host = await createRecordedHost(machine);
  const context = await engineContext(run, host);
  const request = demoRequest(host.now());
  const prepared = await prepareCase(request, { allowIncomplete: false, outputFolder: folder }, context);
  if (!prepared.ok) return prepared;
  const draft = prepared.value;
  try {
    const delivered = await deliverCase(draft, { folder, withhold: [] }, context);
    if (!delivered.ok) return delivered;
    return { ok: true, value: { receipt: delivered.value, summary: draft.summary() } };
  } finally {
    await draft.discard();
  }
}
